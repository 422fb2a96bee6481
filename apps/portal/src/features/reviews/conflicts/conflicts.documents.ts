import type { ResultOf } from '../../../lib/graphql.js';
import { graphql } from '../../../lib/graphql.js';

export const MY_CONFLICTS = graphql(`
  query MyConflicts {
    myConflicts {
      id
      kind
      note
      since
      endedAt
      other {
        id
        displayName
      }
    }
  }
`);
export type MyConflict = ResultOf<typeof MY_CONFLICTS>['myConflicts'][number];

export const ALL_CONFLICTS = graphql(`
  query ConflictDeclarations($after: String) {
    conflictDeclarations(first: 50, after: $after) {
      totalCount
      edges {
        node {
          id
          kind
          note
          since
          person {
            id
            displayName
          }
          other {
            id
            displayName
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const COLLEAGUE_CHOICES = graphql(`
  query ColleaguesForConflict($search: String) {
    people(first: 20, search: $search) {
      edges {
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

export const DECLARE_CONFLICT = graphql(`
  mutation DeclareConflict($otherPersonId: ID!, $kind: ConflictKind!, $note: String!) {
    declareConflict(otherPersonId: $otherPersonId, kind: $kind, note: $note) {
      __typename
      ... on ConflictDeclaration {
        id
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export const END_CONFLICT = graphql(`
  mutation EndConflict($id: ID!) {
    endConflict(id: $id) {
      __typename
      ... on ConflictDeclaration {
        id
        endedAt
      }
      ... on Refusal {
        message
      }
    }
  }
`);
