import { graphql, type ResultOf } from '../../../lib/graphql.js';

export const REMINDERS = graphql(`
  query Reminders {
    reminderSettings {
      days
      tellsManager
      changedAt
      revision
    }
  }
`);

export const CHANGE_REMINDERS = graphql(`
  mutation ChangeReminders($input: ReminderSettingsInput!, $expectedRevision: Int!) {
    changeReminderSettings(input: $input, expectedRevision: $expectedRevision) {
      __typename
      ... on ReminderSettings {
        revision
      }
      ... on Refusal {
        message
      }
      ... on InvalidInput {
        problems {
          message
        }
      }
    }
  }
`);

export type Reminders = ResultOf<typeof REMINDERS>['reminderSettings'];
