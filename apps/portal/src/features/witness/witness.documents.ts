import { graphql } from '../../lib/graphql.js';

const REQUEST = graphql(`
  fragment WitnessQuestion on WitnessRequest @_unmask {
    ownerName
    organisationName
    witnessName
    isColleague
    about
    question
    keptAt
    madeOn
    expiresAt
    state
  }
`);

export const WITNESS_REQUEST = graphql(
  `
    query WitnessRequest($token: String!) {
      witnessRequest(token: $token) {
        ...WitnessQuestion @unmask
      }
    }
  `,
  [REQUEST],
);

export const ANSWER_WITNESS_REQUEST = graphql(
  `
    mutation AnswerWitnessRequest($token: String!, $input: WitnessAnswerInput!) {
      answerWitnessRequest(token: $token, input: $input) {
        __typename
        ... on WitnessRequest {
          ...WitnessQuestion @unmask
        }
        ... on Refusal {
          message
        }
      }
    }
  `,
  [REQUEST],
);

const ASKED = graphql(`
  fragment AskedOfMe on WitnessStatement @_unmask {
    id
    about
    question
    keptAt
    madeOn
    askedAt
    expiresAt
    state
    words
    answeredAt
    owner {
      id
      displayName
    }
  }
`);

export const ASKED_OF_ME = graphql(
  `
    query AskedOfMe {
      askedOfMe {
        ...AskedOfMe @unmask
      }
      mentoringAskedOfMe {
        submissionId
        state
        askedAt
        message
        achievementName
        candidate {
          id
          displayName
        }
        submission {
          id
        }
      }
    }
  `,
  [ASKED],
);

export const ANSWER_AS_WITNESS = graphql(
  `
    mutation AnswerAsWitness($id: ID!, $input: WitnessAnswerInput!) {
      answerAsWitness(id: $id, input: $input) {
        __typename
        ... on WitnessStatement {
          ...AskedOfMe @unmask
        }
        ... on Refusal {
          message
        }
      }
    }
  `,
  [ASKED],
);

export const ANSWER_MENTORING = graphql(`
  mutation AnswerMentoring($submissionId: ID!, $accepts: Boolean!) {
    answerMentoring(submissionId: $submissionId, accepts: $accepts) {
      __typename
      ... on MentorRequest {
        submissionId
        state
      }
      ... on Refusal {
        message
      }
    }
  }
`);
