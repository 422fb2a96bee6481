import { graphql } from '../lib/graphql.js';

export const PALETTE_SEARCH = graphql(`
  query PaletteSearch($words: String!) {
    searchSuggestions(words: $words) {
      kind
      id
      title
      context
      code
      alsoCalled
      nearly
    }
    people(first: 5, search: $words) {
      edges {
        node {
          id
          displayName
          employment {
            id
            jobTitle
          }
        }
      }
    }
  }
`);
