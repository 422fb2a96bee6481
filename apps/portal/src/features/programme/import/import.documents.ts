import type { ResultOf } from '../../../lib/graphql.js';
import { graphql } from '../../../lib/graphql.js';

export const FRAMEWORK_FORMATS = graphql(`
  query FrameworkFormats {
    frameworkFormats {
      kind
      title
      about
      hasColumns
      slots {
        key
        title
        about
        namePattern
        required
        many
      }
      options {
        key
        title
        about
        standard
        choices
      }
      standard {
        title
        publisher
        version
        licence
        licenceUrl
        attribution
        sourceUrl
      }
    }
  }
`);

export const FRAMEWORK_IMPORTS = graphql(`
  query FrameworkImports {
    frameworkImports(first: 10) {
      edges {
        node {
          id
          state
          createdAt
          about {
            title
            version
          }
          createdBy {
            id
            displayName
          }
        }
      }
    }
  }
`);

/** What was asked for. Both pages of an import keep the same of it, so that neither makes the other ask again. */
const IMPORT_ASKED = graphql(`
  fragment ImportAsked on FrameworkImport @_unmask {
    id
    kind
    state
    progress
    about {
      title
      publisher
      version
      licence
      licenceUrl
      attribution
      sourceUrl
      restricted
    }
    files {
      slot
      fileId
      name
      errorsUrl
    }
  }
`);

export const FRAMEWORK_IMPORT = graphql(
  `
  query FrameworkImport(
    $id: ID!
    $severity: FindingSeverity
    $findingsAfter: String
    $object: FrameworkObject
    $outcome: FrameworkOutcome
    $rowsAfter: String
  ) {
    frameworkImport(id: $id) {
      ...ImportAsked @unmask
      problem
      looksLike {
        what
        path
        known
        of
      }
      errors
      changesNothing
      viewerCan
      createdAt
      appliedFrameworkId
      scaleLevels
      comparedWith {
        id
        version
      }
      counts {
        skills
        jobFamilies
        jobRoles
        jobRoleLevels
        requirements
        skillsWithoutDescriptors
      }
      outcomes {
        object
        create
        update
        unchanged
        remove
      }
      groups {
        kind
        severity
        count
        summary
      }
      findings(first: 50, severity: $severity, after: $findingsAfter) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          cursor
          node {
            severity
            file
            row
            column
            message
          }
        }
      }
      rows(first: 50, object: $object, outcome: $outcome, after: $rowsAfter) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          cursor
          node {
            object
            outcome
            code
            name
            fields
          }
        }
      }
    }
  }
`,
  [IMPORT_ASKED],
);
export const FRAMEWORK_IMPORT_COLUMNS = graphql(
  `
  query FrameworkImportColumns($id: ID!) {
    frameworkImport(id: $id) {
      ...ImportAsked @unmask
      options {
        key
        value
      }
      tables {
        table
        title
        file
        remembered
        told
        fields {
          name
          about
          needed
        }
        columns {
          header
          field
        }
        rows
      }
    }
  }
`,
  [IMPORT_ASKED],
);
export type ColumnsImport = NonNullable<ResultOf<typeof FRAMEWORK_IMPORT_COLUMNS>['frameworkImport']>;
export type ImportedTable = ColumnsImport['tables'][number];

export type FrameworkImport = NonNullable<ResultOf<typeof FRAMEWORK_IMPORT>['frameworkImport']>;

export const PREVIEW_IMPORT = graphql(`
  mutation PreviewFrameworkImport($input: PreviewFrameworkImportInput!) {
    previewFrameworkImport(input: $input) {
      __typename
      ... on FrameworkImport {
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

export const APPLY_IMPORT = graphql(`
  mutation ApplyFrameworkImport($id: ID!) {
    applyFrameworkImport(id: $id) {
      __typename
      ... on FrameworkImport {
        id
        state
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export const CANCEL_IMPORT = graphql(`
  mutation CancelFrameworkImport($id: ID!) {
    cancelFrameworkImport(id: $id) {
      __typename
      ... on FrameworkImport {
        id
        state
      }
      ... on Refusal {
        message
      }
    }
  }
`);
