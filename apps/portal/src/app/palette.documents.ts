import { graphql } from '../lib/graphql.js';

export const PALETTE_SEARCH = graphql(`
  query PaletteSearch($search: String!, $people: Boolean!) {
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
    people(first: 5, search: $search) @include(if: $people) {
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
