import { graphql } from '../../../lib/graphql.js';
import { DECIDED, MARK_BESIDE, RUBRIC } from '../judged.documents.js';
import { SNAPSHOT_JUDGED } from '../reviews.documents.js';

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
          snapshot {
            ...SnapshotJudged @unmask
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
  [RUBRIC, DECIDED, MARK_BESIDE, SNAPSHOT_JUDGED],
);

export const RECALLED = graphql(
  `
    query RecalledDecision($id: ID!) {
      recallItem(id: $id) {
        id
        submissionId
        state
        reason
        decidedAt
        viewerCan
        case {
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
        marks {
          ...MarkBeside @unmask
        }
      }
    }
  `,
  [RUBRIC, DECIDED, MARK_BESIDE, SNAPSHOT_JUDGED],
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
