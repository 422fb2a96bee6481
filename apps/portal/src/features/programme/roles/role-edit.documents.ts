import { graphql } from '../../../lib/graphql.js';

export const ADD_FAMILY = graphql(`
  mutation AddJobFamily($frameworkId: ID!, $name: String!) {
    addJobFamily(frameworkId: $frameworkId, name: $name) {
      __typename
      ... on JobFamily {
        id
        name
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export const CHANGE_FAMILY = graphql(`
  mutation ChangeJobFamily($id: ID!, $input: JobFamilyInput!) {
    changeJobFamily(id: $id, input: $input) {
      __typename
      ... on JobFamily {
        id
        name
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export const REMOVE_FAMILY = graphql(`
  mutation RemoveJobFamily($id: ID!) {
    removeJobFamily(id: $id) {
      __typename
      ... on SkillFramework {
        id
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export const ADD_ROLE = graphql(`
  mutation AddJobRole($familyId: ID!, $name: String!, $levels: [String!]!) {
    addJobRole(familyId: $familyId, name: $name, levels: $levels) {
      __typename
      ... on JobRole {
        id
        name
        levels {
          id
        }
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export const CHANGE_ROLE = graphql(`
  mutation ChangeJobRole($id: ID!, $expectedRevision: Int!, $input: JobRoleInput!) {
    changeJobRole(id: $id, expectedRevision: $expectedRevision, input: $input) {
      __typename
      ... on JobRole {
        id
        name
        revision
        description
        responsibilities
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export const COPY_ROLE = graphql(`
  mutation CopyJobRole($id: ID!, $name: String!) {
    copyJobRole(id: $id, name: $name) {
      __typename
      ... on JobRole {
        id
        name
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export const REMOVE_ROLE = graphql(`
  mutation RemoveJobRole($id: ID!) {
    removeJobRole(id: $id) {
      __typename
      ... on JobFamily {
        id
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export const ADD_LEVEL = graphql(`
  mutation AddJobRoleLevel($roleId: ID!, $expectedRevision: Int!, $name: String!, $order: Int) {
    addJobRoleLevel(roleId: $roleId, expectedRevision: $expectedRevision, name: $name, order: $order) {
      __typename
      ... on JobRole {
        id
        revision
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export const CHANGE_LEVEL = graphql(`
  mutation ChangeJobRoleLevel($id: ID!, $expectedRevision: Int!, $input: JobRoleLevelInput!) {
    changeJobRoleLevel(id: $id, expectedRevision: $expectedRevision, input: $input) {
      __typename
      ... on JobRole {
        id
        revision
        levels {
          id
          name
          description
          responsibilities
        }
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export const ORDER_LEVELS = graphql(`
  mutation OrderJobRoleLevels($roleId: ID!, $expectedRevision: Int!, $levelIds: [ID!]!) {
    orderJobRoleLevels(roleId: $roleId, expectedRevision: $expectedRevision, levelIds: $levelIds) {
      __typename
      ... on JobRole {
        id
        revision
        levels {
          id
          order
        }
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export const REMOVE_LEVEL = graphql(`
  mutation RemoveJobRoleLevel($id: ID!, $expectedRevision: Int!, $goTo: ID, $stay: Boolean) {
    removeJobRoleLevel(id: $id, expectedRevision: $expectedRevision, peopleGoTo: $goTo, peopleStay: $stay) {
      __typename
      ... on JobRole {
        id
        revision
      }
      ... on Refusal {
        message
      }
    }
  }
`);
