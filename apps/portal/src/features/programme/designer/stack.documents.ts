import { graphql } from '../../../lib/graphql.js';

export const COUNTABLE_ACHIEVEMENTS = graphql(`
  query CountableAchievements($search: String!) {
    achievements(first: 20, search: $search, state: PUBLISHED) {
      edges {
        node {
          id
          achievementId
          name
          level {
            id
            label
          }
          descriptors {
            workloadHours
            ects
            eqfLevel
          }
        }
      }
    }
  }
`);
