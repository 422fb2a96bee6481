import { graphql } from '../../../lib/graphql.js';

export const PROGRAMME_ACHIEVEMENTS = graphql(`
  query ProgrammeAchievements($search: String, $state: AchievementState, $after: String) {
    achievements(first: 50, after: $after, search: $search, state: $state) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        cursor
        node {
          id
          name
          number
          state
          holders
          savedAt
          savedBy {
            id
            displayName
          }
          skill {
            id
            name
          }
          level {
            id
            ordinal
            label
          }
          openPoints {
            section
            field
            message
          }
        }
      }
    }
  }
`);

export const FRAMEWORKS = graphql(`
  query Frameworks {
    frameworks {
      id
      title
      publisher
      version
      state
      createdAt
      publishedAt
      counts {
        skills
        jobRoles
      }
    }
  }
`);

export const CREATE_ACHIEVEMENT = graphql(`
  mutation CreateAchievement($input: CreateAchievementInput!) {
    createAchievement(input: $input) {
      __typename
      ... on AchievementVersion {
        id
      }
      ... on Refusal {
        message
      }
      ... on InvalidInput {
        problems {
          field
          message
        }
      }
    }
  }
`);
