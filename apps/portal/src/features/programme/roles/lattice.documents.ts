import { graphql, type ResultOf } from '../../../lib/graphql.js';
import { STEP_OUT } from './steps.documents.js';

export const ROLE_FRAMEWORKS = graphql(`
  query RoleFrameworks {
    frameworks {
      id
      title
      version
      state
      createdAt
      counts {
        jobRoles
      }
    }
  }
`);

export const ROLE_LATTICE = graphql(
  `
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
          stepsOut { ...StepOut @unmask }
        }
      }
    }
  }
`,
  [STEP_OUT],
);

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

/** Everything on the screen that a change of the lattice may touch. */
export const LATTICE_QUERIES = ['RoleLattice', 'LevelPanel'];

export type Lattice = NonNullable<ResultOf<typeof ROLE_LATTICE>['roleLattice']>;
export type LatticeRole = Lattice['roles'][number];
export type LatticeLevel = LatticeRole['levels'][number];
export type StepKind = LatticeLevel['stepsOut'][number]['kind'];
