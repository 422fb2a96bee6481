import { graphql } from './graphql.js';

/** What every list of one's own evidence shows of an item. */
export const OWN_EVIDENCE = graphql(`
  fragment OwnEvidence on EvidenceItem @_unmask {
    id
    kind
    title
    note
    url
    text
    keptAt
    tags
    skills {
      id
      name
    }
    madeOn
    createdAt
    usedIn
    revision
    viewerCan
    statement {
      id
      state
      witnessName
      witnessEmail
      isColleague
      question
      askedAt
      expiresAt
      answeredAt
      capacity
      sawOn
      words
      digest
    }
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
`);

export const ADD_FILE = graphql(
  `
    mutation AddFileEvidence($input: FileEvidenceInput!) {
      addFileEvidence(input: $input) {
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

export const ADD_LINK = graphql(
  `
    mutation AddLinkEvidence($input: LinkEvidenceInput!) {
      addLinkEvidence(input: $input) {
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

export const ADD_TEXT = graphql(
  `
    mutation AddTextEvidence($input: TextEvidenceInput!) {
      addTextEvidence(input: $input) {
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

export const ASK_WITNESS = graphql(
  `
    mutation AskWitness($input: AskWitnessInput!) {
      askWitness(input: $input) {
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

export const ADD_ATTESTED = graphql(
  `
    mutation AddAttestedEvidence($input: AttestedEvidenceInput!) {
      addAttestedEvidence(input: $input) {
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
