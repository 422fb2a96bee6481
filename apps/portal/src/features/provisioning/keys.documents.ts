import { graphql, type ResultOf } from '../../lib/graphql.js';

export const VERIFICATION_KEYS = graphql(`
  query VerificationKeys {
    verificationKeys {
      id
      name
      scope
      prefix
      createdAt
      expiresAt
      lastUsedAt
      revokedAt
      viewerCan
    }
  }
`);

export const MAKE_KEY = graphql(`
  mutation MakeVerificationKey($name: String!, $scope: VerificationKeyScope!, $days: Int!) {
    makeVerificationKey(name: $name, scope: $scope, days: $days) {
      __typename
      ... on NewVerificationKey {
        secret
        key {
          id
          name
          expiresAt
        }
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export const REVOKE_KEY = graphql(`
  mutation RevokeVerificationKey($id: ID!) {
    revokeVerificationKey(id: $id) {
      __typename
      ... on VerificationKey {
        id
        revokedAt
        viewerCan
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export type VerificationKey = ResultOf<typeof VERIFICATION_KEYS>['verificationKeys'][number];
