import { graphql, type ResultOf } from '../../../../lib/graphql.js';

const SHOWN = graphql(`
  fragment ShownBulkIssue on BulkIssue @_unmask {
    id
    fileId
    fileName
    state
    problem
    progress
    createdAt
    appliedAt
    undoneAt
    undoneReason
    viewerCan
    fields
    createdBy {
      id
      displayName
    }
    achievement {
      id
      achievementId
      name
    }
    looksLike {
      what
      path
      known
      of
    }
    columns {
      header
      field
      samples
    }
    counts {
      rows
      create
      held
      errors
    }
    standing {
      waiting
      issued
      quarantined
      withdrawn
    }
    rows {
      row
      outcome
      label
      awardedOn
      problems {
        field
        message
      }
    }
  }
`);

export const BULK_ISSUE = graphql(
  `
    query BulkIssue($id: ID!) {
      bulkIssue(id: $id) {
        ...ShownBulkIssue @unmask
      }
    }
  `,
  [SHOWN],
);

export const BULK_AWARDS = graphql(`
  query BulkAwards($id: ID!, $after: String) {
    bulkIssue(id: $id) {
      id
      awards(first: 50, after: $after) {
        totalCount
        edges {
          cursor
          node {
            id
            state
            person {
              id
              displayName
            }
            achievementVersion {
              id
              name
            }
            credential {
              id
              status
              validFrom
            }
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

export const BULK_LOSSES = graphql(`
  query BulkLosses($id: ID!) {
    bulkIssue(id: $id) {
      id
      losses {
        area
        count
        touched
        happens
        examples {
          name
          path
        }
      }
    }
  }
`);

export const BULK_ISSUES = graphql(`
  query BulkIssues($after: String) {
    bulkIssues(first: 20, after: $after) {
      totalCount
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
            errors
          }
          standing {
            issued
            waiting
            quarantined
            withdrawn
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

export const BULK_ACHIEVEMENTS = graphql(`
  query BulkAchievements {
    bulkAchievements {
      id
      achievementId
      name
    }
  }
`);

export const PREVIEW_BULK = graphql(
  `
    mutation PreviewBulkIssue($input: PreviewBulkIssueInput!) {
      previewBulkIssue(input: $input) {
        __typename
        ... on BulkIssue {
          ...ShownBulkIssue @unmask
        }
        ... on Refusal {
          message
        }
      }
    }
  `,
  [SHOWN],
);

export const APPLY_BULK = graphql(
  `
    mutation ApplyBulkIssue($id: ID!) {
      applyBulkIssue(id: $id) {
        __typename
        ... on BulkIssue {
          ...ShownBulkIssue @unmask
        }
        ... on Refusal {
          message
        }
      }
    }
  `,
  [SHOWN],
);

export const UNDO_BULK = graphql(
  `
    mutation UndoBulkIssue($id: ID!, $reason: String!) {
      undoBulkIssue(id: $id, reason: $reason) {
        __typename
        ... on BulkIssue {
          ...ShownBulkIssue @unmask
        }
        ... on Refusal {
          message
        }
      }
    }
  `,
  [SHOWN],
);

export type BulkIssue = NonNullable<ResultOf<typeof BULK_ISSUE>['bulkIssue']>;
export type ListedBulk = ResultOf<typeof BULK_ISSUES>['bulkIssues']['edges'][number]['node'];
export type BulkAward = NonNullable<ResultOf<typeof BULK_AWARDS>['bulkIssue']>['awards']['edges'][number]['node'];
