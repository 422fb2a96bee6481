import { graphql } from './graphql.js';

export const COLLEAGUE_CHOICES = graphql(`
  query ColleagueChoices($search: String) {
    people(first: 10, search: $search) {
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
