import { graphql, type ResultOf, type VariablesOf } from '../../../lib/graphql.js';

export const FRAMEWORK_TREE = graphql(`
  query FrameworkTree($id: ID!, $parentId: ID, $after: String) {
    framework(id: $id) {
      id
      tree(parentId: $parentId, first: 100, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          cursor
          node {
            id
            children
            skill {
              id
              revisionId
              name
              kind
            }
          }
        }
      }
    }
  }
`);

export const FRAMEWORK_FOUND = graphql(`
  query FrameworkFound($id: ID!, $search: String!) {
    framework(id: $id) {
      id
      skills(first: 30, search: $search) {
        totalCount
        edges {
          cursor
          node {
            id
            revisionId
            name
            ancestors {
              id
              revisionId
              name
            }
          }
        }
      }
    }
  }
`);

export const FRAMEWORK_SKILL = graphql(`
  query FrameworkSkill($frameworkId: ID!, $skillId: ID!) {
    frameworkSkill(frameworkId: $frameworkId, skillId: $skillId) {
      id
      revisionId
      code
      name
      description
      kind
      category
      synonyms
      coding
      notes
      edit
      ancestors {
        id
        revisionId
        name
      }
      levels {
        level {
          id
          ordinal
          label
        }
        descriptors
      }
      relations {
        id
        type
        targetUri
        targetTitle
        origin {
          id
          revisionId
          name
          framework {
            id
            title
          }
        }
        target {
          id
          revisionId
          name
          framework {
            id
            title
          }
        }
      }
    }
  }
`);

export const FRAMEWORK_STEPS = graphql(`
  query FrameworkSteps($id: ID!) {
    framework(id: $id) {
      id
      steps(first: 10) {
        id
        kind
        subject
        madeAt
        madeBy {
          id
          displayName
        }
      }
    }
  }
`);

export const FRAMEWORK_IMPACT = graphql(`
  query FrameworkImpact($id: ID!) {
    framework(id: $id) {
      id
      impact {
        area
        count
        touched
        happens
        examples {
          name
          path
        }
      }
    }
  }
`);

export const START_VERSION = graphql(`
  mutation StartFrameworkVersion($id: ID!) {
    startFrameworkVersion(frameworkId: $id) {
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

export const SAVE_FRAMEWORK = graphql(`
  mutation SaveFrameworkDraft($id: ID!, $expectedRevision: Int!, $input: FrameworkDraftInput!) {
    saveFrameworkDraft(id: $id, expectedRevision: $expectedRevision, input: $input) {
      __typename
      ... on SkillFramework {
        id
        title
        publisher
        version
        description
        language
        licence
        licenceUrl
        attribution
        sourceUrl
        restricted
        revision
      }
      ... on ChangedMeanwhile {
        currentRevision
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

export const SAVE_SKILL = graphql(`
  mutation SaveSkillDraft($frameworkId: ID!, $skillId: ID!, $expectedEdit: Int!, $input: SkillDraftInput!) {
    saveSkillDraft(frameworkId: $frameworkId, skillId: $skillId, expectedEdit: $expectedEdit, input: $input) {
      __typename
      ... on Skill {
        id
        revisionId
        name
        description
        kind
        category
        synonyms
        coding
        notes
        edit
        levels {
          level {
            id
            ordinal
            label
          }
          descriptors
        }
      }
      ... on ChangedMeanwhile {
        currentRevision
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

export const ADD_SKILL = graphql(`
  mutation AddSkillToDraft($frameworkId: ID!, $input: NewSkillInput!) {
    addSkillToDraft(frameworkId: $frameworkId, input: $input) {
      __typename
      ... on Skill {
        id
        revisionId
        name
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export const REMOVE_SKILL = graphql(`
  mutation RemoveSkillFromDraft($frameworkId: ID!, $skillId: ID!) {
    removeSkillFromDraft(frameworkId: $frameworkId, skillId: $skillId) {
      __typename
      ... on SkillFramework {
        id
        counts {
          skills
          requirements
        }
        steps(first: 1) {
          id
        }
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export const MOVE_SKILL = graphql(`
  mutation MoveSkillInDraft($frameworkId: ID!, $input: MoveSkillInput!) {
    moveSkillInDraft(frameworkId: $frameworkId, input: $input) {
      __typename
      ... on Skill {
        id
        revisionId
        ancestors {
          id
          revisionId
          name
        }
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export const ADD_RELATION = graphql(`
  mutation AddSkillRelation($frameworkId: ID!, $input: SkillRelationInput!) {
    addSkillRelation(frameworkId: $frameworkId, input: $input) {
      __typename
      ... on Skill {
        id
        revisionId
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export const REMOVE_RELATION = graphql(`
  mutation RemoveSkillRelation($id: ID!) {
    removeSkillRelation(id: $id) {
      __typename
      ... on Skill {
        id
        revisionId
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export const UNDO_STEP = graphql(`
  mutation UndoFrameworkStep($id: ID!) {
    undoFrameworkStep(id: $id) {
      __typename
      ... on SkillFramework {
        id
        counts {
          skills
          requirements
        }
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export type DraftSkill = NonNullable<ResultOf<typeof FRAMEWORK_SKILL>['frameworkSkill']>;
export type SkillInput = VariablesOf<typeof SAVE_SKILL>['input'];
export type FrameworkInput = VariablesOf<typeof SAVE_FRAMEWORK>['input'];
export type Place = NonNullable<ResultOf<typeof FRAMEWORK_TREE>['framework']>['tree']['edges'][number]['node'];
export type ImpactLine = NonNullable<ResultOf<typeof FRAMEWORK_IMPACT>['framework']>['impact'][number];

/** After the structure of a draft changed, everything that shows it is asked again. */
export const SHOWS_STRUCTURE = [
  'FrameworkTree',
  'FrameworkFound',
  'FrameworkSteps',
  'FrameworkSkill',
  'FrameworkSkills',
  'Framework',
];
