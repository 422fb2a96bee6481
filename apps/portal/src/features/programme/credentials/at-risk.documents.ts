import { graphql, type ResultOf } from '../../../lib/graphql.js';

export const STACKS_AT_RISK = graphql(`
  query StacksAtRisk($after: String) {
    stacksAtRisk(first: 50, after: $after) {
      totalCount
      edges {
        node {
          id
          openedAt
          viewerCan
          lost {
            achievementId
            name
            why
          }
          credential {
            id
            person {
              id
              displayName
            }
            achievementVersion {
              id
              name
              level {
                id
                label
              }
            }
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const KEEP_STACK = graphql(`
  mutation KeepStack($id: ID!, $reason: String!) {
    keepStack(id: $id, reason: $reason) {
      __typename
      ... on StackRisk {
        id
        state
      }
      ... on InvalidInput {
        problems {
          field
          message
        }
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export type AtRisk = ResultOf<typeof STACKS_AT_RISK>['stacksAtRisk']['edges'][number]['node'];
