import { graphql, type ResultOf } from '../../../lib/graphql.js';

export const MARKS_GIVEN = graphql(`
  query MarksGiven($id: ID!) {
    achievementVersion(id: $id) {
      id
      marksGiven {
        n
        needed
        byOtherRubrics
        missing
        cutScore
        regression {
          n
          slope
          r2
          standardError
          borderlineMean
        }
        scores
      }
    }
  }
`);

export const SET_CUT_SCORE = graphql(`
  mutation SetCutScore($id: ID!, $expectedRevision: Int!, $method: CutScoreMethod!) {
    setCutScore(achievementVersionId: $id, expectedRevision: $expectedRevision, method: $method) {
      __typename
      ... on AchievementVersion {
        id
        revision
        cutScore
        cutScoreSetting {
          method
          cutScore
          reason
          setAt
          setBy {
            id
            displayName
          }
          angoff {
            round
            standardDeviation
            standardError
            judges {
              name
              cut
            }
          }
          regression {
            n
            r2
            standardError
          }
        }
        openPoints {
          section
          field
          message
        }
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

export type MarksGiven = NonNullable<NonNullable<ResultOf<typeof MARKS_GIVEN>['achievementVersion']>['marksGiven']>;
export type CutScoreMethod = 'JUDGEMENT' | 'MODIFIED_ANGOFF' | 'BORDERLINE_REGRESSION';
