import { graphql } from '../../lib/graphql.js';

export const MY_PRIOR_LEARNING = graphql(`
  query MyPriorLearning {
    myPriorLearningScreens {
      achievementVersionId
      savedAt
      answers {
        outcome
        stance
      }
      achievementVersion {
        id
        name
        outcomes
        mySubmission {
          id
          state
          route
        }
      }
    }
  }
`);

export const SCREEN_CHOICES = graphql(`
  query ScreenChoices($search: String) {
    achievements(first: 20, search: $search) {
      edges {
        node {
          id
          name
          state
          route
        }
      }
    }
  }
`);

export const SCREEN = graphql(`
  query Screen($id: ID!) {
    priorLearningScreen(achievementVersionId: $id) {
      achievementVersionId
      revision
      savedAt
      answers {
        outcome
        stance
        words
      }
    }
    achievementVersion(id: $id) {
      id
      name
      description
      outcomes
      evidenceAsked
      maxAttempts
      coolOffDays
      courses(first: 6) {
        id
        title
        hours
      }
      mySubmission {
        id
        state
        route
        attemptNo
        decision {
          id
          outcome
          releasedAt
          criteria {
            number
            met
            comment
            criterion {
              id
              title
            }
          }
        }
      }
    }
  }
`);

export const SAVE_SCREEN = graphql(`
  mutation SaveScreen($id: ID!, $answers: [ScreenedOutcomeInput!]!, $expectedRevision: Int!) {
    savePriorLearningScreen(achievementVersionId: $id, answers: $answers, expectedRevision: $expectedRevision) {
      __typename
      ... on PriorLearningScreen {
        achievementVersionId
        revision
        savedAt
        answers {
          outcome
          stance
          words
        }
      }
      ... on Refusal {
        message
      }
      ... on ChangedMeanwhile {
        currentRevision
      }
    }
  }
`);

export const BEGIN_PRIOR_LEARNING = graphql(`
  mutation BeginPriorLearning($id: ID!, $route: SubmissionRoute!) {
    startSubmission(achievementVersionId: $id, route: $route) {
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

export const MENTORED = graphql(`
  query Mentored($id: ID!) {
    mentoredSubmission(id: $id) {
      id
      state
      savedAt
      person {
        id
        displayName
      }
      achievementVersion {
        id
        name
      }
      criteria {
        number
        claimedLevel
        notEvidenced
        criterion {
          id
          title
          description
        }
        links {
          letter
          reflection
          item {
            id
            title
            kind
            note
            text
            url
          }
        }
      }
    }
  }
`);
