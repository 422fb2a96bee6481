import { graphql, type ResultOf } from '../../../lib/graphql.js';

const EMPLOYMENT = graphql(`
  fragment EmploymentFacts on Employment @_unmask {
    id
    jobTitle
    startsOn
    endsOn
    isPrimary
    state
    viewerCan
    orgUnit {
      id
      name
    }
    manager {
      id
      displayName
    }
    jobRoleLevel {
      id
      name
    }
  }
`);

export const PERSON = graphql(
  `
    query Person($id: ID!, $after: String) {
      person(id: $id) {
        id
        displayName
        initials
        email
        personNumber
        active
        lastDay
        leavingReason
        roles
        grants {
          id
          role
          startsAt
          endsAt
          grantedBy {
            id
            displayName
          }
          scopeUnit {
            id
            name
          }
          scopeAchievement {
            id
            name
          }
        }
        viewerCan
        employment {
          id
          jobTitle
          orgUnit {
            id
            name
            path {
              id
              name
            }
          }
        }
        employments {
          ...EmploymentFacts @unmask
        }
        line {
          id
          displayName
          employment {
            id
            jobTitle
          }
        }
        reports(first: 20, after: $after) {
          edges {
            cursor
            node {
              id
              displayName
              active
              lastDay
              employment {
                id
                jobTitle
                orgUnit {
                  id
                  name
                }
              }
            }
          }
          pageInfo {
            hasNextPage
            endCursor
          }
          totalCount
        }
      }
    }
  `,
  [EMPLOYMENT],
);

export const CHANGE_PERSON = graphql(`
  mutation ChangePerson($id: ID!, $input: ChangePersonInput!) {
    changePerson(id: $id, input: $input) {
      __typename
      ... on Person {
        id
        displayName
        email
        personNumber
      }
      ... on InvalidInput {
        problems {
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

export const CHANGE_EMPLOYMENT = graphql(`
  mutation ChangeEmployment($input: ChangeEmploymentInput!) {
    changeEmployment(input: $input) {
      __typename
      ... on Person {
        id
      }
      ... on InvalidInput {
        problems {
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

export const CORRECT_EMPLOYMENT = graphql(`
  mutation CorrectEmployment($id: ID!, $input: CorrectEmploymentInput!) {
    correctEmployment(id: $id, input: $input) {
      __typename
      ... on Person {
        id
      }
      ... on InvalidInput {
        problems {
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

export const REMOVE_PLANNED = graphql(`
  mutation RemovePlannedEmployment($id: ID!) {
    removePlannedEmployment(id: $id) {
      __typename
      ... on Person {
        id
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export const ADD_SECONDARY = graphql(`
  mutation AddSecondaryEmployment($input: AddSecondaryInput!) {
    addSecondaryEmployment(input: $input) {
      __typename
      ... on Person {
        id
      }
      ... on InvalidInput {
        problems {
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

export const END_SECONDARY = graphql(`
  mutation EndSecondaryEmployment($id: ID!, $lastDay: Date!) {
    endSecondaryEmployment(id: $id, lastDay: $lastDay) {
      __typename
      ... on Person {
        id
      }
      ... on InvalidInput {
        problems {
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

export const RECORD_LEAVING = graphql(`
  mutation RecordLeaving($personId: ID!, $lastDay: Date!, $reason: String!) {
    recordLeaving(personId: $personId, lastDay: $lastDay, reason: $reason) {
      __typename
      ... on Person {
        id
        active
        lastDay
        roles
        viewerCan
      }
      ... on InvalidInput {
        problems {
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

export const UNDO_LEAVING = graphql(`
  mutation UndoLeaving($personId: ID!) {
    undoLeaving(personId: $personId) {
      __typename
      ... on Person {
        id
        active
        lastDay
        roles
        viewerCan
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export const REHIRE = graphql(`
  mutation Rehire($input: RehireInput!) {
    rehire(input: $input) {
      __typename
      ... on Person {
        id
        active
        lastDay
        viewerCan
      }
      ... on InvalidInput {
        problems {
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

export const SET_ACTIVE = graphql(`
  mutation SetActive($personId: ID!, $active: Boolean!, $reason: String!) {
    setActive(personId: $personId, active: $active, reason: $reason) {
      __typename
      ... on Person {
        id
        active
        lastDay
        viewerCan
      }
      ... on InvalidInput {
        problems {
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

export type PersonView = NonNullable<ResultOf<typeof PERSON>['person']>;
export type EmploymentView = PersonView['employments'][number];
