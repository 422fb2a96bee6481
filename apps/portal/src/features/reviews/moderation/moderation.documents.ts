import { graphql } from '../../../lib/graphql.js';
import { DECIDED, MARK_BESIDE, RUBRIC } from '../judged.documents.js';
import { SNAPSHOT_JUDGED } from '../reviews.documents.js';

export const MODERATION_QUEUE = graphql(`
  query ModerationQueue {
    moderationQueue {
      id
      state
      candidateCode
      attemptNo
      dueAt
      lease {
        mine
      }
      achievementVersion {
        id
        name
      }
    }
  }
`);

export const MODERATION = graphql(
  `
    query ModerationOfSlot($id: ID!) {
      markingSlot(id: $id) {
        id
        purpose
        state
        candidateCode
        attemptNo
        dueAt
        submissionState
        viewerCan
        lease {
          mine
          until
        }
        achievementVersion {
          ...RubricToSettle @unmask
        }
        snapshot {
          ...SnapshotJudged @unmask
        }
        decision {
          ...DecidedOutcome @unmask
        }
        marksBeside {
          ...MarkBeside @unmask
        }
        moderations {
          id
          outcome
          reason
          at
          moderator {
            id
            displayName
          }
        }
      }
    }
  `,
  [RUBRIC, DECIDED, MARK_BESIDE, SNAPSHOT_JUDGED],
);

export const MODERATE = graphql(`
  mutation Moderate($slotId: ID!, $input: ModerationInput!) {
    moderate(slotId: $slotId, input: $input) {
      __typename
      ... on MarkingSlot {
        id
        state
        submissionState
      }
      ... on Refusal {
        message
      }
    }
  }
`);
