import { graphql, type ResultOf, type VariablesOf } from '../../../lib/graphql.js';

/** What a save may change beside the fields that were saved. */
export const CHECKS = graphql(`
  fragment Checks on AchievementVersion @_unmask {
    savedAt
    savedBy {
      id
      displayName
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
    changes {
      key
      section
      title
      kind
      suggested
      isForced
      reason
      cells {
        field
        label
        before
        after
      }
    }
  }
`);

export const ACHIEVEMENT_DRAFT = graphql(
  `
  query AchievementDraft($id: ID!) {
    achievementVersion(id: $id) {
      id
      achievementId
      number
      state
      revision
      name
      description
      outcomes
      evidenceAsked
      cutScore
      cutScoreSetting {
        method
        cutScore
        reason
        setAt
        setBy {
          id
          displayName
        }
        angoff {
          round
          standardDeviation
          standardError
          judges {
            name
            cut
          }
        }
        regression {
          n
          r2
          standardError
        }
      }
      angoffPanel {
        judges {
          id
          name
        }
        rounds {
          estimates {
            judgeId
            criterionId
            share
          }
        }
      }
      stackRule {
        parts {
          kind
          depth
          amount
          unit
          minLevel
          achievementIds
        }
        notBoth {
          one
          other
        }
        partsMustBe
        maxAgeMonths
        countedOnce
        counts {
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
      validityMonths
      evidenceMaxAgeMonths
      maxAttempts
      coolOffDays
      route
      markingPolicy
      secondMarkShare
      borderlineBand
      highStakes
      releaseMode
      renewal
      reminderMonths
      evidenceRules {
        id
        kind
        atLeast
        scope
        maxAgeMonths
      }
      prerequisites {
        id
        achievementId
        name
      }
      currentVersion {
        id
        number
        holders
        record {
          running
          decisions
          firstAttempts
          passedFirst
        }
      }
      retiredReason
      badgeUrl
      viewerCan
      holders
      publishedAt
      awardedSkills {
        skillId
        isPrincipal
        category
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
        nqfFramework
        nqfLevel
        referencedBy
        country
        participationForm
        assessmentKinds
        supervisionForm
        qualityAssuranceForm
        gradingForm
        grading
        stackabilityForm
        furtherInformation
      }
      ...Checks @unmask
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
    }
  }
`,
  [CHECKS],
);

export const SAVE_DRAFT = graphql(
  `
  mutation SaveAchievementDraft($id: ID!, $expectedRevision: Int!, $input: AchievementDraftInput!) {
    saveAchievementDraft(id: $id, expectedRevision: $expectedRevision, input: $input) {
      __typename
      ... on AchievementVersion {
        id
        revision
        name
        route
        cutScoreSetting {
          method
          cutScore
          reason
          setAt
          setBy {
            id
            displayName
          }
          angoff {
            round
            standardDeviation
            standardError
            judges {
              name
              cut
            }
          }
          regression {
            n
            r2
            standardError
          }
        }
        ...Checks @unmask
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
`,
  [CHECKS],
);

/** What stands between a draft and publishing; the rest of the draft is what the designer has, not what was read last. */
export const DRAFT_CHECKS = graphql(`
  query DraftChecks($id: ID!) {
    achievementVersion(id: $id) {
      id
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

export const DRAFT_NEWS = graphql(`
  query DraftNews($id: ID!) {
    achievementVersion(id: $id) {
      id
      savedAt
      savedBy {
        id
        displayName
      }
    }
  }
`);

export type Version = NonNullable<ResultOf<typeof ACHIEVEMENT_DRAFT>['achievementVersion']>;
export type OpenPoint = Version['openPoints'][number];
export type PublicationCheck = Version['publicationChecks'][number];
export type VersionChange = Version['changes'][number];
export type DraftInput = VariablesOf<typeof SAVE_DRAFT>['input'];
