import { graphql, type ResultOf } from '../../../lib/graphql.js';

/** What of one's own library can be shown as proof. */
export const PROOFS = graphql(`
  query ProofsOfCompletion($search: String) {
    myEvidence(first: 50, search: $search, toLink: true) {
      edges {
        cursor
        node {
          id
          kind
          title
          madeOn
          courseCompletionId
        }
      }
    }
  }
`);

export const CLAIM_COMPLETION = graphql(`
  mutation ClaimCompletion($input: ClaimCompletionInput!) {
    claimCompletion(input: $input) {
      __typename
      ... on CompletionClaim {
        id
        state
      }
      ... on Refusal {
        message
      }
      ... on InvalidInput {
        problems {
          field
          message
        }
      }
    }
  }
`);

export const WITHDRAW_CLAIM = graphql(`
  mutation WithdrawCompletionClaim($id: ID!) {
    withdrawCompletionClaim(id: $id) {
      __typename
      ... on CompletionClaim {
        id
        state
        endedAt
        viewerCan
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export const MY_CLAIMS = graphql(`
  query MyCompletionClaims($after: String) {
    myCompletionClaims(first: 20, after: $after) {
      totalCount
      edges {
        cursor
        node {
          id
          state
          completedOn
          claimedAt
          endedAt
          reason
          viewerCan
          course {
            id
            title
          }
          proof {
            title
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

export type MyClaim = ResultOf<typeof MY_CLAIMS>['myCompletionClaims']['edges'][number]['node'];
