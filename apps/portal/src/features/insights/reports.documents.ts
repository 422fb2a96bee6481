import { graphql, type ResultOf, type VariablesOf } from '../../lib/graphql.js';

export const REPORT_SUBJECTS = graphql(`
  query ReportSubjects {
    reportSubjects {
      key
      label
      description
      columns {
        key
        label
        description
        type
        groups
        names
      }
    }
  }
`);

export const REPORT = graphql(`
  query Report($definition: ReportInput!, $after: String) {
    report(definition: $definition, first: 50, after: $after) {
      __typename
      ... on Report {
        heads
        notice
        total
        endCursor
        rows {
          id
          cells
        }
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

const KEPT = graphql(`
  fragment KeptReport on SavedReport @_unmask {
    id
    name
    shared
    schedule
    revision
    changedAt
    viewerCan
    owner {
      id
      displayName
    }
    definition {
      subject
      columns
      groupBy
      filters {
        column
        operator
        value
      }
      sort {
        column
        descending
      }
    }
  }
`);

export const SAVED_REPORTS = graphql(
  `
    query SavedReports {
      savedReports {
        ...KeptReport @unmask
      }
    }
  `,
  [KEPT],
);

export const SAVE_REPORT = graphql(
  `
    mutation SaveReport($input: SaveReportInput!) {
      saveReport(input: $input) {
        __typename
        ... on SavedReport {
          ...KeptReport @unmask
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
  `,
  [KEPT],
);

export const REMOVE_REPORT = graphql(`
  mutation RemoveReport($id: ID!) {
    removeReport(id: $id) {
      __typename
      ... on SavedReport {
        id
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export type Subject = ResultOf<typeof REPORT_SUBJECTS>['reportSubjects'][number];
export type ReportColumn = Subject['columns'][number];
export type Definition = VariablesOf<typeof REPORT>['definition'];
export type Filter = Definition['filters'][number];
export type Operator = Filter['operator'];
export type Kept = ResultOf<typeof SAVED_REPORTS>['savedReports'][number];
