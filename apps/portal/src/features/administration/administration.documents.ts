import { graphql, type ResultOf } from '../../lib/graphql.js';

export const SETUP = graphql(`
  query SetupChecklist {
    setupChecklist {
      key
      title
      why
      done
      path
    }
  }
`);

export const ISSUANCES = graphql(`
  query Issuances($state: AwardState, $after: String) {
    issuanceCounts {
      waiting
      failed
      quarantined
      issued
    }
    issuances(state: $state, first: 50, after: $after) {
      edges {
        cursor
        node {
          id
          state
          createdAt
          viewerCan
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
          credential {
            id
            issuedAt
          }
          issuance {
            stage
            attempts
            lastError
            lastTriedAt
          }
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

export const RETRY_ISSUANCE = graphql(`
  mutation RetryIssuance($awardId: ID!) {
    retryIssuance(awardId: $awardId) {
      __typename
      ... on Award {
        id
        state
        issuance {
          stage
          attempts
          lastError
          lastTriedAt
        }
      }
      ... on Refusal {
        message
      }
    }
  }
`);
export type ListedAward = ResultOf<typeof ISSUANCES>['issuances']['edges'][number]['node'];
