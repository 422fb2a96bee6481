import { graphql } from '../../../lib/graphql.js';

export const LEAVER = graphql(`
  query Leaver($personId: ID!) {
    leaver(personId: $personId) {
      addressProved
      credentials
      state
      sentAt
      expiresAt
      usedAt
    }
  }
`);

export const SEND_CLAIM_LINK = graphql(`
  mutation SendClaimLink($personId: ID!, $address: String, $reason: String) {
    sendClaimLink(personId: $personId, address: $address, reason: $reason) {
      __typename
      ... on Leaver {
        state
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
`);
