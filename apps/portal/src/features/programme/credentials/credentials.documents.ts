import { graphql, type ResultOf, type VariablesOf } from '../../../lib/graphql.js';

export const ISSUED_CREDENTIALS = graphql(`
  query IssuedCredentials($search: String, $standing: CredentialStanding, $after: String) {
    issuedCredentials(search: $search, standing: $standing, first: 50, after: $after) {
      totalCount
      edges {
        node {
          id
          issuedAt
          validUntil
          status
          statusCause
          statusSince
          expired
          person {
            id
            displayName
          }
          achievementVersion {
            id
            name
            number
            level {
              id
              label
            }
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

export const KEPT_CREDENTIAL = graphql(`
  query KeptCredential($id: ID!) {
    credential(id: $id) {
      id
      edition
      issuedAt
      validFrom
      validUntil
      status
      statusCause
      statusSince
      expired
      supersededBy
      digest
      stackRisk {
        id
        state
        reason
        viewerCan
        lost {
          name
          why
        }
      }
      person {
        id
        displayName
      }
      achievementVersion {
        id
        achievementId
        name
        number
        level {
          id
          label
        }
      }
      statusChanges {
        id
        kind
        cause
        reason
        state
        askedAt
        decidedAt
        doneAt
        viewerCan
        corrections {
          field
          was
          becomes
        }
        askedBy {
          id
          displayName
        }
        decidedBy {
          id
          displayName
        }
      }
      keeping {
        acts
      }
    }
  }
`);

export const CREDENTIAL_LOSSES = graphql(`
  query CredentialLosses($id: ID!) {
    credential(id: $id) {
      id
      keeping {
        losses {
          area
          count
          touched
          happens
          examples {
            name
            path
          }
        }
      }
    }
  }
`);

export const CHANGE_CREDENTIAL = graphql(`
  mutation ChangeCredential($input: ChangeCredentialInput!) {
    changeCredential(input: $input) {
      __typename
      ... on CredentialChange {
        id
        state
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export const CORRECT_CREDENTIAL = graphql(`
  mutation CorrectCredential($input: CorrectCredentialInput!) {
    correctCredential(input: $input) {
      __typename
      ... on CredentialChange {
        id
        state
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export const DECIDE_CHANGE = graphql(`
  mutation DecideCredentialChange($id: ID!, $confirmed: Boolean!) {
    decideCredentialChange(id: $id, confirmed: $confirmed) {
      __typename
      ... on CredentialChange {
        id
        state
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export type Issued = ResultOf<typeof ISSUED_CREDENTIALS>['issuedCredentials']['edges'][number]['node'];
export type Kept = NonNullable<ResultOf<typeof KEPT_CREDENTIAL>['credential']>;
export type Change = Kept['statusChanges'][number];
export type Act = NonNullable<Kept['keeping']>['acts'][number];
export type Cause = VariablesOf<typeof CHANGE_CREDENTIAL>['input']['cause'];
export type Standing = NonNullable<VariablesOf<typeof ISSUED_CREDENTIALS>['standing']>;
