import { graphql, type ResultOf } from '../../lib/graphql.js';

export const BADGES = graphql(`
  query Badges {
    myCredentials {
      id
      validFrom
      validUntil
      status
      expired
      badgeUrl
      achievementVersion {
        id
        name
        level {
          id
          label
        }
      }
      shareGrants {
        id
        views
        expiresAt
        revokedAt
      }
    }
  }
`);

export const BADGE = graphql(`
  query Badge($id: ID!) {
    credential(id: $id) {
      id
      issuedAt
      validFrom
      validUntil
      status
      expired
      document
      digest
      badgeUrl
      certificateUrl
      viewerCan
      person {
        id
        displayName
      }
      achievementVersion {
        id
        name
        description
        number
        outcomes
        level {
          id
          label
        }
        skill {
          id
          name
        }
      }
      shareGrants {
        id
        url
        createdAt
        expiresAt
        revokedAt
        views
      }
    }
  }
`);

export const SHARE_CREDENTIAL = graphql(`
  mutation ShareCredential($credentialId: ID!, $expiresAt: DateTime) {
    shareCredential(credentialId: $credentialId, expiresAt: $expiresAt) {
      __typename
      ... on ShareGrant {
        id
        url
        createdAt
        expiresAt
        revokedAt
        views
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export const END_SHARE = graphql(`
  mutation EndShare($id: ID!) {
    endShare(id: $id) {
      __typename
      ... on ShareGrant {
        id
        revokedAt
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export type HeldBadge = ResultOf<typeof BADGES>['myCredentials'][number];
export type Badge = NonNullable<ResultOf<typeof BADGE>['credential']>;
export type Grant = Badge['shareGrants'][number];
