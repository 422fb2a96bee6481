import { graphql, type ResultOf } from '../../../lib/graphql.js';

export const PROVIDERS = graphql(`
  query Providers($search: String, $after: String) {
    courseProviders(first: 50, search: $search, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          name
          website
          country
          kind
          qualityAssurance
          trust
          trustReason
          trustSince
          issuerIds
          agreement
          revision
        }
      }
    }
  }
`);

export type Provider = ResultOf<typeof PROVIDERS>['courseProviders']['edges'][number]['node'];
