import { graphql } from '../../../lib/graphql.js';

export const COLLEAGUE = graphql(`
  query Colleague($id: ID!) {
    person(id: $id) {
      id
      displayName
      initials
      email
      employment {
        id
        jobTitle
        orgUnit {
          id
          name
          path {
            id
            name
          }
        }
      }
      completions(first: 20) {
        id
        completedOn
        grade
        course {
          id
          title
        }
      }
      line {
        id
        displayName
        employment {
          id
          jobTitle
        }
      }
    }
  }
`);
