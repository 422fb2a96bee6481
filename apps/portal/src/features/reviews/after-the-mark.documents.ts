import { graphql } from '../../lib/graphql.js';

const RUBRIC = graphql(`
  fragment RubricToSettle on AchievementVersion @_unmask {
    id
    name
    number
    rubric {
      criteria {
        id
        title
        description
        levels {
          id
          ordinal
          label
          isCompetent
        }
      }
    }
  }
`);

const MARK_BESIDE = graphql(`
  fragment MarkBeside on MarkOnSubmission @_unmask {
    markId
    purpose
    reason
    handedInAt
    overall
    assessor {
      id
      displayName
    }
    criteria {
      criterionId
      level
      comment
    }
    rules {
      valid
      authentic
      sufficient
      current
    }
  }
`);

const DECIDED = graphql(`
  fragment DecidedOutcome on Decision @_unmask {
    id
    sequence
    outcome
    score
    decidedAt
    releasedAt
    overallComment
    criteria {
      number
      level
      met
      comment
      criterion {
        id
      }
    }
  }
`);

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

export const MODERATION_QUEUE = graphql(`
  query ModerationQueue {
    moderationQueue {
      id
      state
      candidateCode
      attemptNo
      dueAt
      lease {
        mine
      }
      achievementVersion {
        id
        name
      }
    }
  }
`);

export const MODERATION = graphql(
  `
    query ModerationOfSlot($id: ID!) {
      markingSlot(id: $id) {
        id
        purpose
        state
        candidateCode
        attemptNo
        dueAt
        submissionState
        viewerCan
        lease {
          mine
          until
        }
        achievementVersion {
          ...RubricToSettle @unmask
        }
        decision {
          ...DecidedOutcome @unmask
        }
        marksBeside {
          ...MarkBeside @unmask
        }
        moderations {
          id
          outcome
          reason
          at
          moderator {
            id
            displayName
          }
        }
      }
    }
  `,
  [RUBRIC, DECIDED, MARK_BESIDE],
);

export const MODERATE = graphql(`
  mutation Moderate($slotId: ID!, $input: ModerationInput!) {
    moderate(slotId: $slotId, input: $input) {
      __typename
      ... on MarkingSlot {
        id
        state
        submissionState
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

export const APPEALS = graphql(`
  query Appeals {
    appeals {
      id
      submissionId
      state
      grounds
      lodgedAt
      dueAt
      decidedAt
      case {
        id
        candidateCode
        achievementVersion {
          id
          name
        }
      }
    }
    recalls {
      id
      reason
      since
      until
      openedAt
      closedAt
      assessor {
        id
        displayName
      }
      achievementVersion {
        id
        name
      }
      items {
        id
        state
        submissionId
        reason
        viewerCan
        case {
          id
          candidateCode
          decision {
            id
            outcome
            score
          }
        }
      }
    }
  }
`);

export const APPEAL = graphql(
  `
    query AppealToAnswer($id: ID!) {
      appeal(id: $id) {
        id
        submissionId
        state
        grounds
        statement
        lodgedAt
        dueAt
        checkedAt
        decidedAt
        answer
        isMarkedAnew
        viewerCan
        case {
          id
          candidateCode
          attemptNo
          achievementVersion {
            ...RubricToSettle @unmask
          }
        }
        decision {
          ...DecidedOutcome @unmask
        }
        newDecision {
          ...DecidedOutcome @unmask
        }
        marks {
          ...MarkBeside @unmask
        }
      }
    }
  `,
  [RUBRIC, DECIDED, MARK_BESIDE],
);

export const CHECK_APPEAL = graphql(`
  mutation CheckAppeal($id: ID!, $inScope: Boolean!, $answer: String!) {
    checkAppeal(id: $id, inScope: $inScope, answer: $answer) {
      __typename
      ... on Appeal {
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

export const ASK_APPEAL_MARK = graphql(`
  mutation AskAppealMark($id: ID!) {
    askAppealMark(id: $id) {
      __typename
      ... on Appeal {
        id
        isMarkedAnew
        viewerCan
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export const DECIDE_APPEAL = graphql(`
  mutation DecideAppeal($id: ID!, $outcome: AppealOutcome!, $answer: String!, $criteria: [NewLevelInput!]!) {
    decideAppeal(id: $id, outcome: $outcome, answer: $answer, criteria: $criteria) {
      __typename
      ... on Appeal {
        id
        state
        answer
        viewerCan
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

export const DECIDE_RECALL_ITEM = graphql(`
  mutation DecideRecallItem($itemId: ID!, $reason: String!, $criteria: [NewLevelInput!]!) {
    decideRecallItem(itemId: $itemId, reason: $reason, criteria: $criteria) {
      __typename
      ... on RecallItem {
        id
        state
        reason
        viewerCan
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export const ASK_RECALL_MARK = graphql(`
  mutation AskRecallMark($itemId: ID!) {
    askRecallMark(itemId: $itemId) {
      __typename
      ... on RecallItem {
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
