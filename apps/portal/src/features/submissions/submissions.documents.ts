import { OWN_EVIDENCE } from '../../lib/evidence-capture.documents.js';
import { OPENING } from '../../lib/openings.documents.js';
import { graphql } from '../../lib/graphql.js';

export const MY_SUBMISSIONS = graphql(`
  query MySubmissions($evidenceId: ID, $after: String) {
    mySubmissions(evidenceId: $evidenceId, first: 50, after: $after) {
      totalCount
      edges {
        cursor
        node {
          id
          state
          attemptNo
          createdAt
          savedAt
          submittedAt
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
          gaps {
            criterionId
            blocking
          }
          decision {
            id
            outcome
            releasedAt
          }
          award {
            id
            state
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

const CRITERION = graphql(`
  fragment RubricRow on RubricCriterion @_unmask {
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
`);

/** A submission while it is written: what the grid, the panel and the rail show. */
export const SUBMISSION_WORK = graphql(
  `
    fragment SubmissionWork on Submission @_unmask {
      id
      state
      attemptNo
      route
      revision
      savedAt
      submittedAt
      viewerCan
      achievementVersion {
        id
        achievementId
        name
        number
        markingPolicy
        evidenceMaxAgeMonths
        badgeUrl
        level {
          id
          label
          ordinal
        }
      }
      items {
        letter
        criteria
        item {
          ...OwnEvidence @unmask
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
        askedAgain {
          bringsNew
          sameBecause
        }
        criterion {
          ...RubricRow @unmask
        }
        links {
          letter
          reflection
          item {
            ...OwnEvidence @unmask
          }
        }
      }
      gaps {
        criterionId
        number
        kind
        letter
        message
        blocking
      }
    }
  `,
  [OWN_EVIDENCE, CRITERION],
);

export const SUBMISSION = graphql(
  `
    query Submission($id: ID!) {
      submission(id: $id) {
        ...SubmissionWork @unmask
        renews {
          id
        }
        timeline {
          state
          at
          note
        }
        holds {
          fromAt
          untilAt
          reason
        }
        appealUntil
        appeals {
          id
          state
          grounds
          statement
          lodgedAt
          dueAt
          decidedAt
          answer
        }
        snapshot {
          id
          number
          takenAt
          digest
          declaration
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
            digest
            file {
              id
              name
              mediaType
              bytes
              url
              previewUrl
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
            criterion {
              ...RubricRow @unmask
            }
            links {
              letter
              reflection
            }
          }
        }
        decision {
          id
          cause
          outcome
          score
          releasedAt
          overallComment
          criteria {
            number
            level
            met
            comment
            criterion {
              ...RubricRow @unmask
            }
          }
        }
        replacedDecisions {
          id
          outcome
        }
        award {
          id
          state
          credential {
            id
            issuedAt
            validUntil
          }
        }
      }
    }
  `,
  [SUBMISSION_WORK, CRITERION],
);

export const LIBRARY_PICK = graphql(
  `
    query LibraryPick($search: String) {
      myEvidence(first: 50, search: $search, toLink: true) {
        totalCount
        edges {
          cursor
          node {
            ...OwnEvidence @unmask
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [OWN_EVIDENCE],
);

export const LINK_EVIDENCE = graphql(
  `
    mutation LinkEvidence(
      $submissionId: ID!
      $criterionId: ID!
      $itemId: ID!
      $reflection: String!
      $replaces: String
    ) {
      linkEvidence(
        submissionId: $submissionId
        criterionId: $criterionId
        itemId: $itemId
        reflection: $reflection
        replaces: $replaces
      ) {
        __typename
        ... on Submission {
          ...SubmissionWork @unmask
        }
        ... on ReflectionChanged {
          kept
        }
        ... on Refusal {
          message
        }
      }
    }
  `,
  [SUBMISSION_WORK],
);

export const UNLINK_EVIDENCE = graphql(
  `
    mutation UnlinkEvidence($submissionId: ID!, $criterionId: ID!, $itemId: ID!) {
      unlinkEvidence(submissionId: $submissionId, criterionId: $criterionId, itemId: $itemId) {
        __typename
        ... on Submission {
          ...SubmissionWork @unmask
        }
        ... on Refusal {
          message
        }
      }
    }
  `,
  [SUBMISSION_WORK],
);

export const CLAIM_LEVEL = graphql(
  `
    mutation ClaimLevel($submissionId: ID!, $criterionId: ID!, $levelOrdinal: Int, $notEvidenced: Boolean!) {
      claimLevel(
        submissionId: $submissionId
        criterionId: $criterionId
        levelOrdinal: $levelOrdinal
        notEvidenced: $notEvidenced
      ) {
        __typename
        ... on Submission {
          ...SubmissionWork @unmask
        }
        ... on Refusal {
          message
        }
      }
    }
  `,
  [SUBMISSION_WORK],
);

export const KEEP_SAME = graphql(
  `
    mutation KeepSameEvidence($submissionId: ID!, $criterionId: ID!, $because: String!) {
      keepSameEvidence(submissionId: $submissionId, criterionId: $criterionId, because: $because) {
        __typename
        ... on Submission {
          ...SubmissionWork @unmask
        }
        ... on Refusal {
          message
        }
      }
    }
  `,
  [SUBMISSION_WORK],
);

export const SUBMIT = graphql(`
  mutation Submit($submissionId: ID!) {
    submit(submissionId: $submissionId, declarationAccepted: true) {
      __typename
      ... on Submission {
        id
        state
        submittedAt
        viewerCan
      }
      ... on Refusal {
        message
      }
      ... on GapsLeft {
        gaps {
          criterionId
          number
          kind
          letter
          message
          blocking
        }
      }
    }
  }
`);

export const WITHDRAW = graphql(`
  mutation WithdrawSubmission($submissionId: ID!) {
    withdrawSubmission(submissionId: $submissionId) {
      __typename
      ... on Submission {
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

export const START_AGAIN = graphql(`
  mutation StartAgain($achievementVersionId: ID!, $route: SubmissionRoute!) {
    startSubmission(achievementVersionId: $achievementVersionId, route: $route) {
      __typename
      ... on Submission {
        id
      }
      ... on Refusal {
        message
      }
      ... on AttemptOpen {
        submissionId
      }
    }
  }
`);

export const SUBMISSION_OPENINGS = graphql(
  `
    query SubmissionOpenings($id: ID!) {
      submission(id: $id) {
        id
        openings {
          ...Opening @unmask
        }
      }
    }
  `,
  [OPENING],
);

export const LODGE_APPEAL = graphql(`
  mutation LodgeAppeal($submissionId: ID!, $grounds: AppealGrounds!, $statement: String!) {
    lodgeAppeal(submissionId: $submissionId, grounds: $grounds, statement: $statement) {
      __typename
      ... on Appeal {
        id
        state
      }
      ... on Refusal {
        message
      }
    }
  }
`);
