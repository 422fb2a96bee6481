import { graphql, type ResultOf } from './graphql.js';

/** What a newer version asks otherwise than the one that a goal was planned against. */
export const NEWER_VERSION = graphql(`
  fragment NewerVersionFields on Goal @_unmask {
    id
    viewerCan
    newerVersion {
      keptUntil
      verified
      changes {
        kind
        name
        from
        to
      }
      jobRoleLevel {
        id
        name
      }
      framework {
        id
        version
      }
    }
  }
`);

export const MOVE_GOAL = graphql(`
  mutation MoveGoal($id: ID!) {
    moveGoal(id: $id) {
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

export type GoalVersion = ResultOf<typeof NEWER_VERSION>;
