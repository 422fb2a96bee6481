import { graphql, type ResultOf } from './graphql.js';

export const ENDORSEMENTS = graphql(`
  query Endorsements($id: ID!) {
    credential(id: $id) {
      id
      canAskEndorsement
      endorsements {
        id
        endorserName
        state
        capacity
        words
        askedAt
        expiresAt
        answeredAt
        signedAt
        shown
        document
        withdrawnAt
        withdrawnReason
        viewerCan
      }
    }
  }
`);

export type Endorsed = NonNullable<ResultOf<typeof ENDORSEMENTS>['credential']>['endorsements'][number];

export const ASK_ENDORSEMENT = graphql(`
  mutation AskEndorsement($input: AskEndorsementInput!) {
    askEndorsement(input: $input) {
      __typename
      ... on Endorsement {
        id
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export const TAKE_BACK_ENDORSEMENT = graphql(`
  mutation TakeBackEndorsement($id: ID!) {
    takeBackEndorsement(id: $id) {
      __typename
      ... on Endorsement {
        id
        state
        viewerCan
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export const SHOW_ENDORSEMENT = graphql(`
  mutation ShowEndorsement($id: ID!, $shown: Boolean!) {
    showEndorsement(id: $id, shown: $shown) {
      __typename
      ... on Endorsement {
        id
        shown
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export const WITHDRAW_ENDORSEMENT = graphql(`
  mutation WithdrawEndorsement($id: ID!, $reason: String!) {
    withdrawEndorsement(id: $id, reason: $reason) {
      __typename
      ... on Endorsement {
        id
        state
        withdrawnAt
        withdrawnReason
        viewerCan
      }
      ... on Refusal {
        message
      }
    }
  }
`);
