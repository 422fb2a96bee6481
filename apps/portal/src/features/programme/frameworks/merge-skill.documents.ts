import { graphql } from '../../../lib/graphql.js';

export const SIMILAR_SKILLS = graphql(`
  query SimilarSkills($name: String!, $frameworkId: ID, $exceptSkillId: ID) {
    similarSkills(name: $name, frameworkId: $frameworkId, exceptSkillId: $exceptSkillId) {
      likeness
      synonym
      skill {
        id
        revisionId
        name
        framework {
          id
          title
          version
        }
      }
    }
  }
`);

export const MERGE_SKILLS = graphql(`
  mutation MergeSkills($frameworkId: ID!, $input: MergeSkillsInput!) {
    mergeSkills(frameworkId: $frameworkId, input: $input) {
      __typename
      ... on Skill {
        id
        revisionId
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

export const MERGE_FACTS = graphql(`
  query MergeFacts($from: ID!, $to: ID!, $frameworkId: ID!) {
    levelMeanings(fromSkillId: $from, toSkillId: $to, frameworkId: $frameworkId) {
      from {
        id
        levels {
          id
          ordinal
          label
        }
      }
      to {
        id
        levels {
          id
          ordinal
          label
        }
      }
      crosswalk {
        id
      }
      pairs {
        from
        to
      }
    }
    frameworkSkill(frameworkId: $frameworkId, skillId: $from) {
      id
      revisionId
      builtOn {
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
