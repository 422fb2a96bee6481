import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderPage } from '../../../testing/render-page.js';
import { CLAIM_SLOT, REVIEW_COUNTS, REVIEW_QUEUE, SLOT_LOOK } from '../reviews.documents.js';

const slot = (id: string, name: string, code: string) => ({
  __typename: 'MarkingSlot' as const,
  id,
  purpose: 'FIRST' as const,
  state: 'OPEN' as const,
  candidateCode: code,
  attemptNo: 1,
  submittedAt: new Date().toISOString(),
  dueAt: '2020-01-06T17:00:00Z',
  overdue: true,
  criteriaCount: 3,
  itemCount: 2,
  backInQueue: false,
  putBackReason: null,
  submissionState: 'QUEUED' as const,
  viewerCan: ['claim'],
  lease: null,
  achievementVersion: {
    __typename: 'AchievementVersion' as const,
    id: `version-${id}`,
    name,
    number: 2,
    level: { __typename: 'ProficiencyLevel' as const, id: 'level-3', label: 'Practitioner', ordinal: 3 },
  },
});
const first = slot('slot-1', 'Data governance', 'P90T');
const second = slot('slot-2', 'Incident response', 'M2XD');

const queue = {
  request: {
    query: REVIEW_QUEUE,
    variables: {
      ...{ scope: 'CAN_TAKE' as const, order: 'OLDEST_DUE' as const, search: null },
      ...{ due: null, purpose: null, achievementId: null },
    },
  },
  result: {
    data: {
      reviewQueue: {
        __typename: 'MarkingSlotConnection' as const,
        totalCount: 2,
        edges: [first, second].map((node) => ({ __typename: 'MarkingSlotEdge' as const, cursor: node.id, node })),
        pageInfo: { __typename: 'PageInfo' as const, hasNextPage: false, endCursor: 'slot-2' },
      },
    },
  },
};
const counts = {
  request: { query: REVIEW_COUNTS },
  result: {
    data: {
      reviewCounts: {
        __typename: 'ReviewCounts' as const,
        canTake: 2,
        held: 1,
        given: 0,
        handedIn: 0,
        handedInThisWeek: 4,
        dueToday: 0,
        overdue: 2,
        hidden: 9,
        capacity: 6,
      },
      reviewedAchievements: [{ __typename: 'ReviewedAchievement' as const, id: 'a1', name: 'Data governance' }],
    },
  },
};
const look = (node: typeof first) => ({
  request: { query: SLOT_LOOK, variables: { id: node.id } },
  result: {
    data: {
      markingSlot: {
        ...node,
        eligibility: [
          {
            __typename: 'EligibilityRule' as const,
            rule: 'qualified',
            ok: true,
            sentence: 'You are a founding assessor',
          },
          {
            __typename: 'EligibilityRule' as const,
            rule: 'not-candidate',
            ok: true,
            sentence: 'It is not your own work',
          },
        ],
        achievementVersion: {
          ...node.achievementVersion,
          markingPolicy: 'SINGLE' as const,
          evidenceMaxAgeMonths: 24,
          rubric: {
            __typename: 'Rubric' as const,
            criteria: [{ __typename: 'RubricCriterion' as const, id: 'c1', mustReach: 3 }],
          },
        },
      },
    },
  },
});
const taken = {
  request: { query: CLAIM_SLOT, variables: { id: 'slot-2' } },
  result: {
    data: {
      claimSlot: {
        __typename: 'AlreadyClaimed' as const,
        message: 'Somebody else has it.',
        holderName: 'Tomos Reid',
        until: '2026-11-22T10:41:00',
      },
    },
  },
};

const open = (address = '/reviews') =>
  renderPage(address, { roles: ['ASSESSOR'], answers: [queue, counts, look(first), look(second), taken] });

it('lists what may be taken by code only, and says how much is hidden and why', async () => {
  await open();
  expect(await screen.findByText('P90T')).toBeVisible();
  expect(screen.getAllByText(/days over/)).toHaveLength(2);
  await userEvent.click(await screen.findByRole('button', { name: 'Why' }));
  expect(screen.getByText(/Nobody marks their own work/)).toBeVisible();
  // Each figure of the head is the way to the part of the queue that it counts.
  const opened = (name: RegExp) => screen.getByRole('link', { name }).getAttribute('href');
  expect(opened(/^1 of 6 held by you$/)).toBe('/reviews?scope=held');
  expect(opened(/handed in this week/)).toBe('/reviews?scope=week');
  expect(opened(/due today or over/)).toBe('/reviews?scope=due');
});

it('moves by J, keeps the choice in the address and says why this person may take it', async () => {
  const { router } = await open();
  await screen.findByText('P90T');
  await userEvent.keyboard('jj');
  expect(await screen.findByRole('heading', { name: 'Incident response, Practitioner' })).toBeVisible();
  expect(screen.getByText('You are a founding assessor')).toBeVisible();
  expect(router.state.location.search).toBe('?slot=slot-2');
});

it('names who was quicker, and until when', async () => {
  await open('/reviews?slot=slot-2');
  await screen.findByRole('heading', { name: 'Incident response, Practitioner' });
  await userEvent.keyboard('c');
  expect(await screen.findByText('Tomos Reid has it until 10:41.')).toBeVisible();
});

it.each([
  ['/reviews', ['EMPLOYEE' as const]],
  ['/reviews/moderation', ['ASSESSMENT_LEAD' as const]],
  ['/reviews/allocation', ['ASSESSOR' as const]],
  ['/reviews/appeals', ['AUDITOR' as const]],
  ['/reviews/board', ['ASSESSOR' as const]],
])('says of %s that it is not open, instead of that it did not load, to %s', async (address, roles) => {
  await renderPage(address, { roles });
  expect(await screen.findByRole('heading', { name: 'This is not open to you' })).toBeVisible();
});
