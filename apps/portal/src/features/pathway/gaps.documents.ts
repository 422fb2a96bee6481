import { GAP_STEP } from '../../lib/gap-step.documents.js';
import { graphql, type ResultOf } from '../../lib/graphql.js';

export const GAPS = graphql(
  `
    query PathwayGaps($id: ID!) {
      myReadiness(jobRoleLevelId: $id) {
        jobRoleLevel {
          id
          name
        }
        rows {
          gap
          lapsedOn
          requirement {
            id
            mustHave
            level {
              id
              ordinal
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
        }
      }
    }
  `,
  [GAP_STEP],
);

export type Gap = NonNullable<ResultOf<typeof GAPS>['myReadiness']>['rows'][number];
