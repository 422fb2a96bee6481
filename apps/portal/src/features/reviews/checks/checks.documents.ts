import { graphql, type ResultOf } from '../../../lib/graphql.js';

export const MY_CHECKS = graphql(`
  query MyLiveChecks {
    myLiveChecks {
      id
      state
      endedAt
      within
      version {
        id
        name
      }
    }
  }
`);

export const CHECK = graphql(`
  query LiveCheck($id: ID!) {
    liveCheck(id: $id) {
      id
      state
      endedAt
      tolerance
      within
      person {
        id
        displayName
      }
      criteria {
        criterionId
        level
        comment
      }
      compared {
        criterionId
        given
        definitive
        difference
        within
        reason
      }
      version {
        id
        name
        rubric {
          criteria {
            id
            title
            description
            weight
            mustReach
            levels {
              id
              ordinal
              label
              descriptor
              isCompetent
            }
          }
        }
      }
    }
  }
`);

export type Check = NonNullable<ResultOf<typeof CHECK>['liveCheck']>;
