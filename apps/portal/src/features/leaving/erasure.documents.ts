import { graphql, type ResultOf } from '../../lib/graphql.js';

const ERASURE = graphql(`
  fragment ErasureFacts on Erasure @_unmask {
    id
    reason
    state
    askedAt
    decidedAt
    doneAt
    problem
    viewerDecides
    person {
      id
      displayName
    }
    askedBy {
      id
      displayName
    }
    decidedBy {
      id
      displayName
    }
    leftIn {
      place
      count
    }
  }
`);

export const ERASURES = graphql(
  `
    query Erasures {
      allErasures {
        ...ErasureFacts @unmask
      }
    }
  `,
  [ERASURE],
);

export const ERASURE_PREVIEW = graphql(`
  query ErasurePreview($personId: ID!) {
    erasurePreview(personId: $personId) {
      area
      count
      leavesTrace
      happens
    }
    person(id: $personId) {
      id
      displayName
    }
  }
`);

export const ASK_ERASURE = graphql(
  `
    mutation AskErasure($personId: ID!, $reason: String!) {
      askErasure(personId: $personId, reason: $reason) {
        __typename
        ... on Erasure {
          ...ErasureFacts @unmask
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
  `,
  [ERASURE],
);

export const DECIDE_ERASURE = graphql(
  `
    mutation DecideErasure($id: ID!, $confirmed: Boolean!) {
      decideErasure(id: $id, confirmed: $confirmed) {
        __typename
        ... on Erasure {
          ...ErasureFacts @unmask
        }
        ... on Refusal {
          message
        }
      }
    }
  `,
  [ERASURE],
);

export type ErasureView = ResultOf<typeof ERASURES>['allErasures'][number];
