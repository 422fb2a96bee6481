import { graphql } from '../../lib/graphql.js';

export const RUBRIC = graphql(`
  fragment RubricToSettle on AchievementVersion @_unmask {
    id
    name
    number
    rubric {
      criteria {
        id
        title
        description
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
`);

export const MARK_BESIDE = graphql(`
  fragment MarkBeside on MarkOnSubmission @_unmask {
    markId
    purpose
    reason
    handedInAt
    overall
    assessor {
      id
      displayName
    }
    criteria {
      criterionId
      level
      comment
    }
    rules {
      valid
      authentic
      sufficient
      current
    }
  }
`);

export const DECIDED = graphql(`
  fragment DecidedOutcome on Decision @_unmask {
    id
    sequence
    outcome
    score
    decidedAt
    releasedAt
    overallComment
    criteria {
      number
      level
      met
      comment
      criterion {
        id
      }
    }
  }
`);
