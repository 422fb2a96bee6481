import { graphql, type ResultOf } from '../../lib/graphql.js';

const CLIENT = graphql(`
  fragment ScimClientShown on ScimClient @_unmask {
    id
    name
    baseUrl
    managesEmployment
    createdAt
    userCount
    viewerCan
    createdBy {
      id
      displayName
    }
    tokens {
      id
      prefix
      state
      createdAt
      expiresAt
      lastUsedAt
      revokedAt
    }
  }
`);

const GROUP = graphql(`
  fragment ScimGroupShown on ScimGroup @_unmask {
    id
    displayName
    memberCount
    role
    mappedAt
    wantedRole
    wantedAt
    viewerCan
    scopeUnit {
      id
      name
    }
    wantedUnit {
      id
      name
    }
    mappedBy {
      id
      displayName
    }
    wantedBy {
      id
      displayName
    }
    withheld {
      reason
      person {
        id
        displayName
      }
    }
  }
`);

export const SCIM_CLIENTS = graphql(
  `
    query ScimClients {
      scimClients {
        id
        ...ScimClientShown @unmask
      }
    }
  `,
  [CLIENT],
);

export const SCIM_GROUPS = graphql(
  `
    query ScimGroups($clientId: ID!, $search: String, $after: String) {
      scimGroups(clientId: $clientId, first: 50, search: $search, after: $after) {
        edges {
          cursor
          node {
            id
            ...ScimGroupShown @unmask
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
        totalCount
      }
    }
  `,
  [GROUP],
);

export const SCIM_REQUESTS = graphql(`
  query ScimRequests($clientId: ID!) {
    scimRequests(clientId: $clientId) {
      id
      at
      method
      path
      status
      scimType
      detail
      milliseconds
    }
  }
`);

export const UNITS_TO_LIMIT = graphql(`
  query UnitsToLimit {
    orgUnits {
      id
      name
      path {
        id
        name
      }
    }
  }
`);

export const ADD_SCIM_CLIENT = graphql(
  `
    mutation AddScimClient($name: String!) {
      addScimClient(name: $name) {
        __typename
        ... on IssuedScimToken {
          secret
          token {
            id
            expiresAt
          }
          client {
            id
            ...ScimClientShown @unmask
          }
        }
        ... on Refusal {
          message
        }
      }
    }
  `,
  [CLIENT],
);

export const ISSUE_SCIM_TOKEN = graphql(
  `
    mutation IssueScimToken($clientId: ID!, $days: Int!) {
      issueScimToken(clientId: $clientId, days: $days) {
        __typename
        ... on IssuedScimToken {
          secret
          token {
            id
            expiresAt
          }
          client {
            id
            ...ScimClientShown @unmask
          }
        }
        ... on Refusal {
          message
        }
      }
    }
  `,
  [CLIENT],
);

export const REVOKE_SCIM_TOKEN = graphql(
  `
    mutation RevokeScimToken($id: ID!) {
      revokeScimToken(id: $id) {
        __typename
        ... on ScimClient {
          id
          ...ScimClientShown @unmask
        }
        ... on Refusal {
          message
        }
      }
    }
  `,
  [CLIENT],
);

export const CHANGE_SCIM_CLIENT = graphql(
  `
    mutation ChangeScimClient($id: ID!, $name: String, $managesEmployment: Boolean) {
      changeScimClient(id: $id, name: $name, managesEmployment: $managesEmployment) {
        __typename
        ... on ScimClient {
          id
          ...ScimClientShown @unmask
        }
        ... on Refusal {
          message
        }
      }
    }
  `,
  [CLIENT],
);

export const REMOVE_SCIM_CLIENT = graphql(`
  mutation RemoveScimClient($id: ID!, $reason: String!) {
    removeScimClient(id: $id, reason: $reason) {
      __typename
      ... on ScimClient {
        id
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export const MAP_SCIM_GROUP = graphql(
  `
    mutation MapScimGroup($groupId: ID!, $role: Role, $scopeUnitId: ID) {
      mapScimGroup(groupId: $groupId, role: $role, scopeUnitId: $scopeUnitId) {
        __typename
        ... on ScimGroup {
          id
          ...ScimGroupShown @unmask
        }
        ... on Refusal {
          message
        }
      }
    }
  `,
  [GROUP],
);

export const APPROVE_SCIM_GROUP_ROLE = graphql(
  `
    mutation ApproveScimGroupRole($groupId: ID!, $role: Role!, $scopeUnitId: ID) {
      approveScimGroupRole(groupId: $groupId, role: $role, scopeUnitId: $scopeUnitId) {
        __typename
        ... on ScimGroup {
          id
          ...ScimGroupShown @unmask
        }
        ... on Refusal {
          message
        }
      }
    }
  `,
  [GROUP],
);

export const DECLINE_SCIM_GROUP_ROLE = graphql(
  `
    mutation DeclineScimGroupRole($groupId: ID!) {
      declineScimGroupRole(groupId: $groupId) {
        __typename
        ... on ScimGroup {
          id
          ...ScimGroupShown @unmask
        }
        ... on Refusal {
          message
        }
      }
    }
  `,
  [GROUP],
);

export type Client = ResultOf<typeof CLIENT>;
export type Token = Client['tokens'][number];
export type Group = ResultOf<typeof GROUP>;
export type ScimRequest = ResultOf<typeof SCIM_REQUESTS>['scimRequests'][number];
