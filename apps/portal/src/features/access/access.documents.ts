import { graphql, type ResultOf } from '../../lib/graphql.js';

const GRANT = graphql(`
  fragment GrantShown on RoleGrant @_unmask {
    id
    role
    state
    startsAt
    endsAt
    wantedFrom
    grantedAt
    reason
    origin
    approval
    approvedAt
    declinedAt
    declineReason
    endReason
    viewerCan
    person {
      id
      displayName
    }
    scopeUnit {
      id
      name
    }
    scopeAchievement {
      id
      name
    }
    grantedBy {
      id
      displayName
    }
    approvedBy {
      id
      displayName
    }
    declinedBy {
      id
      displayName
    }
    endedBy {
      id
      displayName
    }
  }
`);

export const ROLE_GRANTS = graphql(
  `
    query RoleGrants($state: GrantState, $role: Role, $personId: ID, $search: String, $after: String) {
      roleGrants(first: 50, state: $state, role: $role, personId: $personId, search: $search, after: $after) {
        edges {
          cursor
          node {
            id
            ...GrantShown @unmask
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
  [GRANT],
);

/** What waits for a second person, whatever the filters of the list are. */
export const WAITING_GRANTS = graphql(
  `
    query WaitingGrants {
      roleGrants(first: 50, state: PROPOSED) {
        edges {
          cursor
          node {
            id
            ...GrantShown @unmask
          }
        }
        totalCount
      }
    }
  `,
  [GRANT],
);

export const ROLES_OFFERED = graphql(`
  query RolesOffered {
    rolesOffered {
      role
      what
      not
      grantable
      approval
      apart
      holders
      permissions {
        name
        what
        byUnit
        byAchievement
      }
    }
  }
`);

export const WHO = graphql(`
  query Who($id: ID!) {
    person(id: $id) {
      id
      displayName
    }
  }
`);

export const GRANT_TO = graphql(`
  query GrantTo($search: String) {
    people(first: 10, search: $search) {
      edges {
        node {
          id
          displayName
          employment {
            id
            jobTitle
          }
        }
      }
    }
  }
`);

export const GRANT_UNITS = graphql(`
  query GrantUnits {
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

export const GRANT_ACHIEVEMENTS = graphql(`
  query GrantAchievements($search: String) {
    achievements(first: 10, search: $search, state: PUBLISHED) {
      edges {
        node {
          id
          achievementId
          name
        }
      }
    }
  }
`);

export const GIVE_ROLE = graphql(
  `
    mutation GiveRole($input: GrantRoleInput!) {
      grantRole(input: $input) {
        __typename
        ... on RoleGrant {
          id
          ...GrantShown @unmask
        }
        ... on Refusal {
          message
        }
        ... on InvalidInput {
          problems {
            field
            message
          }
        }
      }
    }
  `,
  [GRANT],
);

export const APPROVE_GRANT = graphql(
  `
    mutation ApproveGrant($id: ID!) {
      approveGrant(id: $id) {
        __typename
        ... on RoleGrant {
          id
          ...GrantShown @unmask
        }
        ... on Refusal {
          message
        }
      }
    }
  `,
  [GRANT],
);

export const DECLINE_GRANT = graphql(
  `
    mutation DeclineGrant($id: ID!, $reason: String!) {
      declineGrant(id: $id, reason: $reason) {
        __typename
        ... on RoleGrant {
          id
          ...GrantShown @unmask
        }
        ... on Refusal {
          message
        }
      }
    }
  `,
  [GRANT],
);

export const END_GRANT = graphql(
  `
    mutation EndGrant($id: ID!, $reason: String!) {
      endGrant(id: $id, reason: $reason) {
        __typename
        ... on RoleGrant {
          id
          ...GrantShown @unmask
        }
        ... on Refusal {
          message
        }
      }
    }
  `,
  [GRANT],
);

export const ACCESS_OF = graphql(`
  query AccessOf($personId: ID) {
    accessOf(personId: $personId) {
      personId
      person {
        id
        displayName
      }
      notOpened
      permissions {
        name
        what
        held
        missing
        roles
        reasons {
          kind
          sentence
          grantId
          limited
        }
      }
    }
  }
`);

export const WHO_CAN_SEE = graphql(`
  query WhoCanSee($id: ID!) {
    whoCanSee(id: $id) {
      id
      kind
      groups {
        what
        reason
        everybody
        count
        seers {
          id
          displayName
        }
      }
    }
  }
`);

export type SeenGroup = NonNullable<ResultOf<typeof WHO_CAN_SEE>['whoCanSee']>['groups'][number];
export type Grant = ResultOf<typeof GRANT>;
export type OfferedRole = ResultOf<typeof ROLES_OFFERED>['rolesOffered'][number];
export type Explanation = NonNullable<ResultOf<typeof ACCESS_OF>['accessOf']>;
