import { graphql, type ResultOf, type VariablesOf } from '../../../lib/graphql.js';

export const PEOPLE = graphql(`
  query People(
    $search: String
    $unitId: ID
    $unitAndBelow: Boolean
    $role: Role
    $managerId: ID
    $state: PersonState
    $after: String
  ) {
    people(
      first: 50
      search: $search
      unitId: $unitId
      unitAndBelow: $unitAndBelow
      role: $role
      managerId: $managerId
      state: $state
      after: $after
    ) {
      edges {
        cursor
        node {
          id
          displayName
          email
          personNumber
          active
          lastDay
          roles
          grants {
            id
            role
            scopeUnit {
              id
              name
            }
            scopeAchievement {
              id
              name
            }
          }
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

/** Whom a filter names. */
export const MANAGER_NAME = graphql(`
  query ManagerName($id: ID!) {
    person(id: $id) {
      id
      displayName
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

export type ListedPerson = ResultOf<typeof PEOPLE>['people']['edges'][number]['node'];
export type DirectoryVariables = VariablesOf<typeof PEOPLE>;
