import { graphql, type ResultOf } from '../../../lib/graphql.js';

const SHOWN = graphql(`
  fragment ShownCourseImport on CourseImport @_unmask {
    id
    kind
    fileId
    fileName
    state
    problem
    looksLike {
      what
      path
      known
      of
    }
    createdAt
    appliedAt
    fields
    catalogue {
      name
      licence
      attribution
      sourceUrl
    }
    columns {
      header
      field
      samples
    }
    counts {
      rows
      create
      change
      unchanged
      errors
      newProviders
      linkedPrerequisites
      prerequisitesInWords
    }
    rows {
      row
      outcome
      label
      changes
      problems {
        field
        message
      }
    }
  }
`);

export const COURSE_IMPORT = graphql(
  `
    query CourseImport($id: ID!) {
      courseImport(id: $id) {
        ...ShownCourseImport @unmask
      }
    }
  `,
  [SHOWN],
);

export type CourseImport = NonNullable<ResultOf<typeof COURSE_IMPORT>['courseImport']>;

export const PREVIEW_COURSES = graphql(
  `
    mutation PreviewCourseImport($input: PreviewCourseImportInput!) {
      previewCourseImport(input: $input) {
        __typename
        ... on CourseImport {
          ...ShownCourseImport @unmask
        }
        ... on Refusal {
          message
        }
      }
    }
  `,
  [SHOWN],
);

export const APPLY_COURSES = graphql(
  `
    mutation ApplyCourseImport($id: ID!) {
      applyCourseImport(id: $id) {
        __typename
        ... on CourseImport {
          ...ShownCourseImport @unmask
        }
        ... on Refusal {
          message
        }
      }
    }
  `,
  [SHOWN],
);
