import { graphql } from '../../lib/graphql.js';

export const SEARCH_HITS = graphql(`
  query SearchHits($words: String!, $kind: SearchKind, $sourceId: ID, $after: String) {
    searchHits(words: $words, kind: $kind, sourceId: $sourceId, first: 50, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        cursor
        node {
          kind
          id
          title
          context
          code
          alsoCalled
          nearly
        }
      }
    }
  }
`);

export const SEARCH_FACETS = graphql(`
  query SearchFacets($words: String!) {
    searchFacets(words: $words) {
      kind
      sourceId
      source
      count
    }
    people(first: 5, search: $words) {
      totalCount
      edges {
        cursor
        node {
          id
          displayName
          employment {
            id
            jobTitle
          }
        }
      }
    }
  }
`);
