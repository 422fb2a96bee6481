import { graphql, type ResultOf } from '../../../lib/graphql.js';

export const COURSE = graphql(`
  query Course($id: ID!) {
    course(id: $id) {
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
      viewerCan
      provider {
        id
        name
        trust
        trustReason
        qualityAssurance
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
        }
        level {
          id
          ordinal
          label
        }
        achievement {
          id
          name
          level {
            id
            label
          }
        }
      }
      myCompletion {
        id
        completedOn
        grade
      }
      myClaim {
        id
        state
        completedOn
        reason
        viewerCan
        proof {
          title
        }
      }
      myFeedback {
        content
        teaching
        usefulness
        comment
        givenAt
      }
    }
  }
`);

export type ShownCourse = NonNullable<ResultOf<typeof COURSE>['course']>;

export const GIVE_FEEDBACK = graphql(`
  mutation GiveCourseFeedback($courseId: ID!, $input: CourseFeedbackInput!) {
    giveCourseFeedback(courseId: $courseId, input: $input) {
      __typename
      ... on CourseFeedback {
        givenAt
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export const MY_COMPLETIONS = graphql(`
  query MyCompletions($after: String) {
    myCompletions(first: 20, after: $after) {
      totalCount
      edges {
        cursor
        node {
          id
          completedOn
          grade
          course {
            id
            title
          }
          outcomes {
            result
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
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export type MyCompletion = ResultOf<typeof MY_COMPLETIONS>['myCompletions']['edges'][number]['node'];
