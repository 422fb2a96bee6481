import { graphql, type ResultOf } from '../../../lib/graphql.js';

const IMPORT = graphql(`
  fragment ImportFacts on PeopleImport @_unmask {
    id
    fileName
    state
    createdAt
    createdBy {
      id
      displayName
    }
    effectiveOn
    progress
    problem
    looksLike {
      what
      path
      known
      of
    }
    missing
    appliedAt
    viewerCan
    columns {
      header
      samples
    }
    mapping {
      header
      field
    }
    counts {
      rows
      create
      change
      unchanged
      leave
      errors
    }
  }
`);

export const PEOPLE_IMPORT = graphql(
  `
    query PeopleImport($id: ID!) {
      peopleImport(id: $id) {
        ...ImportFacts @unmask
      }
    }
  `,
  [IMPORT],
);

export const IMPORT_ROWS = graphql(`
  query PeopleImportRows($id: ID!, $outcome: ImportOutcome, $after: String) {
    peopleImport(id: $id) {
      id
      rows(first: 50, outcome: $outcome, after: $after) {
        edges {
          cursor
          node {
            row
            outcome
            personId
            name
            changes {
              field
              from
              to
            }
            problems {
              field
              message
            }
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
        totalCount
      }
    }
  }
`);

export const PEOPLE_IMPORTS = graphql(`
  query PeopleImports($after: String) {
    peopleImports(first: 20, after: $after) {
      edges {
        cursor
        node {
          id
          fileName
          state
          createdAt
          createdBy {
            id
            displayName
          }
          counts {
            rows
            create
            change
            leave
            errors
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      totalCount
    }
  }
`);

export const PREVIEW_PEOPLE = graphql(`
  mutation PreviewPeopleImport($input: PreviewPeopleImportInput!) {
    previewPeopleImport(input: $input) {
      __typename
      ... on PeopleImport {
        id
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

export const APPLY_PEOPLE = graphql(`
  mutation ApplyPeopleImport($id: ID!) {
    applyPeopleImport(id: $id) {
      __typename
      ... on PeopleImport {
        id
        state
        progress
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export const CANCEL_PEOPLE = graphql(`
  mutation CancelPeopleImport($id: ID!) {
    cancelPeopleImport(id: $id) {
      __typename
      ... on PeopleImport {
        id
        state
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export type PeopleImport = NonNullable<ResultOf<typeof PEOPLE_IMPORT>['peopleImport']>;
export type ImportRow = NonNullable<ResultOf<typeof IMPORT_ROWS>['peopleImport']>['rows']['edges'][number]['node'];
export type ImportOutcome = ImportRow['outcome'];
export type ListedImport = ResultOf<typeof PEOPLE_IMPORTS>['peopleImports']['edges'][number]['node'];
export type ImportField = NonNullable<PeopleImport['mapping'][number]['field']>;
