import { graphql, type ResultOf } from '../../../lib/graphql.js';
import { OPENING } from '../../../lib/openings.documents.js';

const OPEN_AUDIT = graphql(`
  fragment OpenAudit on EvidenceAudit @_unmask {
    id
    reason
    openedAt
    until
    snapshot {
      id
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
        digest
        file {
          id
          name
          mediaType
          bytes
          url
          previewUrl
        }
      }
      criteria {
        number
        claimedLevel
        notEvidenced
        criterion {
          id
          title
        }
        links {
          letter
          reflection
        }
      }
    }
  }
`);

export const AUDITABLE_SUBMISSION = graphql(
  `
    query AuditableSubmission($id: ID!) {
      auditableSubmission(submissionId: $id) {
        submissionId
        owner {
          id
          displayName
        }
        achievementVersion {
          id
          name
          level {
            id
            label
          }
        }
        openAudit {
          ...OpenAudit @unmask
        }
      }
    }
  `,
  [OPEN_AUDIT],
);

export const WHO_OPENED = graphql(
  `
    query WhoOpened($id: ID!) {
      auditableSubmission(submissionId: $id) {
        submissionId
        openings {
          ...Opening @unmask
        }
      }
    }
  `,
  [OPENING],
);

export const OPEN_EVIDENCE = graphql(`
  mutation OpenEvidenceForAudit($submissionId: ID!, $reason: String!) {
    openEvidenceForAudit(submissionId: $submissionId, reason: $reason) {
      __typename
      ... on EvidenceAudit {
        id
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export type AuditableSubmission = NonNullable<ResultOf<typeof AUDITABLE_SUBMISSION>['auditableSubmission']>;
