import { graphql } from '../../../lib/graphql.js';

export const COLLEAGUES = graphql(`
  query Colleagues($search: String) {
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

/** Every unit by name; where one belongs is told by its parent. */
export const UNITS = graphql(`
  query Units {
    orgUnits {
      id
      name
      parentId
    }
  }
`);

export const JOB_ROLE_LEVELS = graphql(`
  query JobRoleLevels($search: String) {
    jobRoleLevels(search: $search, first: 20) {
      id
      name
      role {
        id
        name
      }
    }
  }
`);
