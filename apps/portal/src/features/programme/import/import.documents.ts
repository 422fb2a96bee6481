import { graphql } from '../../../lib/graphql.js';

export const FRAMEWORK_IMPORT = graphql(`
  query FrameworkImport($id: ID!) {
    frameworkImport(id: $id) {
      id
      title
      publisher
      version
      createdAt
      appliedFrameworkId
      scaleLevels
      skillNames
      counts {
        skills
        jobFamilies
        jobRoles
        jobRoleLevels
        requirements
        skillsWithoutDescriptors
      }
      groups {
        kind
        severity
        count
        summary
        findings {
          severity
          file
          row
          column
          message
        }
      }
      families {
        name
        roles {
          name
          levels
        }
      }
    }
  }
`);

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
      ... on ImportRejected {
        problems {
          severity
          file
          row
          column
          message
        }
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
      ... on SkillFramework {
        id
      }
      ... on Refusal {
        message
      }
    }
  }
`);
