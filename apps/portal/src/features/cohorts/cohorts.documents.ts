import { graphql, type ResultOf } from '../../lib/graphql.js';

export const PROGRAMMES = graphql(`
  query Programmes($ended: Boolean!, $after: String) {
    programmes(ended: $ended, first: 20, after: $after) {
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
          summary
          endedAt
          viewerCan
          lead {
            id
            displayName
          }
          achievements {
            id
            achievementId
            name
          }
          cohorts {
            id
            name
            startsOn
            endsOn
            closedAt
            sums {
              people
              earned
              places
            }
          }
        }
      }
    }
  }
`);

export type Programme = ResultOf<typeof PROGRAMMES>['programmes']['edges'][number]['node'];
export type CohortRow = Programme['cohorts'][number];

export const CREATE_PROGRAMME = graphql(`
  mutation CreateProgramme($input: ProgrammeInput!) {
    createProgramme(input: $input) {
      __typename
      ... on Programme {
        id
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export const CHANGE_PROGRAMME = graphql(`
  mutation ChangeProgramme($id: ID!, $input: ProgrammeInput!) {
    changeProgramme(id: $id, input: $input) {
      __typename
      ... on Programme {
        id
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export const END_PROGRAMME = graphql(`
  mutation EndProgramme($id: ID!, $ended: Boolean!) {
    endProgramme(id: $id, ended: $ended) {
      __typename
      ... on Programme {
        id
        endedAt
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export const CREATE_COHORT = graphql(`
  mutation CreateCohort($programmeId: ID!, $input: CohortInput!) {
    createCohort(programmeId: $programmeId, input: $input) {
      __typename
      ... on Cohort {
        id
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export const CHANGE_COHORT = graphql(`
  mutation ChangeCohort($id: ID!, $input: CohortInput!) {
    changeCohort(id: $id, input: $input) {
      __typename
      ... on Cohort {
        id
        name
        startsOn
        endsOn
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export const CLOSE_COHORT = graphql(`
  mutation CloseCohort($id: ID!, $closed: Boolean!) {
    closeCohort(id: $id, closed: $closed) {
      __typename
      ... on Cohort {
        id
        closedAt
        viewerCan
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export const BOARD = graphql(`
  query CohortBoard($id: ID!, $shown: CohortMemberFilter!, $after: String) {
    cohort(id: $id) {
      id
      name
      startsOn
      endsOn
      closedAt
      remindSchedule
      remindDaysBefore
      remindAt
      viewerCan
      behind
      programme {
        id
        name
        lead {
          id
          displayName
        }
        achievements {
          id
          achievementId
          name
        }
      }
      sums {
        people
        earned
        places
      }
      progress {
        achievementId
        counts {
          state
          count
        }
      }
      members(shown: $shown, first: 100, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          cursor
          node {
            id
            behind
            remindedAt
            person {
              id
              displayName
            }
            places {
              achievementId
              state
            }
          }
        }
      }
    }
  }
`);

export type Board = NonNullable<ResultOf<typeof BOARD>['cohort']>;
export type Member = NonNullable<Board['members']>['edges'][number]['node'];
export type PlaceState = Member['places'][number]['state'];

export const OWN_COHORT = graphql(`
  query OwnCohort($id: ID!) {
    cohort(id: $id) {
      id
      name
      startsOn
      endsOn
      closedAt
      programme {
        id
        name
        summary
        lead {
          id
          displayName
        }
        achievements {
          id
          achievementId
          name
          badgeUrl
        }
      }
      myPlaces {
        achievementId
        state
      }
    }
  }
`);

export const ENROLMENT_PREVIEW = graphql(`
  query EnrolmentPreview($input: EnrolmentInput!) {
    enrolmentPreview(input: $input) {
      problem
      enrol
      already
      errors
      rows {
        row
        named
        outcome
        problem
        person {
          id
          displayName
        }
      }
    }
  }
`);

export type Preview = NonNullable<ResultOf<typeof ENROLMENT_PREVIEW>['enrolmentPreview']>;

export const ENROL = graphql(`
  mutation EnrolInCohort($input: EnrolmentInput!) {
    enrolInCohort(input: $input) {
      __typename
      ... on Cohort {
        id
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export const REMOVE_MEMBER = graphql(`
  mutation RemoveFromCohort($cohortId: ID!, $personId: ID!) {
    removeFromCohort(cohortId: $cohortId, personId: $personId) {
      __typename
      ... on Cohort {
        id
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export const REMIND = graphql(`
  mutation RemindCohort($id: ID!) {
    remindCohort(id: $id) {
      __typename
      ... on CohortReminded {
        count
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export const SET_REMINDERS = graphql(`
  mutation SetCohortReminders($id: ID!, $input: CohortRemindersInput!) {
    setCohortReminders(id: $id, input: $input) {
      __typename
      ... on Cohort {
        id
        remindSchedule
        remindDaysBefore
        remindAt
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export const UNIT_CHOICES = graphql(`
  query CohortUnits($search: String) {
    orgUnits(search: $search) {
      id
      name
      headcount
    }
  }
`);

export const ACHIEVEMENT_CHOICES = graphql(`
  query CohortAchievements($search: String) {
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
