import { graphql, type ResultOf, type VariablesOf } from '../../../lib/graphql.js';

const KEPT_COURSE = graphql(`
  fragment KeptCourse on Course @_unmask {
    id
    code
    title
    state
    url
    description
    area
    topics
    language
    hours
    ects
    priceAmount
    priceCurrency
    mode
    duration
    support
    prerequisites
    startDates
    revision
    savedAt
    viewerCan
    comments
    provider {
      id
      name
      website
      country
      kind
      qualityAssurance
      trust
      trustReason
      issuerIds
      agreement
      revision
      viewerCan
    }
    catalogue {
      id
      name
      licence
      attribution
      sourceUrl
    }
    rating {
      answers
      content
      teaching
      usefulness
    }
    prerequisiteCourses {
      id
      title
    }
    outcomes {
      result
      skill {
        id
        name
        framework {
          id
          title
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
      achievement {
        id
        name
      }
    }
  }
`);

export const COURSE_TO_KEEP = graphql(
  `
    query CourseToKeep($id: ID!) {
      course(id: $id) {
        ...KeptCourse @unmask
      }
    }
  `,
  [KEPT_COURSE],
);

export type KeptCourse = NonNullable<ResultOf<typeof COURSE_TO_KEEP>['course']>;

export const SAVE_COURSE = graphql(
  `
    mutation SaveCourse($id: ID!, $expectedRevision: Int!, $input: SaveCourseInput!) {
      saveCourse(id: $id, expectedRevision: $expectedRevision, input: $input) {
        __typename
        ... on Course {
          ...KeptCourse @unmask
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
      }
    }
  `,
  [KEPT_COURSE],
);

export type CourseInput = VariablesOf<typeof SAVE_COURSE>['input'];

export const RETIRE_COURSE = graphql(`
  mutation RetireCourse($id: ID!) {
    retireCourse(id: $id) {
      __typename
      ... on Course {
        id
        state
        revision
        viewerCan
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export const REINSTATE_COURSE = graphql(`
  mutation ReinstateCourse($id: ID!) {
    reinstateCourse(id: $id) {
      __typename
      ... on Course {
        id
        state
        revision
        viewerCan
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export const COURSE_COMPLETIONS = graphql(`
  query CourseCompletions($id: ID!, $after: String) {
    courseCompletions(courseId: $id, first: 50, after: $after) {
      totalCount
      edges {
        cursor
        node {
          id
          completedOn
          grade
          viewerCan
          person {
            id
            displayName
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export type CompletionRow = ResultOf<typeof COURSE_COMPLETIONS>['courseCompletions']['edges'][number]['node'];

export const RECORD_COMPLETION = graphql(`
  mutation RecordCompletion($input: RecordCompletionInput!) {
    recordCompletion(input: $input) {
      __typename
      ... on Completion {
        id
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
    }
  }
`);

export const WITHDRAW_COMPLETION = graphql(`
  mutation WithdrawCompletion($id: ID!, $reason: String!) {
    withdrawCompletion(id: $id, reason: $reason) {
      __typename
      ... on Completion {
        id
        withdrawnAt
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export const COURSE_CHOICES = graphql(`
  query CourseChoices($search: String) {
    courses(first: 20, search: $search) {
      edges {
        node {
          id
          code
          title
        }
      }
    }
  }
`);

export const PROVIDER_CHOICES = graphql(`
  query ProviderChoices($search: String) {
    courseProviders(first: 20, search: $search) {
      edges {
        node {
          id
          name
        }
      }
    }
  }
`);

export const PEOPLE_CHOICES = graphql(`
  query PeopleForCompletion($search: String) {
    people(first: 20, search: $search) {
      edges {
        node {
          id
          displayName
          employment {
            id
            jobTitle
          }
        }
      }
    }
  }
`);

export const ADD_PROVIDER = graphql(`
  mutation AddCourseProvider($input: CourseProviderInput!) {
    addCourseProvider(input: $input) {
      __typename
      ... on CourseProvider {
        id
        name
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
    }
  }
`);

export const SAVE_PROVIDER = graphql(`
  mutation SaveCourseProvider($id: ID!, $expectedRevision: Int!, $input: CourseProviderInput!) {
    saveCourseProvider(id: $id, expectedRevision: $expectedRevision, input: $input) {
      __typename
      ... on CourseProvider {
        id
        name
        website
        country
        kind
        qualityAssurance
        trust
        trustReason
        issuerIds
        agreement
        revision
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
    }
  }
`);
