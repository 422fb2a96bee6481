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

export type Message = ResultOf<typeof INBOX>['notifications']['edges'][number]['node'];
