import { graphql, type ResultOf } from '../../lib/graphql.js';

const FIGURE = graphql(`
  fragment Figure on InsightFigure @_unmask {
    key
    part
    of
    hours
    low
    high
    band
    n
    opens
  }
`);

export const PEOPLE_INSIGHTS = graphql(
  `
    query PeopleInsights($from: Date, $until: Date) {
      peopleInsights(from: $from, until: $until) {
        from
        until
        figures {
          ...Figure @unmask
        }
      }
    }
  `,
  [FIGURE],
);

export const UNIT_COVERAGE = graphql(`
  query UnitCoverage($until: Date) {
    unitCoverage(until: $until) {
      unitId
      name
      depth
      people
      of
      part
      band
    }
  }
`);

/** Asked apart, as succession is: what takes longer does not hold up the rest of the page. */
export const GOAL_INSIGHTS = graphql(
  `
    query GoalInsights($from: Date, $until: Date) {
      goalInsights(from: $from, until: $until) {
        figures {
          ...Figure @unmask
        }
      }
    }
  `,
  [FIGURE],
);

export const SUCCESSION = graphql(
  `
    query Succession($from: Date, $until: Date) {
      benchStrength(from: $from, until: $until) {
        until
        figures {
          ...Figure @unmask
        }
      }
      successionDepth(until: $until) {
        jobRoleLevelId
        name
        there
        ready
        band
      }
    }
  `,
  [FIGURE],
);

export const SKILL_SUPPLY = graphql(`
  query SkillSupply($search: String, $until: Date, $after: String) {
    skillSupply(first: 20, after: $after, search: $search, until: $until) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        cursor
        node {
          skillId
          name
          of
          part
          band
          holders
          holdersBand
        }
      }
    }
  }
`);

export const ASSESSMENT_INSIGHTS = graphql(
  `
    query AssessmentInsights($from: Date, $until: Date) {
      assessmentInsights(from: $from, until: $until) {
        from
        until
        figures {
          ...Figure @unmask
        }
      }
      achievementFlows(from: $from, until: $until) {
        achievementId
        name
        figures {
          ...Figure @unmask
        }
      }
    }
  `,
  [FIGURE],
);

export const COST_INSIGHTS = graphql(
  `
    query CostInsights($from: Date, $until: Date) {
      costInsights(from: $from, until: $until) {
        from
        until
        figures {
          ...Figure @unmask
        }
      }
      courseSpend(from: $from, until: $until) {
        currency
        amount
        completions
      }
    }
  `,
  [FIGURE],
);

export const INSIGHT_ROWS = graphql(`
  query InsightRows(
    $key: InsightRowsKey!
    $from: Date
    $until: Date
    $skillId: ID
    $unitId: ID
    $jobRoleLevelId: ID
    $achievementId: ID
    $versionId: ID
    $after: String
  ) {
    insightRows(
      key: $key
      from: $from
      until: $until
      skillId: $skillId
      unitId: $unitId
      jobRoleLevelId: $jobRoleLevelId
      achievementId: $achievementId
      versionId: $versionId
      first: 50
      after: $after
    ) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        cursor
        node {
          id
          kind
          subjectId
          title
          detail
          day
        }
      }
    }
  }
`);

export type Figure = ResultOf<typeof PEOPLE_INSIGHTS>['peopleInsights']['figures'][number];
export type UnitCoverage = ResultOf<typeof UNIT_COVERAGE>['unitCoverage'][number];
export type SuccessionDepth = ResultOf<typeof SUCCESSION>['successionDepth'][number];
export type SkillSupply = ResultOf<typeof SKILL_SUPPLY>['skillSupply']['edges'][number]['node'];
export type AchievementFlow = ResultOf<typeof ASSESSMENT_INSIGHTS>['achievementFlows'][number];
export type Row = ResultOf<typeof INSIGHT_ROWS>['insightRows']['edges'][number]['node'];
export type Band = Figure['band'];
