import { GAP_STEP } from '../../../lib/gap-step.documents.js';
import { graphql } from '../../../lib/graphql.js';

export const ACHIEVEMENT = graphql(
  `
  query Achievement($id: ID!) {
    achievementVersion(id: $id) {
      id
      courses(first: 6) {
        id
        title
        hours
        provider {
          id
          name
        }
      }
      number
      state
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
      publishedAt
      holders
      viewerCan
      stackRule {
        parts {
          kind
          depth
          amount
          unit
          minLevel
          achievementIds
        }
        counts {
          id
          achievementId
          name
        }
      }
      myStackProgress {
        toGo
        exact
        more
        counted {
          id
          name
        }
        completions {
          achievements {
            id
            name
          }
        }
      }
      skill {
        id
        name
        framework {
          id
          title
          version
        }
      }
      level {
        id
        ordinal
        label
      }
      awardedSkills {
        skillId
        isPrincipal
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
      evidenceRules {
        id
        words
      }
      prerequisites {
        id
        name
      }
      retiredReason
      rubric {
        criteria {
          id
          title
          description
          weight
          mustReach
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
      myWays {
        ...GapStepFields @unmask
      }
      mySubmission {
        id
        state
        attemptNo
        award {
          id
          state
          credential {
            id
            status
            expired
          }
        }
      }
    }
  }
`,
  [GAP_STEP],
);

export const EARNABLE = graphql(`
  query EarnableAchievements($search: String, $after: String) {
    achievements(first: 50, after: $after, search: $search, state: PUBLISHED) {
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
          description
          badgeUrl
          holders
          skill {
            id
            name
          }
          level {
            id
            ordinal
            label
          }
          awardedSkills {
            skillId
            isPrincipal
            skill {
              id
              name
            }
          }
          descriptors {
            workloadHours
          }
          mySubmission {
            id
            state
            decision {
              id
              outcome
            }
            award {
              id
              state
              credential {
                id
                status
                expired
              }
            }
          }
        }
      }
    }
  }
`);

export const START_SUBMISSION = graphql(`
  mutation StartSubmission($achievementVersionId: ID!) {
    startSubmission(achievementVersionId: $achievementVersionId) {
      __typename
      ... on Submission {
        id
      }
      ... on Refusal {
        message
      }
      ... on AttemptOpen {
        submissionId
      }
    }
  }
`);
