import { graphql, type ResultOf } from '../../../lib/graphql.js';

export const SAMPLING_PLANS = graphql(`
  query SamplingPlans {
    samplingPlans {
      id
      share
      seed
      newAssessor
      borderline
      highStakes
      startedAt
      endedAt
      viewerCan
      achievement {
        id
        name
      }
      counts {
        lookedAt
        chosen
        borderline
        checked
        notSound
        least
        enough
      }
    }
  }
`);

export const SAMPLES = graphql(`
  query Samples($planId: ID, $scope: SampleScope!, $after: String) {
    samples(planId: $planId, scope: $scope, first: 50, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        cursor
        node {
          id
          submissionId
          draw
          strata
          chosenAt
          finding
          findingNote
          foundAt
          viewerCan
          achievement {
            id
            name
          }
          assessor {
            id
            displayName
          }
          foundBy {
            id
            displayName
          }
        }
      }
    }
  }
`);

export const START_PLAN = graphql(`
  mutation StartSamplingPlan($input: SamplingPlanInput!) {
    startSamplingPlan(input: $input) {
      __typename
      ... on SamplingPlan {
        id
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export const END_PLAN = graphql(`
  mutation EndSamplingPlan($id: ID!) {
    endSamplingPlan(id: $id) {
      __typename
      ... on SamplingPlan {
        id
        endedAt
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export const DRAW_MORE = graphql(`
  mutation DrawMoreSamples($planId: ID!, $count: Int!) {
    drawMoreSamples(planId: $planId, count: $count) {
      __typename
      ... on SamplingPlan {
        id
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export const RECORD_FINDING = graphql(`
  mutation RecordSampleFinding($id: ID!, $finding: SampleFinding!, $note: String!) {
    recordSampleFinding(id: $id, finding: $finding, note: $note) {
      __typename
      ... on SampleItem {
        id
        finding
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export type Plan = ResultOf<typeof SAMPLING_PLANS>['samplingPlans'][number];
export type Sample = ResultOf<typeof SAMPLES>['samples']['edges'][number]['node'];
