import { graphql, type ResultOf, type VariablesOf } from '../../../lib/graphql.js';

export const ACHIEVEMENT_DRAFT = graphql(`
  query AchievementDraft($id: ID!) {
    achievementVersion(id: $id) {
      id
      number
      state
      revision
      name
      description
      outcomes
      evidenceAsked
      cutScore
      validityMonths
      evidenceMaxAgeMonths
      route
      markingPolicy
      badgeUrl
      viewerCan
      holders
      publishedAt
      skill {
        id
        name
        framework {
          id
          title
          version
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
      level {
        id
        ordinal
        label
      }
      rubric {
        criteria {
          id
          title
          description
          weight
          mustReach
          skillId
          levels {
            id
            ordinal
            label
            points
            descriptor
            isCompetent
          }
        }
      }
      descriptors {
        workloadHours
        ects
        eqfLevel
        language
        participation
        assessmentType
        supervision
        qualityAssurance
        prerequisites
        stackability
      }
      openPoints {
        section
        field
        message
      }
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
    }
  }
`);

export const SAVE_DRAFT = graphql(`
  mutation SaveAchievementDraft($id: ID!, $expectedRevision: Int!, $input: AchievementDraftInput!) {
    saveAchievementDraft(id: $id, expectedRevision: $expectedRevision, input: $input) {
      __typename
      ... on AchievementVersion {
        id
        revision
        name
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
      ... on Refusal {
        message
      }
      ... on InvalidInput {
        problems {
          field
          message
        }
      }
      ... on ChangedMeanwhile {
        currentRevision
      }
    }
  }
`);

export const PUBLISH_ACHIEVEMENT = graphql(`
  mutation PublishAchievement($id: ID!) {
    publishAchievement(id: $id) {
      __typename
      ... on AchievementVersion {
        id
        state
        number
        publishedAt
        viewerCan
        openPoints {
          section
          field
          message
        }
      }
      ... on Refusal {
        message
      }
      ... on NotReadyToPublish {
        openPoints {
          section
          field
          message
        }
      }
    }
  }
`);

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

export const NAME_FOUNDER = graphql(`
  mutation NameFounder($achievementVersionId: ID!, $personId: ID!) {
    nameFounder(achievementVersionId: $achievementVersionId, personId: $personId) {
      __typename
      ... on AchievementVersion {
        id
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

export type Version = NonNullable<ResultOf<typeof ACHIEVEMENT_DRAFT>['achievementVersion']>;
export type OpenPoint = Version['openPoints'][number];
export type DraftInput = VariablesOf<typeof SAVE_DRAFT>['input'];
