import { graphql } from '../../../lib/graphql.js';

/** A rung of another role, as it is named beside a step. */
const OTHER_LEVEL = graphql(`
  fragment OtherLevel on JobRoleLevel @_unmask {
    id
    name
    role {
      id
      name
    }
  }
`);

export const STEP_OUT = graphql(
  `
  fragment StepOut on RoleStep @_unmask {
    id
    kind
    origin
    note
    to { ...OtherLevel @unmask }
  }
`,
  [OTHER_LEVEL],
);

export const STEP_IN = graphql(
  `
  fragment StepIn on RoleStep @_unmask {
    id
    kind
    origin
    note
    from { ...OtherLevel @unmask }
  }
`,
  [OTHER_LEVEL],
);

/** A step that what is asked suggests. */
export const NEAR_LEVEL = graphql(
  `
  fragment NearLevel on StepSuggestion @_unmask {
    overlap
    shared
    more
    to { ...OtherLevel @unmask }
  }
`,
  [OTHER_LEVEL],
);

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

export const CHANGE_STEP = graphql(`
  mutation ChangeRoleStep($id: ID!, $kind: RoleStepKind, $note: String) {
    changeRoleStep(id: $id, kind: $kind, note: $note) {
      __typename
      ... on RoleStep {
        id
        kind
        note
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
