import { graphql, type ResultOf } from '../../lib/graphql.js';

export const COURSES = graphql(`
  query Courses($search: String, $filter: CourseFilterInput, $after: String) {
    courses(first: 50, after: $after, search: $search, filter: $filter) {
      totalCount
      edges {
        cursor
        node {
          id
          code
          title
          state
          area
          hours
          mode
          language
          priceAmount
          priceCurrency
          provider {
            id
            name
            trust
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

export type CourseRow = ResultOf<typeof COURSES>['courses']['edges'][number]['node'];

export const COURSE_FACETS = graphql(`
  query CourseFacets($search: String, $filter: CourseFilterInput) {
    courseFacets(search: $search, filter: $filter) {
      states {
        value
        count
      }
      modes {
        value
        count
      }
      languages {
        value
        count
      }
      providers {
        value
        label
        count
      }
    }
  }
`);

export const SKILL_NAME = graphql(`
  query SkillName($id: ID!) {
    skill(id: $id) {
      id
      name
    }
  }
`);
