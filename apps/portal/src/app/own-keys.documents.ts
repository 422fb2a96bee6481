import { graphql } from '../lib/graphql.js';

export const KEEP_OWN_KEYS = graphql(`
  mutation KeepOwnKeys($single: Boolean!, $own: [OwnKeyInput!]!) {
    keepOwnKeys(single: $single, own: $own) {
      ... on OwnKeys {
        single
      }
      ... on Refusal {
        message
      }
    }
  }
`);
