import { graphql, type ResultOf } from './graphql.js';

/** What can be done next about a gap, as lists of such steps show it. */
export const GAP_STEP = graphql(`
  fragment GapStepFields on GapStep @_unmask {
    kind
    remains
    hours
    hoursSaid
    achievement {
      id
      name
      level {
        id
        label
      }
    }
    submission {
      id
      state
    }
    course {
      id
      title
    }
    mentor {
      id
      displayName
    }
    level {
      id
      ordinal
      label
    }
    evidence {
      id
      title
    }
  }
`);

export type GapStep = ResultOf<typeof GAP_STEP>;
