import { graphql, type ResultOf } from '../../lib/graphql.js';

const BROUGHT = graphql(`
  fragment Brought on ExternalCredential @_unmask {
    id
    state
    verdict
    outcome
    fileName
    address
    broughtAt
    sentAt
    recognisedUntil
    badge {
      name
      issuerName
      issuerId
    }
  }
`);

export const MY_ELSEWHERE = graphql(
  `
  query MyElsewhere {
    myExternalCredentials {
      ...Brought @unmask
    }
  }
`,
  [BROUGHT],
);

export const ELSEWHERE_WAITING = graphql(
  `
  query ElsewhereWaiting($waiting: Boolean!, $after: String) {
    externalCredentials(waiting: $waiting, first: 50, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          ...Brought @unmask
          decidedAt
          person {
            id
            displayName
          }
        }
      }
    }
  }
`,
  [BROUGHT],
);

export const ELSEWHERE = graphql(
  `
  query Elsewhere($id: ID!) {
    externalCredential(id: $id) {
      ...Brought @unmask
      checkedAt
      recipient
      declaration
      reason
      decidedAt
      viewerCan
      person {
        id
        displayName
      }
      decidedBy {
        id
        displayName
      }
      provider {
        id
        name
        trust
        trustReason
        agreement
      }
      checks {
        name
        state
        sentence
        details {
          label
          value
        }
      }
      quality {
        transparency
        index
        fields {
          number
          name
          status
          provenance
          sentence
        }
      }
      badge {
        description
        criteria
        criteriaUrl
        issuedOn
        endsOn
        skills {
          name
          url
          code
        }
      }
      skills {
        ordinal
        label
        skill {
          id
          name
        }
      }
      recognised {
        ordinal
        label
        skill {
          id
          name
        }
      }
      suggestions {
        why
        skill {
          id
          name
        }
      }
    }
  }
`,
  [BROUGHT],
);

export const ELSEWHERE_SKILLS = graphql(`
  query ElsewhereSkills($search: String!) {
    skills(first: 20, search: $search) {
      edges {
        node {
          id
          name
          framework {
            id
            title
          }
        }
      }
    }
  }
`);

export const ELSEWHERE_LEVELS = graphql(`
  query ElsewhereLevels($id: ID!) {
    skill(id: $id) {
      id
      framework {
        id
        scale {
          id
          levels {
            id
            ordinal
            label
          }
        }
      }
    }
  }
`);

export const BRING = graphql(`
  mutation BringCredential($input: BringCredentialInput!) {
    bringCredential(input: $input) {
      __typename
      ... on ExternalCredential {
        id
        state
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export const CHECK_AGAIN = graphql(`
  mutation CheckExternalCredential($id: ID!) {
    checkExternalCredential(id: $id) {
      __typename
      ... on ExternalCredential {
        id
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export const SEND = graphql(`
  mutation SendExternalCredential($input: SendExternalCredentialInput!) {
    sendExternalCredential(input: $input) {
      __typename
      ... on ExternalCredential {
        id
        state
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export const TAKE_BACK = graphql(`
  mutation TakeBackExternalCredential($id: ID!) {
    takeBackExternalCredential(id: $id) {
      __typename
      ... on ExternalCredential {
        id
        state
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export const REMOVE = graphql(`
  mutation RemoveExternalCredential($id: ID!) {
    removeExternalCredential(id: $id) {
      __typename
      ... on RemovedExternalCredential {
        id
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export const KEEP = graphql(`
  mutation KeepExternalCredential($id: ID!) {
    keepExternalCredentialAsEvidence(id: $id) {
      __typename
      ... on EvidenceItem {
        id
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export const DECIDE = graphql(`
  mutation DecideExternalCredential($input: DecideExternalCredentialInput!) {
    decideExternalCredential(input: $input) {
      __typename
      ... on ExternalCredential {
        id
        state
        outcome
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export type Brought = ResultOf<typeof MY_ELSEWHERE>['myExternalCredentials'][number];
export type Waiting = ResultOf<typeof ELSEWHERE_WAITING>['externalCredentials']['edges'][number]['node'];
export type Shown = NonNullable<ResultOf<typeof ELSEWHERE>['externalCredential']>;
export type Outcome = NonNullable<Shown['outcome']>;
