import { graphql, type ResultOf } from '../../../lib/graphql.js';

export const ROLE_FRAMEWORKS = graphql(`
  query RoleFrameworks {
    frameworks {
      id
      title
      version
      state
      createdAt
    }
  }
`);

export const ROLE_LATTICE = graphql(`
  query RoleLattice($frameworkId: ID!, $familyIds: [ID!], $search: String) {
    roleLattice(frameworkId: $frameworkId, familyIds: $familyIds, search: $search) {
      matching
      framework {
        id
        title
        version
        state
        attribution
        licence
        viewerCan
      }
      families {
        id
        name
        roles
        levels
      }
      roles {
        id
        name
        revision
        family {
          id
          name
        }
        levels {
          id
          name
          order
          asks
          people
          stepsOut {
            id
            kind
            origin
            note
            to {
              id
              name
              role {
                id
                name
              }
            }
          }
        }
      }
    }
  }
`);

export const LEVEL_PANEL = graphql(`
  query LevelPanel($id: ID!) {
    jobRoleLevel(id: $id) {
      id
      name
      order
      asks
      people
      role {
        id
        name
        revision
        levels {
          id
          name
          order
        }
      }
      stepsOut {
        id
        kind
        origin
        note
        to {
          id
          name
          role {
            id
            name
          }
        }
      }
      stepsIn {
        id
        kind
        origin
        note
        from {
          id
          name
          role {
            id
            name
          }
        }
      }
      suggestedSteps(first: 5) {
        overlap
        shared
        more
        to {
          id
          name
          role {
            id
            name
          }
        }
      }
    }
  }
`);

export const LEVEL_PAGE = graphql(`
  query LevelPage($id: ID!) {
    jobRoleLevel(id: $id) {
      id
      name
      order
      description
      responsibilities
      people
      role {
        id
        name
        description
        responsibilities
        family {
          id
          name
        }
        framework {
          id
          title
          version
          state
          attribution
          licence
          viewerCan
        }
        levels {
          id
          name
          order
        }
      }
      requirements {
        id
        importance
        mustHave
        level {
          id
          ordinal
          label
        }
        skill {
          id
          name
        }
        adoptedFrom {
          id
          title
          version
        }
        provenBy {
          id
          name
          level {
            id
            ordinal
            label
          }
        }
      }
      stepsOut {
        id
        kind
        note
        to {
          id
          name
          role {
            id
            name
          }
        }
      }
      stepsIn {
        id
        kind
        note
        from {
          id
          name
          role {
            id
            name
          }
        }
      }
      suggestedSteps(first: 5) {
        overlap
        shared
        more
        to {
          id
          name
          role {
            id
            name
          }
        }
      }
    }
  }
`);

export const ROLE_SHEET = graphql(`
  query RoleSheet($levelId: ID!) {
    jobRoleLevel(id: $levelId) {
      id
      role {
        id
        name
        revision
        framework {
          id
          title
          version
          state
          viewerCan
          scale {
            id
            levels {
              id
              ordinal
              label
            }
          }
        }
        levels {
          id
          name
          order
          requirements {
            id
            importance
            mustHave
            level {
              id
              ordinal
            }
            skill {
              id
              name
            }
            adoptedFrom {
              id
              title
              scale {
                id
                levels {
                  id
                  ordinal
                  label
                }
              }
            }
          }
        }
      }
    }
  }
`);

export const SAVE_REQUIREMENTS = graphql(`
  mutation SaveRequirements($roleId: ID!, $expectedRevision: Int!, $cells: [RequirementCellInput!]!) {
    saveRequirements(roleId: $roleId, expectedRevision: $expectedRevision, cells: $cells) {
      __typename
      ... on JobRole {
        id
        revision
      }
      ... on Refusal {
        message
      }
      ... on ChangedMeanwhile {
        currentRevision
      }
    }
  }
`);

export const OWN_SKILLS = graphql(`
  query OwnSkills($frameworkId: ID!, $search: String) {
    framework(id: $frameworkId) {
      id
      skills(first: 20, search: $search) {
        edges {
          node {
            id
            name
          }
        }
      }
    }
  }
`);

export const CREATE_FRAMEWORK = graphql(`
  mutation CreateFramework($input: CreateFrameworkInput!) {
    createFramework(input: $input) {
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

export const COPY_REQUIREMENTS = graphql(`
  mutation CopyRequirements($from: ID!, $to: ID!, $expectedRevision: Int!) {
    copyRequirements(fromLevelId: $from, toLevelId: $to, expectedRevision: $expectedRevision) {
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

export const ADD_STEP = graphql(`
  mutation AddRoleStep($input: RoleStepInput!) {
    addRoleStep(input: $input) {
      __typename
      ... on RoleStep {
        id
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export const REMOVE_STEP = graphql(`
  mutation RemoveRoleStep($id: ID!) {
    removeRoleStep(id: $id) {
      __typename
      ... on JobRoleLevel {
        id
      }
      ... on Refusal {
        message
      }
    }
  }
`);

/** Everything on the screen that a change of the lattice may touch. */
export const LATTICE_QUERIES = ['RoleLattice', 'LevelPanel'];

export type Lattice = NonNullable<ResultOf<typeof ROLE_LATTICE>['roleLattice']>;
export type LatticeRole = Lattice['roles'][number];
export type LatticeLevel = LatticeRole['levels'][number];
export type PanelLevel = NonNullable<ResultOf<typeof LEVEL_PANEL>['jobRoleLevel']>;
export type PageLevel = NonNullable<ResultOf<typeof LEVEL_PAGE>['jobRoleLevel']>;
export type SheetRole = NonNullable<ResultOf<typeof ROLE_SHEET>['jobRoleLevel']>['role'];
export type StepKind = LatticeLevel['stepsOut'][number]['kind'];
