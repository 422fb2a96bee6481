import { graphql, type ResultOf } from '../../../lib/graphql.js';

export const FRAMEWORK = graphql(`
  query Framework($id: ID!) {
    framework(id: $id) {
      id
      title
      publisher
      version
      state
      contentState
      copyProgress
      basedOn {
        id
        version
      }
      licence
      attribution
      sourceUrl
      publishedAt
      createdAt
      viewerCan
      description
      language
      licenceUrl
      restricted
      revision
      versions {
        id
        version
        state
      }
      stewards {
        id
        displayName
      }
      scale {
        id
        name
        levels {
          id
          ordinal
          label
          description
        }
      }
      counts {
        skills
        jobFamilies
        jobRoles
        jobRoleLevels
        requirements
        skillsWithoutDescriptors
      }
    }
  }
`);

export const FRAMEWORK_SKILLS = graphql(`
  query FrameworkSkills($id: ID!, $search: String, $after: String) {
    framework(id: $id) {
      id
      skills(first: 50, after: $after, search: $search) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          cursor
          node {
            id
            code
            name
            description
            levels {
              level {
                id
                ordinal
              }
              descriptors
            }
          }
        }
      }
    }
  }
`);

export const FRAMEWORK_ROLES = graphql(`
  query FrameworkRoles($id: ID!) {
    framework(id: $id) {
      id
      jobFamilies {
        id
        name
        roles {
          id
          name
        }
      }
    }
  }
`);

export const FRAMEWORK_ROLE = graphql(`
  query FrameworkRole($id: ID!) {
    jobRole(id: $id) {
      id
      name
      description
      responsibilities
      levels {
        id
        name
        order
        description
        requirements {
          id
          importance
          mustHave
          skill {
            id
            name
          }
          level {
            id
            ordinal
            label
          }
        }
      }
    }
  }
`);

export const PUBLISH_FRAMEWORK = graphql(`
  mutation PublishFramework($id: ID!) {
    publishFramework(id: $id) {
      __typename
      ... on SkillFramework {
        id
        state
        publishedAt
        viewerCan
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export const SKILL = graphql(`
  query SkillPage($id: ID!) {
    skill(id: $id) {
      id
      code
      name
      description
      framework {
        id
        title
        version
        state
        licence
        attribution
      }
      levels {
        level {
          id
          ordinal
          label
          description
        }
        descriptors
      }
      courses(first: 6) {
        id
        title
        hours
        provider {
          id
          name
        }
      }
      requiredBy {
        id
        importance
        mustHave
        level {
          id
          ordinal
          label
        }
        jobRoleLevel {
          id
          name
          order
          role {
            id
            name
            family {
              id
              name
            }
          }
        }
      }
    }
  }
`);

export type Framework = NonNullable<ResultOf<typeof FRAMEWORK>['framework']>;
export type FrameworkSkill = NonNullable<
  ResultOf<typeof FRAMEWORK_SKILLS>['framework']
>['skills']['edges'][number]['node'];
export type Family = NonNullable<ResultOf<typeof FRAMEWORK_ROLES>['framework']>['jobFamilies'][number];
export type Role = NonNullable<ResultOf<typeof FRAMEWORK_ROLE>['jobRole']>;
export type Skill = NonNullable<ResultOf<typeof SKILL>['skill']>;
