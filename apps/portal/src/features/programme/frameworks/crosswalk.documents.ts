import { graphql, type ResultOf } from '../../../lib/graphql.js';

export const CROSSWALKS = graphql(`
  query ScaleCrosswalks {
    scaleCrosswalks {
      id
      state
      reason
      revision
      writtenAt
      agreedAt
      viewerCan
      pairs {
        from
        to
      }
      writtenBy {
        id
        displayName
      }
      agreedBy {
        id
        displayName
      }
      fromScale {
        id
        name
        levels {
          id
          ordinal
          label
        }
      }
      toScale {
        id
        name
        levels {
          id
          ordinal
          label
        }
      }
    }
    scalesInUse {
      frameworks
      scale {
        id
        name
        levels {
          id
          ordinal
          label
        }
      }
    }
  }
`);

export const SAVE_CROSSWALK = graphql(`
  mutation SaveScaleCrosswalk($input: ScaleCrosswalkInput!) {
    saveScaleCrosswalk(input: $input) {
      __typename
      ... on ScaleCrosswalk {
        id
        state
        revision
      }
      ... on InvalidInput {
        problems {
          field
          message
        }
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export const AGREE_CROSSWALK = graphql(`
  mutation AgreeScaleCrosswalk($id: ID!, $expectedRevision: Int!) {
    agreeScaleCrosswalk(id: $id, expectedRevision: $expectedRevision) {
      __typename
      ... on ScaleCrosswalk {
        id
        state
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export type Crosswalk = ResultOf<typeof CROSSWALKS>['scaleCrosswalks'][number];
export type ScaleInUse = ResultOf<typeof CROSSWALKS>['scalesInUse'][number];
