import { graphql, type ResultOf } from './graphql.js';

/** A plan that was proposed, as both of the two see it. */
export const PLAN_REVIEW = graphql(`
  fragment PlanReviewFields on PlanReview @_unmask {
    id
    state
    proposedAt
    byDay
    agreedAt
    viewerCan
    agreedBy {
      id
      displayName
    }
    steps {
      achievementId
      name
      level
      hours
    }
    comments {
      id
      words
      saidAt
      author {
        id
        displayName
      }
    }
    changes {
      kind
      name
      level
      from
      to
    }
  }
`);

export const COMMENT_ON_PLAN = graphql(`
  mutation CommentOnPlan($id: ID!, $words: String!) {
    commentOnPlan(id: $id, words: $words) {
      __typename
      ... on PlanReview {
        id
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

export const AGREE_PLAN = graphql(`
  mutation AgreePlan($id: ID!, $byDay: Date) {
    agreePlan(id: $id, byDay: $byDay) {
      __typename
      ... on PlanReview {
        id
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

export type PlanReview = ResultOf<typeof PLAN_REVIEW>;
