import { graphql } from '../../lib/graphql.js';

/** A slot as the queue shows it: nothing of the candidate but a code, nothing of another marker. */
export const SLOT_ROW = graphql(`
  fragment SlotRow on MarkingSlot @_unmask {
    id
    purpose
    state
    candidateCode
    attemptNo
    submittedAt
    dueAt
    overdue
    criteriaCount
    itemCount
    backInQueue
    putBackReason
    submissionState
    viewerCan
    lease {
      mine
      until
      holder {
        id
        displayName
      }
    }
    achievementVersion {
      id
      name
      number
      level {
        id
        label
        ordinal
      }
    }
  }
`);

export const REVIEW_QUEUE = graphql(
  `
    query ReviewQueue(
      $scope: QueueScope!
      $order: QueueOrder!
      $search: String
      $due: QueueDue
      $purpose: SlotPurpose
      $achievementId: ID
      $after: String
    ) {
      reviewQueue(
        scope: $scope
        order: $order
        search: $search
        due: $due
        purpose: $purpose
        achievementId: $achievementId
        first: 50
        after: $after
      ) {
        totalCount
        edges {
          cursor
          node {
            ...SlotRow @unmask
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [SLOT_ROW],
);

export const REVIEW_COUNTS = graphql(`
  query ReviewCounts {
    reviewCounts {
      canTake
      held
      given
      handedIn
      handedInThisWeek
      dueToday
      overdue
      hidden
      capacity
    }
    reviewedAchievements {
      id
      name
    }
  }
`);

/** What the panel says before one claims: the rubric's size and why one may take it. */
export const SLOT_LOOK = graphql(
  `
    query SlotLook($id: ID!) {
      markingSlot(id: $id) {
        ...SlotRow @unmask
        eligibility {
          rule
          ok
          sentence
        }
        achievementVersion {
          id
          markingPolicy
          evidenceMaxAgeMonths
          rubric {
            criteria {
              id
              mustReach
            }
          }
        }
      }
    }
  `,
  [SLOT_ROW],
);

export const MARK_STATE = graphql(`
  fragment MarkState on Mark @_unmask {
    id
    revision
    savedAt
    handedInAt
    overall
    seenLetters
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
    left {
      field
      criterionId
      message
    }
  }
`);

/** The frozen copy, as whoever judges it reads it. */
export const SNAPSHOT_JUDGED = graphql(`
  fragment SnapshotJudged on SubmissionSnapshot @_unmask {
    id
    takenAt
    items {
      letter
      kind
      title
      note
      url
      text
      madeOn
      keptAt
      statement {
        witnessName
        isColleague
        question
        capacity
        sawOn
        words
        answeredAt
      }
      file {
        id
        name
        mediaType
        bytes
        url
        previewUrl
        isWithheld
        preview {
          state
          reason
          pageCount
          activeContent
          pages {
            url
            width
            height
          }
        }
      }
    }
    criteria {
      number
      claimedLevel
      notEvidenced
      carried {
        level
        decidedAt
      }
      sameBecause
      links {
        letter
        reflection
      }
      criterion {
        id
        title
        description
        weight
        mustReach
        levels {
          id
          ordinal
          label
          descriptor
          isCompetent
        }
      }
    }
  }
`);

/** The work itself: asked for only by whoever holds the slot or has handed it in. */
export const MARKING = graphql(
  `
    query Marking($id: ID!) {
      markingSlot(id: $id) {
        ...SlotRow @unmask
        lettersElsewhere
        candidate {
          id
          displayName
        }
        achievementVersion {
          id
          cutScore
          evidenceMaxAgeMonths
        }
        snapshot {
          ...SnapshotJudged @unmask
        }
        mark {
          ...MarkState @unmask
        }
        decision {
          id
          outcome
          score
          decidedAt
          releasedAt
          criteria {
            number
            level
            met
            comment
            criterion {
              id
              title
            }
          }
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
  [SLOT_ROW, MARK_STATE, SNAPSHOT_JUDGED],
);

export const CLAIM_SLOT = graphql(
  `
    mutation ClaimSlot($id: ID!) {
      claimSlot(id: $id) {
        __typename
        ... on MarkingSlot {
          ...SlotRow @unmask
        }
        ... on Refusal {
          message
        }
        ... on AlreadyClaimed {
          holderName
          until
        }
        ... on NotEligible {
          rules {
            rule
            ok
            sentence
          }
        }
      }
    }
  `,
  [SLOT_ROW],
);

export const CLAIM_NEXT = graphql(`
  mutation ClaimNextSlot {
    claimNextSlot {
      __typename
      ... on MarkingSlot {
        id
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export const RENEW_LEASE = graphql(`
  mutation RenewLease($slotId: ID!) {
    renewLease(slotId: $slotId) {
      __typename
      ... on MarkingSlot {
        id
        submissionState
        lease {
          mine
          until
          holder {
            id
            displayName
          }
        }
      }
      ... on CheckTakenAway {
        checkId
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export const PUT_BACK = graphql(`
  mutation PutBackSlot($slotId: ID!, $reason: String!, $knowsCandidate: Boolean!) {
    putBackSlot(slotId: $slotId, reason: $reason, knowsCandidate: $knowsCandidate) {
      __typename
      ... on MarkingSlot {
        id
        state
      }
      ... on CheckTakenAway {
        checkId
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export const SAVE_MARK = graphql(
  `
    mutation SaveMark($slotId: ID!, $input: MarkInput!) {
      saveMark(slotId: $slotId, input: $input) {
        __typename
        ... on MarkingSlot {
          id
          mark {
            ...MarkState @unmask
          }
        }
        ... on CheckTakenAway {
          checkId
        }
        ... on Refusal {
          message
        }
        ... on ChangedMeanwhile {
          currentRevision
        }
      }
    }
  `,
  [MARK_STATE],
);

export const HAND_IN = graphql(`
  mutation HandInMark($slotId: ID!) {
    handInMark(slotId: $slotId) {
      __typename
      ... on MarkingSlot {
        id
        state
        check {
          id
        }
      }
      ... on CheckTakenAway {
        checkId
      }
      ... on Refusal {
        message
      }
      ... on MarkIncomplete {
        left {
          field
          criterionId
          message
        }
      }
    }
  }
`);

export const RELEASE = graphql(`
  mutation ReleaseDecision($slotId: ID!) {
    releaseDecision(slotId: $slotId) {
      __typename
      ... on MarkingSlot {
        id
        submissionState
        viewerCan
        decision {
          id
          releasedAt
        }
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export const MY_SNIPPETS = graphql(`
  query MySnippets {
    mySnippets {
      id
      words
    }
  }
`);

export const KEEP_SNIPPET = graphql(`
  mutation KeepSnippet($words: String!) {
    keepSnippet(words: $words) {
      __typename
      ... on CommentSnippet {
        id
        words
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export const REMOVE_SNIPPET = graphql(`
  mutation RemoveSnippet($id: ID!) {
    removeSnippet(id: $id) {
      __typename
      ... on CommentSnippet {
        id
      }
      ... on Refusal {
        message
      }
    }
  }
`);
