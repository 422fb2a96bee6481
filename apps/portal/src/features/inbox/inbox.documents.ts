import { graphql, type ResultOf } from '../../lib/graphql.js';

export const INBOX = graphql(`
  query Inbox($after: String) {
    notifications(first: 30, after: $after) {
      edges {
        cursor
        node {
          id
          kind
          title
          body
          path
          createdAt
          readAt
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      totalCount
    }
  }
`);

export const MARK_READ = graphql(`
  mutation MarkRead($ids: [ID!]) {
    markNotificationsRead(ids: $ids)
  }
`);

export const PREFERENCES = graphql(`
  query NotificationPreferences {
    notificationPreferences {
      topic
      rhythm
      isChosen
    }
    digestTime {
      hour
      timeZone
    }
  }
`);

export const SET_RHYTHM = graphql(`
  mutation SetMailRhythm($topic: NotificationTopic!, $rhythm: MailRhythm!) {
    setMailRhythm(topic: $topic, rhythm: $rhythm) {
      __typename
      ... on NotificationPreference {
        topic
        rhythm
        isChosen
      }
    }
  }
`);

export type Preference = ResultOf<typeof PREFERENCES>['notificationPreferences'][number];
export type Message = ResultOf<typeof INBOX>['notifications']['edges'][number]['node'];
