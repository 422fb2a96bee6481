import { graphql, type ResultOf } from '../../../lib/graphql.js';

export const ORGANISATION = graphql(`
  query OrganisationTree {
    orgUnits {
      id
      name
      parentId
      headcount
      headcountHere
      viewerCan
    }
  }
`);

export const PEOPLE_HERE = graphql(`
  query PeopleHere($unitId: ID!) {
    people(first: 12, unitId: $unitId, unitAndBelow: false, state: WITH_US) {
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
      totalCount
    }
  }
`);

export const ADD_UNIT = graphql(`
  mutation AddOrgUnit($name: String!, $parentId: ID) {
    addOrgUnit(name: $name, parentId: $parentId) {
      __typename
      ... on OrgUnit {
        id
        name
        parentId
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

export const RENAME_UNIT = graphql(`
  mutation RenameOrgUnit($id: ID!, $name: String!) {
    renameOrgUnit(id: $id, name: $name) {
      __typename
      ... on OrgUnit {
        id
        name
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

export const MOVE_UNIT = graphql(`
  mutation MoveOrgUnit($id: ID!, $parentId: ID) {
    moveOrgUnit(id: $id, parentId: $parentId) {
      __typename
      ... on OrgUnit {
        id
        name
        parentId
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

export const REMOVE_UNIT = graphql(`
  mutation RemoveOrgUnit($id: ID!) {
    removeOrgUnit(id: $id) {
      __typename
      ... on OrgUnit {
        id
        name
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export type Unit = ResultOf<typeof ORGANISATION>['orgUnits'][number];
