import { graphql, type ResultOf } from '../../../lib/graphql.js';

export const MARKS_GIVEN = graphql(`
  query MarksBehindFigure(
    $scope: AllocationScope!
    $achievementId: ID
    $assessorId: ID
    $marks: MarksWishInput
    $after: String
  ) {
    slotsToAllocate(
      scope: $scope
      achievementId: $achievementId
      assessorId: $assessorId
      marks: $marks
      first: 50
      after: $after
    ) {
      totalCount
      edges {
        cursor
        node {
          id
          purpose
          candidateCode
          submissionId
          judgedAt
          assessor {
            id
            displayName
          }
          achievementVersion {
            id
            name
            number
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);
export type MarkGiven = ResultOf<typeof MARKS_GIVEN>['slotsToAllocate']['edges'][number]['node'];
