import { graphql } from '../../../lib/graphql.js';

export const NAME_FOUNDER = graphql(`
  mutation NameFounder($achievementVersionId: ID!, $personId: ID!) {
    nameFounder(achievementVersionId: $achievementVersionId, personId: $personId) {
      __typename
      ... on AchievementVersion {
        id
        assessorGap
        assessors {
          id
          basis
          since
          person {
            id
            displayName
            initials
            employment {
              id
              jobTitle
            }
          }
        }
        openPoints {
          section
          field
          message
        }
        publicationChecks {
          key
          principle
          title
          isBlocking
          points {
            section
            field
            message
          }
        }
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export const REMOVE_FOUNDER = graphql(`
  mutation RemoveFounder($achievementVersionId: ID!, $personId: ID!) {
    removeFounder(achievementVersionId: $achievementVersionId, personId: $personId) {
      __typename
      ... on AchievementVersion {
        id
        assessorGap
        assessors {
          id
          basis
          since
          person {
            id
            displayName
            initials
            employment {
              id
              jobTitle
            }
          }
        }
        openPoints {
          section
          field
          message
        }
        publicationChecks {
          key
          principle
          title
          isBlocking
          points {
            section
            field
            message
          }
        }
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export const PEOPLE_CHOICES = graphql(`
  query PeopleChoices($search: String!) {
    people(first: 20, search: $search) {
      edges {
        node {
          id
          displayName
          initials
          employment {
            id
            jobTitle
          }
        }
      }
    }
  }
`);
