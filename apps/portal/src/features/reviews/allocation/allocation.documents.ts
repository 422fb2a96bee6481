import type { ResultOf } from '../../../lib/graphql.js';
import { graphql } from '../../../lib/graphql.js';

export const SLOTS_TO_ALLOCATE = graphql(`
  query SlotsToAllocate($scope: AllocationScope!, $achievementId: ID, $assessorId: ID, $after: String) {
    slotsToAllocate(
      scope: $scope
      achievementId: $achievementId
      assessorId: $assessorId
      first: 50
      after: $after
    ) {
      totalCount
      edges {
        node {
          id
          purpose
          state
          candidateCode
          submittedAt
          dueAt
          overdue
          backInQueue
          putBackReason
          assessor {
            id
            displayName
          }
          achievementVersion {
            id
            name
            level {
              id
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
export type AllocatedRow = ResultOf<typeof SLOTS_TO_ALLOCATE>['slotsToAllocate']['edges'][number]['node'];

export const SLOT_TAKERS = graphql(`
  query SlotTakers($id: ID!) {
    slotToAllocate(id: $id) {
      id
      state
      purpose
      candidateCode
      putBackReason
      achievementVersion {
        id
        name
        level {
          id
          label
        }
      }
      assessor {
        id
        displayName
      }
      takers {
        qualifiedAs
        holds
        capacity
        person {
          id
          displayName
        }
        rules {
          rule
          ok
          sentence
        }
      }
      waivers {
        rule
        reason
        at
        person {
          id
          displayName
        }
        by {
          id
          displayName
        }
      }
    }
  }
`);
export type AllocatedSlot = NonNullable<ResultOf<typeof SLOT_TAKERS>['slotToAllocate']>;
export type Taker = AllocatedSlot['takers'][number];

export const ALLOCATION_RUNS = graphql(`
  query AllocationRuns {
    allocationRuns {
      id
      at
      kind
      seed
      places
      given
      reproduces
      by {
        id
        displayName
      }
    }
    assessmentSettings {
      hidesNames
      teamIsConflict
      allocation
      toleratedLevels
      appealWindowDays
      recallDays
      checkEvery
      revision
    }
  }
`);
export type Settings = ResultOf<typeof ALLOCATION_RUNS>['assessmentSettings'];

export const ALLOCATE_WAITING = graphql(`
  mutation AllocateWaiting {
    allocateWaiting {
      __typename
      ... on AllocationRun {
        id
        places
        given
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export const GIVE_SLOT = graphql(`
  mutation GiveSlot($slotId: ID!, $personId: ID!) {
    giveSlot(slotId: $slotId, personId: $personId) {
      __typename
      ... on MarkingSlot {
        id
        state
        assessor {
          id
          displayName
        }
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export const TAKE_BACK_SLOT = graphql(`
  mutation TakeBackSlot($slotId: ID!, $reason: String!) {
    takeBackSlot(slotId: $slotId, reason: $reason) {
      __typename
      ... on MarkingSlot {
        id
        state
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export const WAIVE_CONFLICT = graphql(`
  mutation WaiveConflict($slotId: ID!, $personId: ID!, $reason: String!) {
    waiveConflict(slotId: $slotId, personId: $personId, reason: $reason) {
      __typename
      ... on MarkingSlot {
        id
        waivers {
          rule
          reason
          at
        }
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export const CHANGE_SETTINGS = graphql(`
  mutation ChangeAssessmentSettings($input: AssessmentSettingsInput!, $expectedRevision: Int!) {
    changeAssessmentSettings(input: $input, expectedRevision: $expectedRevision) {
      __typename
      ... on AssessmentSettings {
        hidesNames
        teamIsConflict
        allocation
        toleratedLevels
        appealWindowDays
        recallDays
        checkEvery
        revision
      }
      ... on Refusal {
        message
      }
    }
  }
`);
