import { graphql, type ResultOf } from '../../lib/graphql.js';

export const ROLES_NEAR = graphql(`
  query RolesNear {
    myRoleSuggestions(first: 5) {
      levelId
      reason
      asks
      shared
      more
      leaves
      sharedSkills {
        id
        name
      }
      leftSkills {
        id
        name
      }
      jobRoleLevel {
        id
        name
        role {
          id
          name
        }
      }
      readiness {
        verified
        claimed
        blockedBy {
          id
        }
        rows {
          gap
          requirement {
            id
            skill {
              id
              name
            }
          }
        }
        plan {
          outcome
          hours
        }
      }
    }
  }
`);

export const ROUTE = graphql(`
  query RouteTo($id: ID!) {
    myRoute(jobRoleLevelId: $id) {
      outcome
      hours
      directly
      legs {
        fromId
        toId
        hours
        to {
          id
          name
        }
        adds {
          skillId
          from
          to
          skill {
            id
            name
          }
        }
      }
      runnerUp {
        hours
        hoursMore
        legs {
          toId
          to {
            id
            name
          }
        }
      }
    }
  }
`);

export type RoleNear = ResultOf<typeof ROLES_NEAR>['myRoleSuggestions'][number];
export type Route = NonNullable<ResultOf<typeof ROUTE>['myRoute']>;
