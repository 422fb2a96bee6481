import { graphql, type ResultOf } from '../../lib/graphql.js';

export const EXEMPLAR_CONSENTS = graphql(`
  query ExemplarConsents {
    myExemplarConsents {
      exemplarId
      askedAt
      answer
      answeredAt
      achievement {
        id
        name
      }
    }
  }
`);

export const ANSWER_CONSENT = graphql(`
  mutation AnswerExemplarConsent($exemplarId: ID!, $given: Boolean!) {
    answerExemplarConsent(exemplarId: $exemplarId, given: $given) {
      __typename
      ... on ExemplarConsent {
        exemplarId
        answer
        answeredAt
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export type Consent = ResultOf<typeof EXEMPLAR_CONSENTS>['myExemplarConsents'][number];
