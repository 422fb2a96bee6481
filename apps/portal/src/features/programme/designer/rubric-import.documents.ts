import { graphql, type ResultOf } from '../../../lib/graphql.js';

export const RUBRIC_FILE = graphql(`
  query RubricFile($uploadId: ID!) {
    rubricFile(uploadId: $uploadId) {
      name
      cells
      problems {
        place
        message
      }
      rubrics {
        title
        notes {
          place
          message
        }
        rubric {
          criteria {
            id
            title
            description
            weight
            mustReach
            skillId
            levels {
              id
              ordinal
              label
              points
              descriptor
              isCompetent
            }
          }
        }
      }
    }
  }
`);

export type RubricFile = NonNullable<ResultOf<typeof RUBRIC_FILE>['rubricFile']>;
