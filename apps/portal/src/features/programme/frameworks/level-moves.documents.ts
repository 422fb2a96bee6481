import { graphql, type ResultOf } from '../../../lib/graphql.js';

export const LEVEL_MOVES = graphql(`
  query LevelMoves($id: ID!) {
    framework(id: $id) {
      id
      viewerCan
      state
      goalsKeptUntil
      levelMoves {
        people
        chosen
        movedAt
        from {
          id
          name
          role {
            id
            name
          }
        }
        to {
          id
          name
          role {
            id
            name
          }
        }
      }
    }
  }
`);

export const KEEP_GOALS = graphql(`
  mutation KeepGoalsUntil($frameworkId: ID!, $until: Date) {
    keepGoalsUntil(frameworkId: $frameworkId, until: $until) {
      __typename
      ... on SkillFramework {
        id
        goalsKeptUntil
      }
      ... on InvalidInput {
        problems {
          field
          message
        }
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export type LevelMove = NonNullable<ResultOf<typeof LEVEL_MOVES>['framework']>['levelMoves'][number];

export const FIND_LEVELS = graphql(`
  query FindLevels($id: ID!, $search: String) {
    roleLattice(frameworkId: $id, search: $search) {
      roles {
        id
        name
        levels {
          id
          name
          order
        }
      }
    }
  }
`);

export const CHOOSE_LEVEL_MOVE = graphql(`
  mutation ChooseLevelMove($id: ID!, $from: ID!, $to: ID) {
    chooseLevelMove(frameworkId: $id, fromLevelId: $from, toLevelId: $to) {
      __typename
      ... on SkillFramework {
        id
      }
      ... on Refusal {
        message
      }
    }
  }
`);
