import { graphql, type ResultOf } from '../../lib/graphql.js';

export const SKILL_MAP = graphql(`
  query SkillMap($scope: SkillMapScope!, $unitId: ID, $skillIds: [ID!], $jobRoleLevelId: ID, $asOf: DateTime) {
    skillMap(scope: $scope, unitId: $unitId, skillIds: $skillIds, jobRoleLevelId: $jobRoleLevelId, asOf: $asOf) {
      asOf
      firstRecord
      size
      people {
        id
        name
        jobTitle
      }
      further {
        id
        name
      }
      columns {
        asked
        covered
        highest
        need
        mustHave
        verified
        lapsed
        observed
        claimed
        goal
        ends {
          row
          at
        }
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
    }
  }
`);

export const SKILL_MAP_SCOPES = graphql(`
  query SkillMapScopes {
    skillMapScopes {
      reports
      organisation
      units {
        id
        name
        people
      }
    }
  }
`);

export const SKILL_MAP_SOURCES = graphql(`
  query SkillMapSources($personId: ID!, $skillId: ID!, $asOf: DateTime) {
    skillMapSources(personId: $personId, skillId: $skillId, asOf: $asOf) {
      layer
      ordinal
      since
      until
      achievementName
      assessors
      recognisedFrom
      capacity
      observer {
        id
        displayName
      }
    }
  }
`);

export const JOB_ROLE_LEVELS_FOUND = graphql(`
  query JobRoleLevelsToCompare($search: String) {
    jobRoleLevels(first: 20, search: $search) {
      id
      name
    }
  }
`);

export const JOB_ROLE_LEVEL_COMPARED = graphql(`
  query JobRoleLevelCompared($id: ID!) {
    jobRoleLevel(id: $id) {
      id
      name
    }
  }
`);

export type SkillMapAnswer = ResultOf<typeof SKILL_MAP>['skillMap'];
export type SkillMapSource = ResultOf<typeof SKILL_MAP_SOURCES>['skillMapSources'][number];
