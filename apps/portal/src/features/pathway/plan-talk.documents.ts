import { graphql } from '../../lib/graphql.js';
import { PLAN_REVIEW } from '../../lib/plan-review.documents.js';

export const MY_PLAN_REVIEW = graphql(
  `
    query MyPlanReview {
      myGoal {
        id
        shared
        review {
          ...PlanReviewFields @unmask
        }
      }
    }
  `,
  [PLAN_REVIEW],
);

export const PROPOSE_PLAN = graphql(`
  mutation ProposePlan {
    proposePlan {
      __typename
      ... on PlanReview {
        id
      }
      ... on Refusal {
        message
      }
    }
  }
`);
