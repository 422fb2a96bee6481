import { graphql, type ResultOf } from '../../../lib/graphql.js';

export const FRAMEWORK_DIFFERENCES = graphql(`
  query FrameworkDifferences(
    $from: ID!
    $to: ID!
    $subject: DifferenceSubject
    $change: DifferenceChange
    $search: String
    $after: String
  ) {
    frameworkDifferences(
      fromId: $from
      toId: $to
      subject: $subject
      change: $change
      search: $search
      first: 50
      after: $after
    ) {
      __typename
      ... on FrameworkDifferences {
        totalCount
        counts {
          subject
          change
          count
        }
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          cursor
          node {
            id
            subject
            change
            name
            skillId
            fields {
              field
              before
              after
            }
          }
        }
      }
      ... on Refusal {
        message
      }
    }
  }
`);

type Answer = ResultOf<typeof FRAMEWORK_DIFFERENCES>['frameworkDifferences'];
export type Differences = Extract<Answer, { __typename: 'FrameworkDifferences' }>;
export type Difference = Differences['edges'][number]['node'];
