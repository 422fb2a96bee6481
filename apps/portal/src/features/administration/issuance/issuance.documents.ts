import { graphql, type ResultOf, type VariablesOf } from '../../../lib/graphql.js';

export const ISSUANCES = graphql(`
  query Issuances(
    $state: AwardState
    $failing: Boolean
    $basis: AwardBasis
    $search: String
    $olderThanHours: Int
    $bulkIssueId: ID
    $after: String
  ) {
    issuanceCounts {
      waiting
      failed
      quarantined
      issued
    }
    issuances(
      state: $state
      failing: $failing
      basis: $basis
      search: $search
      olderThanHours: $olderThanHours
      bulkIssueId: $bulkIssueId
      first: 50
      after: $after
    ) {
      edges {
        cursor
        node {
          id
          state
          basis
          createdAt
          viewerCan
          person {
            id
            displayName
          }
          achievementVersion {
            id
            achievementId
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
            reason
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
          reason
          lastTriedAt
        }
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export const RETRY_ISSUANCES = graphql(`
  mutation RetryIssuances($awardIds: [ID!]!) {
    retryIssuances(awardIds: $awardIds) {
      __typename
      ... on IssuancesRetried {
        retried
        passedOver
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export type IssuanceFilters = VariablesOf<typeof ISSUANCES>;
export type ListedAward = ResultOf<typeof ISSUANCES>['issuances']['edges'][number]['node'];
