import { graphql, type ResultOf } from '../../lib/graphql.js';

export const ENDORSEMENTS_ASKED = graphql(`
  query EndorsementsAskedOfMe {
    endorsementsAskedOfMe {
      id
      state
      message
      words
      capacity
      askedAt
      expiresAt
      achievementName
      viewerCan
      holder {
        id
        displayName
      }
    }
  }
`);

export type AskedEndorsement = ResultOf<typeof ENDORSEMENTS_ASKED>['endorsementsAskedOfMe'][number];

export const GIVE_ENDORSEMENT = graphql(`
  mutation GiveEndorsement($id: ID!, $input: EndorsementAnswerInput!) {
    giveEndorsement(id: $id, input: $input) {
      __typename
      ... on Endorsement {
        id
        state
        words
        capacity
        viewerCan
      }
      ... on Refusal {
        message
      }
    }
  }
`);

const REQUEST = graphql(`
  fragment EndorsementQuestion on EndorsementRequest @_unmask {
    holderName
    organisationName
    endorserName
    achievementName
    message
    expiresAt
    state
    capacity
    words
  }
`);

export const ENDORSEMENT_REQUEST = graphql(
  `
    query EndorsementRequest($token: String!) {
      endorsementRequest(token: $token) {
        ...EndorsementQuestion @unmask
      }
    }
  `,
  [REQUEST],
);

export const ANSWER_ENDORSEMENT = graphql(
  `
    mutation AnswerEndorsementRequest($token: String!, $input: EndorsementAnswerInput!) {
      answerEndorsementRequest(token: $token, input: $input) {
        __typename
        ... on EndorsementRequest {
          ...EndorsementQuestion @unmask
        }
        ... on Refusal {
          message
        }
      }
    }
  `,
  [REQUEST],
);

export const WITHDRAW_BY_LINK = graphql(
  `
    mutation WithdrawEndorsementByLink($token: String!) {
      withdrawEndorsementByLink(token: $token) {
        __typename
        ... on EndorsementRequest {
          ...EndorsementQuestion @unmask
        }
        ... on Refusal {
          message
        }
      }
    }
  `,
  [REQUEST],
);
