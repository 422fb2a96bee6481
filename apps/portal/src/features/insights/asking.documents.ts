import { graphql, type ResultOf } from '../../lib/graphql.js';

const WHO_CAN_FIELDS = graphql(`
  fragment WhoCanFields on WhoCan @_unmask {
    personId
    name
    jobTitle
    unitName
    lastDay
    proofs {
      skillId
      level
      verifiedOn
      validUntil
      achievementName
      credentialId
      recognisedFrom
    }
  }
`);

export const WHO_CAN = graphql(
  `
    query WhoCan($requirements: [AskedSkillInput!]!, $unitId: ID, $from: Date, $any: Boolean, $after: String) {
      whoCan(requirements: $requirements, unitId: $unitId, from: $from, any: $any, first: 50, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          cursor
          node {
            ...WhoCanFields @unmask
          }
        }
      }
    }
  `,
  [WHO_CAN_FIELDS],
);

export const SMALLEST_TEAM = graphql(
  `
    query SmallestTeam($requirements: [AskedSkillInput!]!, $unitId: ID, $from: Date) {
      smallestTeam(requirements: $requirements, unitId: $unitId, from: $from) {
        exact
        considered
        more
        uncovered
        runnerUpWithout
        members {
          adds
          person {
            ...WhoCanFields @unmask
          }
        }
        runnerUp {
          adds
          person {
            ...WhoCanFields @unmask
          }
        }
      }
    }
  `,
  [WHO_CAN_FIELDS],
);

export const ASKED_SKILL = graphql(`
  query AskedSkillName($id: ID!) {
    skill(id: $id) {
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
`);

export const UNITS_TO_ASK = graphql(`
  query UnitsToAsk {
    orgUnits {
      id
      name
    }
  }
`);

export type WhoCan = ResultOf<typeof WHO_CAN>['whoCan']['edges'][number]['node'];
export type Member = ResultOf<typeof SMALLEST_TEAM>['smallestTeam']['members'][number];
