import { graphql, type ResultOf } from './graphql.js';

export const MY_STACKS = graphql(`
  query MyStacks {
    myStacks {
      id
      name
      myStackProgress {
        toGo
        exact
        counted {
          id
        }
        completions {
          achievements {
            id
            name
          }
        }
      }
    }
  }
`);

export type BegunStack = ResultOf<typeof MY_STACKS>['myStacks'][number];
