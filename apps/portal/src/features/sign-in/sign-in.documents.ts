import { graphql, type ResultOf } from '../../lib/graphql.js';

export const MY_SESSIONS = graphql(`
  query MySessions {
    myAccounts {
      id
      providerName
      issuer
      linkedAt
      viewerCan
    }
    mySessions {
      id
      device
      method
      providerName
      startedAt
      seenAt
      endsAt
      current
    }
  }
`);

export const SESSIONS_OF = graphql(`
  query SessionsOf($personId: ID!) {
    person(id: $personId) {
      id
      displayName
    }
    accountsOf(personId: $personId) {
      id
      providerName
      issuer
      linkedAt
      viewerCan
    }
    sessionsOf(personId: $personId) {
      id
      device
      method
      providerName
      startedAt
      seenAt
      endsAt
      current
    }
  }
`);

export type Session = ResultOf<typeof MY_SESSIONS>['mySessions'][number];

export type Account = ResultOf<typeof MY_SESSIONS>['myAccounts'][number];

export const FORGET_ACCOUNT = graphql(`
  mutation ForgetAccount($id: ID!, $reason: String) {
    forgetAccount(id: $id, reason: $reason) {
      __typename
      ... on ForgottenAccount {
        id
        ended
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export const END_SESSION = graphql(`
  mutation EndSession($id: ID!) {
    endSession(id: $id) {
      __typename
      ... on SignInSession {
        id
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export const SIGN_OUT_EVERYWHERE = graphql(`
  mutation SignOutEverywhere($personId: ID) {
    signOutEverywhere(personId: $personId) {
      __typename
      ... on SignedOutEverywhere {
        personId
        ended
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export const IDENTITY_PROVIDERS = graphql(`
  query IdentityProviders {
    identityProviders {
      id
      name
      issuer
      clientId
      hasSecret
      enabled
      state
      askedAt
      askedBy {
        id
        displayName
      }
      approvedBy {
        id
        displayName
      }
      fromConfiguration
      trustUnverifiedEmail
      personNumberClaim
      createPeople
      allowedDomains
      peopleCount
      problem
      viewerCan
    }
    identityProviderAddresses {
      redirect
      afterLogout
      backchannelLogout
    }
  }
`);

export type Provider = ResultOf<typeof IDENTITY_PROVIDERS>['identityProviders'][number];

export const ADD_PROVIDER = graphql(`
  mutation AddIdentityProvider($input: AddIdentityProviderInput!) {
    addIdentityProvider(input: $input) {
      __typename
      ... on IdentityProvider {
        id
        name
        state
      }
      ... on InvalidInput {
        message
        problems {
          field
          message
        }
      }
    }
  }
`);

export const CHANGE_PROVIDER = graphql(`
  mutation ChangeIdentityProvider($id: ID!, $input: ChangeIdentityProviderInput!) {
    changeIdentityProvider(id: $id, input: $input) {
      __typename
      ... on IdentityProvider {
        id
        name
        enabled
        state
      }
      ... on InvalidInput {
        message
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

export const APPROVE_PROVIDER = graphql(`
  mutation ApproveIdentityProvider($id: ID!, $askedAt: DateTime!) {
    approveIdentityProvider(id: $id, askedAt: $askedAt) {
      __typename
      ... on IdentityProvider {
        id
        name
        state
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export const REMOVE_PROVIDER = graphql(`
  mutation RemoveIdentityProvider($id: ID!) {
    removeIdentityProvider(id: $id) {
      __typename
      ... on RemovedIdentityProvider {
        id
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export const TRY_PROVIDER = graphql(`
  mutation TryIdentityProvider($issuer: String!) {
    tryIdentityProvider(issuer: $issuer) {
      __typename
      ... on DiscoveredProvider {
        issuer
        authorizationEndpoint
        keyCount
        endsSessions
        tellsLogout
        warnings
      }
      ... on Refusal {
        message
      }
    }
  }
`);
