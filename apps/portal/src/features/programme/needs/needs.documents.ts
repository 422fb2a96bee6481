import { graphql, type ResultOf } from '../../../lib/graphql.js';

export const SKILL_NEEDS = graphql(`
  query SkillNeeds(
    $search: String
    $frameworkId: ID
    $proof: NeedProof
    $noted: Boolean
    $order: NeedOrder
    $after: String
  ) {
    skillNeeds(
      first: 50
      after: $after
      search: $search
      frameworkId: $frameworkId
      proof: $proof
      noted: $noted
      order: $order
    ) {
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
          framework
          levels
          people
          met
          gap
          band
          proof
          notes
        }
      }
    }
  }
`);

export const STRATEGY_NOTES = graphql(`
  query StrategyNotes {
    strategyNotes {
      id
      title
      body
      horizon
      revision
      changedAt
      writtenBy {
        id
        displayName
      }
      skills {
        id
        name
      }
    }
  }
`);

export const SAVE_NOTE = graphql(`
  mutation SaveStrategyNote($input: StrategyNoteInput!) {
    saveStrategyNote(input: $input) {
      __typename
      ... on StrategyNote {
        id
        title
        body
        horizon
        revision
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

export const REMOVE_NOTE = graphql(`
  mutation RemoveStrategyNote($id: ID!) {
    removeStrategyNote(id: $id) {
      __typename
      ... on StrategyNote {
        id
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export type Need = ResultOf<typeof SKILL_NEEDS>['skillNeeds']['edges'][number]['node'];
export type Note = ResultOf<typeof STRATEGY_NOTES>['strategyNotes'][number];
