import { OWN_EVIDENCE } from '../../lib/evidence-capture.documents.js';
import { graphql } from '../../lib/graphql.js';
import { OPENING } from '../../lib/openings.documents.js';

export const EVIDENCE_LIBRARY = graphql(
  `
    query EvidenceLibrary($search: String, $tag: String, $skillId: ID, $after: String) {
      myEvidence(first: 50, search: $search, tag: $tag, skillId: $skillId, after: $after) {
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

export const EVIDENCE_LABELS = graphql(`
  query EvidenceLabels {
    myEvidenceLabels {
      tags {
        tag
        items
      }
      skills {
        items
        skill {
          id
          name
        }
      }
    }
  }
`);

export const EDIT_EVIDENCE = graphql(
  `
    mutation EditEvidence($id: ID!, $input: EditEvidenceInput!) {
      editEvidence(id: $id, input: $input) {
        __typename
        ... on EvidenceItem {
          ...OwnEvidence @unmask
        }
        ... on Refusal {
          message
        }
      }
    }
  `,
  [OWN_EVIDENCE],
);

export const REMOVE_EVIDENCE = graphql(`
  mutation RemoveEvidence($id: ID!) {
    removeEvidence(id: $id) {
      __typename
      ... on RemovedEvidence {
        id
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export const EVIDENCE_OPENINGS = graphql(
  `
    query EvidenceOpenings($id: ID!) {
      evidenceItem(id: $id) {
        id
        openings {
          ...Opening @unmask
        }
      }
    }
  `,
  [OPENING],
);
