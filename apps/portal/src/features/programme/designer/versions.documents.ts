import { graphql } from '../../../lib/graphql.js';

export const START_NEXT_VERSION = graphql(`
  mutation StartNextVersion($achievementVersionId: ID!) {
    startNextVersion(achievementVersionId: $achievementVersionId) {
      __typename
      ... on AchievementVersion {
        id
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export const HOLDERS = graphql(`
  query VersionHolders($id: ID!, $after: String) {
    achievementVersion(id: $id) {
      id
      holderList(first: 30, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          cursor
          node {
            id
            displayName
          }
        }
      }
    }
  }
`);

export const RETIRE_ACHIEVEMENT = graphql(`
  mutation RetireAchievement($id: ID!, $reason: String!) {
    retireAchievement(achievementVersionId: $id, reason: $reason) {
      __typename
      ... on AchievementVersion {
        id
        state
        retiredReason
        viewerCan
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export const OFFER_AGAIN = graphql(`
  mutation OfferAchievementAgain($id: ID!) {
    offerAchievementAgain(achievementVersionId: $id) {
      __typename
      ... on AchievementVersion {
        id
        state
        retiredReason
        viewerCan
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export const DUPLICATE_ACHIEVEMENT = graphql(`
  mutation DuplicateAchievement($id: ID!) {
    duplicateAchievement(achievementVersionId: $id) {
      __typename
      ... on AchievementVersion {
        id
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export const OFFERED_ACHIEVEMENTS = graphql(`
  query OfferedAchievements($search: String!) {
    achievements(first: 20, search: $search, state: PUBLISHED) {
      edges {
        node {
          id
          achievementId
          name
        }
      }
    }
  }
`);
