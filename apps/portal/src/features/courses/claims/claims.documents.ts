import { graphql, type ResultOf } from '../../../lib/graphql.js';

const CLAIM = graphql(`
  fragment CompletionClaimShown on CompletionClaim @_unmask {
    id
    state
    completedOn
    grade
    note
    claimedAt
    endedAt
    reason
    viewerCan
    course {
      id
      title
      outcomes {
        result
        skill {
          id
          name
        }
      }
    }
    person {
      id
      displayName
    }
    decidedBy {
      id
      displayName
    }
    proof {
      kind
      title
      madeOn
      url
      text
      file {
        id
        name
        mediaType
        bytes
        url
        previewUrl
        preview {
          state
          reason
          pageCount
          activeContent
          pages {
            url
            width
            height
          }
        }
      }
    }
  }
`);

/** What keepers are asked to decide, or have decided. */
export const COMPLETION_CLAIMS = graphql(
  `
    query CompletionClaims($state: CompletionClaimState!, $after: String) {
      completionClaims(state: $state, first: 50, after: $after) {
        totalCount
        edges {
          cursor
          node {
            ...CompletionClaimShown @unmask
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [CLAIM],
);

export type ShownClaim = ResultOf<typeof COMPLETION_CLAIMS>['completionClaims']['edges'][number]['node'];

/** How many wait. */
export const CLAIMS_WAITING = graphql(`
  query CompletionClaimsWaiting {
    completionClaims(state: OPEN, first: 1) {
      totalCount
    }
  }
`);

export const ACCEPT_CLAIM = graphql(`
  mutation AcceptCompletionClaim($id: ID!) {
    acceptCompletionClaim(id: $id) {
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

export const REFUSE_CLAIM = graphql(`
  mutation RefuseCompletionClaim($id: ID!, $reason: String!) {
    refuseCompletionClaim(id: $id, reason: $reason) {
      __typename
      ... on CompletionClaim {
        id
        state
        reason
        endedAt
        viewerCan
      }
      ... on Refusal {
        message
      }
    }
  }
`);
