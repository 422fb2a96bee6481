import { graphql, type ResultOf } from '../../lib/graphql.js';

export const TEAM = graphql(`
  query Team($after: String) {
    team(first: 100, after: $after) {
      asOf
      size
      pageInfo {
        hasNextPage
        endCursor
      }
      skills {
        needed
        asked
        covered
        skill {
          id
          name
          framework {
            id
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
      people {
        jobTitle
        person {
          id
          displayName
        }
        cells {
          skillId
          level
          needed
          mustHave
          state
          verifiedOn
          validUntil
          achievementName
          assessors
          credentialId
        }
        waiting {
          id
          state
          achievementVersion {
            id
            name
            level {
              id
              label
            }
          }
        }
      }
    }
  }
`);

export type TeamMap = ResultOf<typeof TEAM>['team'];
export type TeamSkill = TeamMap['skills'][number];
export type TeamPerson = TeamMap['people'][number];
export type TeamCell = TeamPerson['cells'][number];
