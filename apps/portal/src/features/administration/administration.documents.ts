import { graphql, type ResultOf } from '../../lib/graphql.js';

export const PEOPLE = graphql(`
  query People($search: String, $after: String) {
    people(first: 50, search: $search, after: $after) {
      edges {
        cursor
        node {
          id
          displayName
          initials
          email
          active
          roles
          viewerCan
          employment {
            id
            jobTitle
            startsOn
            orgUnit {
              id
              name
            }
            manager {
              id
              displayName
            }
            jobRoleLevel {
              id
              name
            }
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      totalCount
    }
  }
`);

export const COLLEAGUES = graphql(`
  query Colleagues($search: String) {
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

export const JOB_ROLE_LEVELS = graphql(`
  query JobRoleLevels($search: String) {
    jobRoleLevels(search: $search, first: 20) {
      id
      name
      role {
        id
        name
      }
    }
    orgUnits {
      id
      name
    }
  }
`);

export const ADD_PERSON = graphql(`
  mutation AddPerson($input: AddPersonInput!) {
    addPerson(input: $input) {
      __typename
      ... on Person {
        id
        displayName
      }
      ... on InvalidInput {
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

export const GRANT_ROLE = graphql(`
  mutation GrantRole($personId: ID!, $role: Role!) {
    grantRole(personId: $personId, role: $role) {
      __typename
      ... on Person {
        id
        roles
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export const END_ROLE = graphql(`
  mutation EndRole($personId: ID!, $role: Role!) {
    endRole(personId: $personId, role: $role) {
      __typename
      ... on Person {
        id
        roles
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export const ISSUANCES = graphql(`
  query Issuances($state: AwardState, $after: String) {
    issuanceCounts {
      waiting
      failed
      quarantined
      issued
    }
    issuances(state: $state, first: 50, after: $after) {
      edges {
        cursor
        node {
          id
          state
          createdAt
          viewerCan
          person {
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
          credential {
            id
            issuedAt
          }
          issuance {
            stage
            attempts
            lastError
            lastTriedAt
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      totalCount
    }
  }
`);

export const RETRY_ISSUANCE = graphql(`
  mutation RetryIssuance($awardId: ID!) {
    retryIssuance(awardId: $awardId) {
      __typename
      ... on Award {
        id
        state
        issuance {
          stage
          attempts
          lastError
          lastTriedAt
        }
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export const AUDIT = graphql(`
  query Audit($search: String, $after: String) {
    auditEntries(first: 50, search: $search, after: $after) {
      edges {
        cursor
        node {
          id
          at
          actor
          operation
          target
          detail
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      totalCount
    }
  }
`);

export type ListedPerson = ResultOf<typeof PEOPLE>['people']['edges'][number]['node'];
export type ListedAward = ResultOf<typeof ISSUANCES>['issuances']['edges'][number]['node'];
export type AuditEntry = ResultOf<typeof AUDIT>['auditEntries']['edges'][number]['node'];
