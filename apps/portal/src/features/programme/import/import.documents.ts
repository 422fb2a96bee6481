import type { ResultOf } from '../../../lib/graphql.js';
import { graphql } from '../../../lib/graphql.js';

export const FRAMEWORK_IMPORT = graphql(`
  query FrameworkImport($id: ID!) {
    frameworkImport(id: $id) {
      id
      state
      progress
      problem
      errors
      changesNothing
      viewerCan
      createdAt
      appliedFrameworkId
      scaleLevels
      about {
        title
        publisher
        version
      }
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
      files {
        fileId
        name
        errorsUrl
      }
      groups {
        kind
        severity
        count
        summary
      }
      findings(first: 50) {
        totalCount
        edges {
          node {
            severity
            file
            row
            column
            message
          }
        }
      }
      rows(first: 50) {
        totalCount
        edges {
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
`);
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
