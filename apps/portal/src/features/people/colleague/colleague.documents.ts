import { NEWER_VERSION } from '../../../lib/newer-version.documents.js';
import { PLAN_REVIEW } from '../../../lib/plan-review.documents.js';
import { graphql, type ResultOf } from '../../../lib/graphql.js';

export const COLLEAGUE = graphql(
  `
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
      viewerObservesAs
      goal {
        ...NewerVersionFields @unmask
        id
        byDay
        jobRoleLevel {
          id
          name
        }
        review {
          ...PlanReviewFields @unmask
        }
        readiness {
          verified
          blockedBy {
            id
            name
          }
        }
      }
      skillLayers {
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
        verified {
          level {
            id
            ordinal
          }
        }
        observed {
          id
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
        observations {
          id
          seenOn
          words
          level {
            id
            ordinal
          }
          observer {
            id
            displayName
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
`,
  [PLAN_REVIEW, NEWER_VERSION],
);

export const OBSERVE_SKILL = graphql(`
  mutation ObserveSkill($input: ObserveSkillInput!) {
    observeSkill(input: $input) {
      __typename
      ... on SkillObservation {
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

export const ASSIGN_GOAL = graphql(`
  mutation AssignGoal($personId: ID!, $input: GoalInput!) {
    assignGoal(personId: $personId, input: $input) {
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

export const WITHDRAW_OBSERVATION = graphql(`
  mutation WithdrawSkillObservation($id: ID!) {
    withdrawSkillObservation(id: $id) {
      __typename
      ... on SkillObservation {
        id
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export type Colleague = NonNullable<ResultOf<typeof COLLEAGUE>['person']>;
