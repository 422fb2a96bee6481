import { OWN_EVIDENCE } from '../../lib/evidence-capture.documents.js';
import { graphql } from '../../lib/graphql.js';

export const ASK_AGAIN = graphql(
  `
    mutation AskWitnessAgain($itemId: ID!) {
      askWitnessAgain(itemId: $itemId) {
        __typename
        ... on EvidenceItem {
          ...OwnEvidence @unmask
        }
        ... on Refusal {
          message
        }
      }
    }
  `,
  [OWN_EVIDENCE],
);

export const TAKE_BACK = graphql(
  `
    mutation TakeBackWitnessRequest($itemId: ID!) {
      takeBackWitnessRequest(itemId: $itemId) {
        __typename
        ... on EvidenceItem {
          ...OwnEvidence @unmask
        }
        ... on Refusal {
          message
        }
      }
    }
  `,
  [OWN_EVIDENCE],
);
