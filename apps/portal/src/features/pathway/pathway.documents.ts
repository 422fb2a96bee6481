import { GAP_STEP } from '../../lib/gap-step.documents.js';
import { graphql, type ResultOf } from '../../lib/graphql.js';
import { NEWER_VERSION } from '../../lib/newer-version.documents.js';

export const PATHWAY = graphql(
  `
  query Pathway {
    myGoal {
      ...NewerVersionFields @unmask
      id
      byDay
      shared
      jobRoleLevel {
        id
        name
      }
    }
    viewer {
      person {
        id
        employment {
          id
          jobRoleLevel {
            id
            name
          }
        }
      }
    }
  }
`,
  [NEWER_VERSION],
);

const PATHWAY_ROLE = graphql(`
  fragment PathwayRole on JobRole @_unmask {
    id
    name
    levels {
      id
      name
      order
      asks
      myNearness {
        verified
        claimed
        band
      }
    }
  }
`);

/** The own ladder, and the ladders that steps lead to from a rung of it. */
export const NEIGHBOURHOOD = graphql(
  `
    query PathwayNeighbourhood($id: ID!) {
      jobRoleLevel(id: $id) {
        id
        role {
          ...PathwayRole @unmask
        }
        stepsOut {
          id
          kind
          to {
            id
            role {
              ...PathwayRole @unmask
            }
          }
        }
        suggestedSteps(first: 3) {
          overlap
          shared
          more
          to {
            id
            role {
              ...PathwayRole @unmask
            }
          }
        }
      }
    }
  `,
  [PATHWAY_ROLE],
);

/**
 * What a rung asks, what there is to do about each gap, and the plan. One answer: asked for apart, the two would be planned twice
 * and might differ where something was earned in between.
 */
export const PLAN = graphql(
  `
  query PathwayPlan($id: ID!) {
    myReadiness(jobRoleLevelId: $id) {
      verified
      claimed
      band
      jobRoleLevel {
        id
        name
        reallyHeld {
          people
          holders
          skill {
            id
            name
          }
          middleLevel {
            id
            label
          }
        }
      }
      blockedBy {
        id
        name
      }
      rows {
        gap
        lapsedOn
        layers {
          verified {
            recognisedFrom
          }
          lapsed {
            level {
              id
              ordinal
            }
          }
          claimed {
            id
            level {
              id
              ordinal
            }
          }
        }
        nextSteps {
          ...GapStepFields @unmask
        }
        requirement {
          id
          importance
          mustHave
          level {
            id
            ordinal
            label
          }
          skill {
            id
            name
          }
        }
        verified {
          id
          ordinal
        }
      }
      plan {
        outcome
        exact
        hours
        hoursAYear
        currency
        price
        priceAYear
        unpriced
        unblockedAfter
        outOfReach
        unreached {
          skillId
          needed
          reaches
        }
        runnerUp {
          without
          hours
          hoursMore
        }
        otherOrder {
          startsWith
          blockedLonger
        }
        steps {
          achievementId
          hours
          hoursSaid
          after
          unblocks
          neededFor
          closes {
            skillId
            from
            to
          }
          mySubmission {
            id
            state
          }
          achievement {
            id
            name
            level {
              id
              label
            }
          }
        }
        offers {
          achievementId
          hours
          price
          requires
          earned
          achievement {
            id
            name
            level {
              id
              label
            }
          }
          gives {
            skillId
            to
          }
        }
      }
    }
  }
`,
  [GAP_STEP],
);

export const LEVELS_FOUND = graphql(`
  query GoalLevels($search: String!) {
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

export const CHOOSE_GOAL = graphql(`
  mutation ChooseGoal($input: GoalInput!) {
    chooseGoal(input: $input) {
      __typename
      ... on Goal {
        id
      }
      ... on Refusal {
        message
      }
      ... on InvalidInput {
        problems {
          field
          message
        }
      }
    }
  }
`);

export const END_GOAL = graphql(`
  mutation EndGoal($id: ID!) {
    endGoal(id: $id) {
      __typename
      ... on Goal {
        id
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export type Pathway = ResultOf<typeof PATHWAY>;
export type Goal = NonNullable<Pathway['myGoal']>;
type Neighbourhood = NonNullable<ResultOf<typeof NEIGHBOURHOOD>['jobRoleLevel']>;
export type Around = Neighbourhood;
export type Role = Neighbourhood['role'];
export type Level = Role['levels'][number];
export type Aim = NonNullable<ResultOf<typeof PLAN>['myReadiness']>;
export type Gap = Aim['rows'][number];
export type PlanStep = Aim['plan']['steps'][number];
