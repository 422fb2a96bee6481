import { graphql } from '../../lib/graphql.js';

export const SKILL_CHOICES = graphql(`
  query SkillChoices($search: String!) {
    skills(first: 20, search: $search) {
      edges {
        node {
          id
          name
          framework {
            id
            title
            version
            scale {
              id
              levels {
                id
                ordinal
                label
              }
            }
          }
        }
      }
    }
  }
`);

export const SKILL_CHOICE = graphql(`
  query SkillChoice($id: ID!) {
    skill(id: $id) {
      id
      name
      framework {
        id
        title
        version
        scale {
          id
          levels {
            id
            ordinal
            label
          }
        }
      }
    }
  }
`);
