import { graphql, type ResultOf } from '../../lib/graphql.js';

export const ASSESSING = graphql(`
  query Assessing {
    assessing {
      personId
      profile {
        personId
        capacity
        weeklyHours
        paused
        revision
      }
      leave {
        id
        startsOn
        endsOn
        reason
      }
      qualifications {
        id
        basis
        state
        since
        validUntil
        trainingCompletedOn
        achievement {
          id
          name
        }
        history {
          id
          at
          kind
          toState
          reason
        }
      }
      ownApplications {
        id
        kind
        message
        askedAt
        answer
        answerReason
        viewerCan
        achievement {
          id
          name
        }
      }
      couldAssess {
        id
        achievementId
        name
      }
    }
  }
`);

export const SAVE_AVAILABILITY = graphql(`
  mutation SaveAvailability($input: AvailabilityInput!) {
    saveAvailability(input: $input) {
      __typename
      ... on AssessorProfile {
        personId
        capacity
        weeklyHours
        paused
        revision
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export const ADD_LEAVE = graphql(`
  mutation AddLeave($input: LeaveInput!) {
    addLeave(input: $input) {
      __typename
      ... on AssessorLeave {
        id
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export const REMOVE_LEAVE = graphql(`
  mutation RemoveLeave($id: ID!) {
    removeLeave(id: $id) {
      __typename
      ... on AssessorLeave {
        id
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export const APPLY = graphql(`
  mutation ApplyToAssess($achievementId: ID!, $message: String!) {
    applyToAssess(achievementId: $achievementId, message: $message) {
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

export const ANSWER = graphql(`
  mutation AnswerOwnApplication($id: ID!, $accept: Boolean!, $reason: String!) {
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

export type AssessingData = ResultOf<typeof ASSESSING>['assessing'];
