import { graphql, type ResultOf } from '../../../../lib/graphql.js';

export const REISSUABLE = graphql(`
  query Reissuable($achievementId: ID, $personId: ID) {
    reissuable(achievementId: $achievementId, personId: $personId) {
      credential {
        id
        edition
        issuedAt
        person {
          id
          displayName
        }
        achievementVersion {
          id
          name
        }
      }
      corrections {
        field
        was
        becomes
      }
    }
  }
`);

export const BADGES_FOUND = graphql(`
  query BadgesFound($search: String) {
    achievements(search: $search, first: 20) {
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

export const BULK_CORRECTION = graphql(`
  query BulkCorrection($id: ID!) {
    bulkCorrection(id: $id) {
      id
      state
      reason
      total
      done
      corrected
      passedOver
      finishedAt
      failures {
        reason
        said
        credential {
          id
          person {
            id
            displayName
          }
        }
      }
    }
  }
`);

export const BEGIN_BULK_CORRECTION = graphql(`
  mutation BeginBulkCorrection($input: BeginBulkCorrectionInput!) {
    beginBulkCorrection(input: $input) {
      __typename
      ... on BulkCorrection {
        id
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export type ReissuableRow = ResultOf<typeof REISSUABLE>['reissuable'][number];
