import { graphql, type ResultOf } from '../../../lib/graphql.js';

export const ROLE_SHEET = graphql(`
  query RoleSheet($levelId: ID!) {
    jobRoleLevel(id: $levelId) {
      id
      role {
        id
        name
        revision
        framework {
          id
          title
          version
          state
          viewerCan
          scale {
            id
            levels {
              id
              ordinal
              label
            }
          }
        }
        levels {
          id
          name
          order
          requirements {
            id
            importance
            mustHave
            level {
              id
              ordinal
            }
            skill {
              id
              name
            }
            adoptedFrom {
              id
              title
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
  }
`);

export const SAVE_REQUIREMENTS = graphql(`
  mutation SaveRequirements($roleId: ID!, $expectedRevision: Int!, $cells: [RequirementCellInput!]!) {
    saveRequirements(roleId: $roleId, expectedRevision: $expectedRevision, cells: $cells) {
      __typename
      ... on JobRole {
        id
        revision
      }
      ... on Refusal {
        message
      }
      ... on ChangedMeanwhile {
        currentRevision
      }
    }
  }
`);

export const OWN_SKILLS = graphql(`
  query OwnSkills($frameworkId: ID!, $search: String) {
    framework(id: $frameworkId) {
      id
      skills(first: 20, search: $search) {
        edges {
          node {
            id
            name
          }
        }
      }
    }
  }
`);

export const COPY_REQUIREMENTS = graphql(`
  mutation CopyRequirements($from: ID!, $to: ID!, $expectedRevision: Int!) {
    copyRequirements(fromLevelId: $from, toLevelId: $to, expectedRevision: $expectedRevision) {
      __typename
      ... on JobRole {
        id
        revision
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export type SheetRole = NonNullable<ResultOf<typeof ROLE_SHEET>['jobRoleLevel']>['role'];
