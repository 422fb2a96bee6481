import { graphql } from '../../../lib/graphql.js';

export const FRAMEWORKS_OPEN = graphql(`
  query FrameworksOpen {
    frameworksOpen
  }
`);

export const OPEN_FRAMEWORKS = graphql(`
  mutation OpenFrameworks($open: Boolean!) {
    openFrameworks(open: $open) {
      __typename
      ... on Organisation {
        id
      }
      ... on Refusal {
        message
      }
    }
  }
`);
