import { graphql } from '../../../lib/graphql.js';
import { DECIDED, RUBRIC } from '../judged.documents.js';
import { SNAPSHOT_JUDGED } from '../reviews.documents.js';

export const ASSESSMENT_CASES = graphql(`
  query AssessmentCases($state: SubmissionState, $after: String) {
    assessmentCases(state: $state, first: 50, after: $after) {
      totalCount
      edges {
        cursor
        node {
          id
          state
          attemptNo
          submittedAt
          candidateCode
          dueAt
          notReleasable
          viewerCan
          achievementVersion {
            id
            name
          }
          decision {
            id
            outcome
            score
            decidedAt
          }
          malpractice {
            reason
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
    releaseBatches {
      id
      releaseAt
      doneAt
      cancelledAt
      released
      submissionIds
      skipped {
        submissionId
        reason
      }
    }
  }
`);

export const CASE = graphql(`
  query AssessmentCase($id: ID!) {
    assessmentCase(id: $id) {
      id
      state
      attemptNo
      submittedAt
      candidateCode
      dueAt
      notReleasable
      viewerCan
      achievementVersion {
        id
        name
      }
      decision {
        id
        outcome
        score
        decidedAt
      }
      places {
        id
        purpose
        reason
        round
        state
        dueAt
        handedInAt
        assessor {
          id
          displayName
        }
      }
      holds {
        fromAt
        untilAt
        reason
      }
      malpractice {
        reason
        proposedAt
      }
    }
  }
`);

export const CASE_WORK = graphql(
  `
    query WorkOfCase($id: ID!) {
      assessmentCase(id: $id) {
        id
        candidateCode
        achievementVersion {
          ...RubricToSettle @unmask
        }
        decision {
          ...DecidedOutcome @unmask
        }
        snapshot {
          ...SnapshotJudged @unmask
        }
      }
    }
  `,
  [RUBRIC, DECIDED, SNAPSHOT_JUDGED],
);

const CASE_ANSWER = graphql(`
  fragment CaseAnswer on AssessmentCase @_unmask {
    id
    state
    viewerCan
  }
`);

export const HOLD = graphql(
  `
    mutation HoldSubmission($submissionId: ID!, $reason: String!) {
      holdSubmission(submissionId: $submissionId, reason: $reason) {
        __typename
        ...CaseAnswer @unmask
        ... on Refusal {
          message
        }
      }
    }
  `,
  [CASE_ANSWER],
);

export const RESUME = graphql(
  `
    mutation ResumeSubmission($submissionId: ID!) {
      resumeSubmission(submissionId: $submissionId) {
        __typename
        ...CaseAnswer @unmask
        ... on Refusal {
          message
        }
      }
    }
  `,
  [CASE_ANSWER],
);

export const RETURN = graphql(
  `
    mutation ReturnSubmission($submissionId: ID!, $reason: String!) {
      returnSubmission(submissionId: $submissionId, reason: $reason) {
        __typename
        ...CaseAnswer @unmask
        ... on Refusal {
          message
        }
      }
    }
  `,
  [CASE_ANSWER],
);

export const ASK_MODERATION = graphql(
  `
    mutation AskModeration($submissionId: ID!) {
      askModeration(submissionId: $submissionId) {
        __typename
        ...CaseAnswer @unmask
        ... on Refusal {
          message
        }
      }
    }
  `,
  [CASE_ANSWER],
);

export const PROPOSE_VOID = graphql(
  `
    mutation ProposeVoid($submissionId: ID!, $reason: String!) {
      proposeVoid(submissionId: $submissionId, reason: $reason) {
        __typename
        ...CaseAnswer @unmask
        ... on Refusal {
          message
        }
      }
    }
  `,
  [CASE_ANSWER],
);

export const DECIDE_VOID = graphql(
  `
    mutation DecideVoid($submissionId: ID!, $confirmed: Boolean!) {
      decideVoid(submissionId: $submissionId, confirmed: $confirmed) {
        __typename
        ...CaseAnswer @unmask
        ... on Refusal {
          message
        }
      }
    }
  `,
  [CASE_ANSWER],
);

export const RELEASE_TOGETHER = graphql(`
  mutation ReleaseTogether($submissionIds: [ID!]!) {
    releaseTogether(submissionIds: $submissionIds) {
      __typename
      ... on ReleaseBatch {
        id
        released
        skipped {
          submissionId
          reason
        }
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export const SCHEDULE_RELEASE = graphql(`
  mutation ScheduleRelease($submissionIds: [ID!]!, $at: DateTime!) {
    scheduleRelease(submissionIds: $submissionIds, at: $at) {
      __typename
      ... on ReleaseBatch {
        id
        releaseAt
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

export const CANCEL_RELEASE = graphql(`
  mutation CancelRelease($id: ID!) {
    cancelRelease(id: $id) {
      __typename
      ... on ReleaseBatch {
        id
        cancelledAt
      }
      ... on Refusal {
        message
      }
    }
  }
`);
