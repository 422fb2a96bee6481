import { graphql, type ResultOf } from '../../../lib/graphql.js';

export const ASSESSORS = graphql(`
  query Assessors($search: String, $state: AssessorState, $after: String) {
    assessors(search: $search, state: $state, first: 50, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        cursor
        node {
          personId
          held
          handedIn
          capacity
          weeklyHours
          paused
          awayUntil
          hasRole
          person {
            id
            displayName
          }
          qualifications {
            id
            basis
            state
            since
            validUntil
            trainingCompletedOn
            viewerCan
            achievement {
              id
              name
            }
          }
        }
      }
    }
  }
`);

export const QUALIFICATION_HISTORY = graphql(`
  query AssessorHistory($search: String) {
    assessors(search: $search, first: 5) {
      edges {
        cursor
        node {
          personId
          qualifications {
            id
            trainingNote
            history {
              id
              at
              kind
              fromState
              toState
              reason
              actor {
                id
                displayName
              }
            }
            work {
              slotId
              candidateCode
              state
              releasedAt
              outcome
            }
          }
        }
      }
    }
  }
`);

export const APPLICATIONS = graphql(`
  query AssessorApplications {
    assessorApplications {
      id
      kind
      message
      askedAt
      viewerCan
      person {
        id
        displayName
      }
      achievement {
        id
        name
      }
    }
  }
`);

export const ANSWER_APPLICATION = graphql(`
  mutation AnswerAssessorApplication($id: ID!, $accept: Boolean!, $reason: String!) {
    answerAssessorApplication(id: $id, accept: $accept, reason: $reason) {
      __typename
      ... on AssessorApplication {
        id
        answer
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export const CHANGE_STATE = graphql(`
  mutation ChangeAssessorState($id: ID!, $state: AssessorState!, $reason: String!) {
    changeAssessorState(id: $id, state: $state, reason: $reason) {
      __typename
      ... on AssessorQualification {
        id
        state
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export const RECORD_TRAINING = graphql(`
  mutation RecordAssessorTraining($id: ID!, $completedOn: Date!, $note: String!) {
    recordAssessorTraining(id: $id, completedOn: $completedOn, note: $note) {
      __typename
      ... on AssessorQualification {
        id
        trainingCompletedOn
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export const SET_VALIDITY = graphql(`
  mutation SetAssessorValidity($id: ID!, $validUntil: Date, $reason: String!) {
    setAssessorValidity(id: $id, validUntil: $validUntil, reason: $reason) {
      __typename
      ... on AssessorQualification {
        id
        validUntil
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export const END_QUALIFICATION = graphql(`
  mutation EndAssessorQualification($id: ID!, $reason: String!) {
    endAssessorQualification(id: $id, reason: $reason) {
      __typename
      ... on AssessorQualification {
        id
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export const ACHIEVEMENTS_TO_LEAD = graphql(`
  query AchievementsToLead($search: String) {
    achievements(first: 20, search: $search, state: PUBLISHED) {
      edges {
        cursor
        node {
          id
          achievementId
          name
        }
      }
    }
  }
`);

export const CANDIDATES = graphql(`
  query AssessorCandidates($achievementId: ID!) {
    assessorCandidates(achievementId: $achievementId) {
      id
      displayName
    }
  }
`);

export const INVITE = graphql(`
  mutation InviteAssessor($achievementId: ID!, $personId: ID!, $message: String!) {
    inviteAssessor(achievementId: $achievementId, personId: $personId, message: $message) {
      __typename
      ... on AssessorApplication {
        id
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export type Assessor = ResultOf<typeof ASSESSORS>['assessors']['edges'][number]['node'];
export type Qualification = Assessor['qualifications'][number];
export type Application = ResultOf<typeof APPLICATIONS>['assessorApplications'][number];
export type Known = ResultOf<
  typeof QUALIFICATION_HISTORY
>['assessors']['edges'][number]['node']['qualifications'][number];
