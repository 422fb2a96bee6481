import { graphql } from '../../../lib/graphql.js';
import { MARK_BESIDE, RUBRIC } from '../judged.documents.js';
import { SNAPSHOT_JUDGED } from '../reviews.documents.js';

export const RECONCILIATIONS = graphql(`
  query Reconciliations {
    reconciliations {
      id
      submissionId
      state
      openedAt
      firstAgreedAt
      secondAgreedAt
      viewerIsFirst
      viewerCan
      achievementVersion {
        id
        name
      }
      left {
        message
      }
    }
  }
`);

export const RECONCILIATION = graphql(
  `
    query Reconciliation($submissionId: ID!) {
      reconciliation(submissionId: $submissionId) {
        id
        submissionId
        state
        settledHow
        revision
        savedAt
        openedAt
        firstAgreedAt
        secondAgreedAt
        viewerIsFirst
        viewerCan
        differing
        differingRules
        criteria {
          criterionId
          level
          reason
        }
        rules {
          valid
          authentic
          sufficient
          current
        }
        left {
          field
          criterionId
          message
        }
        marks {
          ...MarkBeside @unmask
        }
        achievementVersion {
          ...RubricToSettle @unmask
        }
      }
    }
  `,
  [MARK_BESIDE, RUBRIC],
);

/** Asked once: what both wrote is asked for again and again, the frozen copy never changes. */
export const RECONCILIATION_EVIDENCE = graphql(
  `
    query ReconciliationEvidence($submissionId: ID!) {
      reconciliation(submissionId: $submissionId) {
        id
        snapshot {
          ...SnapshotJudged @unmask
        }
      }
    }
  `,
  [SNAPSHOT_JUDGED],
);

export const SAVE_RECONCILIATION = graphql(`
  mutation SaveReconciliation($submissionId: ID!, $input: AgreementInput!, $expectedRevision: Int!) {
    saveReconciliation(submissionId: $submissionId, input: $input, expectedRevision: $expectedRevision) {
      __typename
      ... on Reconciliation {
        id
        revision
        savedAt
        firstAgreedAt
        secondAgreedAt
        left {
          field
          criterionId
          message
        }
      }
      ... on ChangedMeanwhile {
        currentRevision
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export const AGREE_RECONCILIATION = graphql(`
  mutation AgreeReconciliation($submissionId: ID!, $expectedRevision: Int!) {
    agreeReconciliation(submissionId: $submissionId, expectedRevision: $expectedRevision) {
      __typename
      ... on Reconciliation {
        id
        state
        settledHow
        firstAgreedAt
        secondAgreedAt
        viewerCan
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export const ASK_THIRD_MARK = graphql(`
  mutation AskThirdMark($submissionId: ID!) {
    askThirdMark(submissionId: $submissionId) {
      __typename
      ... on Reconciliation {
        id
        state
        viewerCan
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export const ADJUDICATE = graphql(`
  mutation Adjudicate($submissionId: ID!, $input: AgreementInput!) {
    adjudicate(submissionId: $submissionId, input: $input) {
      __typename
      ... on Reconciliation {
        id
        state
        settledHow
        viewerCan
      }
      ... on Refusal {
        message
      }
    }
  }
`);
