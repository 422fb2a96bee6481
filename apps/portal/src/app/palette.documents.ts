import { graphql } from '../lib/graphql.js';

export const PALETTE_SEARCH = graphql(`
  query PaletteSearch($search: String!) {
    skills(first: 5, search: $search) {
      edges {
        node {
          id
          name
          framework {
            id
            title
          }
        }
      }
    }
    achievements(first: 5, search: $search) {
      edges {
        node {
          id
          name
          level {
            id
            label
          }
        }
      }
    }
    people(first: 5, search: $search) {
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
