import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderPage } from '../../../testing/render-page.js';
import { MARKING, SAVE_MARK, SLOT_LOOK } from '../reviews.documents.js';

const criterion = (number: number, title: string, mustReach: number | null) => ({
  __typename: 'RubricCriterion' as const,
  id: `c${number}`,
  title,
  description: '',
  weight: 1,
  mustReach,
  levels: [1, 2, 3].map((ordinal) => ({
    __typename: 'RubricCriterionLevel' as const,
    id: `c${number}-${ordinal}`,
    ordinal,
    label: ['', 'Awareness', 'Working', 'Practitioner'][ordinal] ?? '',
    descriptor: `Level ${ordinal} of ${title}`,
    isCompetent: ordinal === 3,
  })),
});
const criteria = [criterion(1, 'Plan the test', 3), criterion(2, 'Run the test', null)];
const level = { __typename: 'ProficiencyLevel' as const, id: 'level-3', label: 'Practitioner', ordinal: 3 };
const row = {
  __typename: 'MarkingSlot' as const,
  id: 'slot',
  purpose: 'FIRST' as const,
  state: 'LEASED' as const,
  candidateCode: 'C3VN',
  attemptNo: 1,
  submittedAt: '2026-11-10T10:00:00Z',
  dueAt: '2026-11-20T10:00:00Z',
  overdue: false,
  criteriaCount: 2,
  itemCount: 2,
  backInQueue: false,
  putBackReason: null,
  submissionState: 'IN_MARKING' as const,
  viewerCan: ['mark', 'putBack'],
  moderations: [],
  lease: {
    __typename: 'ReviewLease' as const,
    mine: true,
    until: '2026-11-18T10:41:00Z',
    holder: { __typename: 'Person' as const, id: 'person-dara', displayName: 'Dara Ahmadi' },
  },
  achievementVersion: {
    __typename: 'AchievementVersion' as const,
    id: 'version',
    name: 'Test engineering',
    number: 1,
    level,
  },
};
const text = (letter: string, title: string, words: string) => ({
  __typename: 'SnapshotItem' as const,
  letter,
  kind: 'TEXT' as const,
  title,
  note: '',
  url: null,
  text: words,
  madeOn: '2026-03-10',
  file: null,
});
const link = (letter: string, reflection: string) => ({ __typename: 'SnapshotLink' as const, letter, reflection });
const snapshot = {
  __typename: 'SubmissionSnapshot' as const,
  id: 'snapshot',
  takenAt: '2026-11-10T10:00:00Z',
  items: [text('A', 'Test plan', 'Thirty-one cases.'), text('B', 'Run sheet', 'Six failed.')],
  criteria: criteria.map((each, index) => ({
    __typename: 'SnapshotCriterion' as const,
    number: index + 1,
    claimedLevel: 3,
    notEvidenced: false,
    links: index === 0 ? [link('A', 'I wrote the plan.')] : [link('B', 'I ran both.')],
    criterion: each,
  })),
};

interface Saved {
  criteria: { criterionId: string; level: number | null; comment: string }[];
  seenLetters: string[];
  expectedRevision: number;
}

/** A slot this assessor holds, with an API that answers every save by `answer`. */
async function mark(answer: (input: Saved) => Record<string, unknown>, more: object = {}) {
  const saves: Saved[] = [];
  const answers = [
    {
      request: { query: SLOT_LOOK, variables: { id: 'slot' } },
      result: {
        data: {
          markingSlot: {
            ...row,
            ...more,
            eligibility: [],
            achievementVersion: {
              ...row.achievementVersion,
              markingPolicy: 'SINGLE',
              evidenceMaxAgeMonths: 24,
              rubric: { __typename: 'Rubric', criteria },
            },
          },
        },
      },
    },
    {
      request: { query: MARKING, variables: { id: 'slot' } },
      result: {
        data: {
          markingSlot: {
            ...row,
            lettersElsewhere: [],
            candidate: null,
            achievementVersion: { ...row.achievementVersion, cutScore: 0.6, evidenceMaxAgeMonths: 24 },
            snapshot,
            mark: null,
            decision: null,
            ...more,
          },
        },
      },
    },
    {
      request: { query: SAVE_MARK, variables: () => true },
      result: ({ input }: { input?: Saved }) => {
        if (!input) throw new Error('A save without a mark.');
        saves.push(input);
        return { data: { saveMark: answer(input) } };
      },
    },
  ];
  await renderPage('/reviews/slot', { roles: ['ASSESSOR'], answers });
  await screen.findByText('Plan the test');
  return saves;
}

const saved = (input: Saved) => ({
  __typename: 'MarkingSlot',
  id: 'slot',
  mark: {
    __typename: 'Mark',
    id: 'mark',
    revision: input.expectedRevision + 1,
    savedAt: '2026-11-18T10:15:00Z',
    handedInAt: null,
    overall: null,
    seenLetters: input.seenLetters,
    criteria: input.criteria.map((each) => ({ __typename: 'CriterionMark', ...each })),
    rules: { __typename: 'RulesOfEvidence', valid: null, authentic: null, sufficient: null, current: null },
    left: [{ __typename: 'MarkGap', field: 'overall', criterionId: null, message: 'Your overall view is not given' }],
  },
});

beforeEach(() => localStorage.clear());

it('marks by keys as fast as one types them, each key in the criterion it was meant for', async () => {
  const saves = await mark(saved);
  await userEvent.keyboard('3]2mShow one run{Escape}[[');
  expect(screen.getByRole('heading', { name: 'Plan the test' })).toBeVisible();
  const typed = [
    { criterionId: 'c1', level: 3, comment: '' },
    { criterionId: 'c2', level: 2, comment: 'Show one run' },
  ];
  await waitFor(() => expect(saves.at(-1)?.criteria).toEqual(typed), { timeout: 3_000 });
  expect(await screen.findByText('Left: overall view')).toBeVisible();
});

it('shows the next evidence by E and ticks what was opened', async () => {
  await mark(saved);
  expect(screen.getByText('I wrote the plan.', { exact: false })).toBeVisible();
  await userEvent.keyboard('e');
  expect(screen.getByText('Six failed.')).toBeVisible();
  expect(within(screen.getByRole('tablist')).getAllByLabelText('Seen')).toHaveLength(2);
});

it('knows the candidate by code only, and shows no score while one marks', async () => {
  await mark(saved);
  expect(screen.getByText('C3VN')).toBeVisible();
  expect(screen.queryByText(/score \d/i)).toBeNull();
});

it('keeps what was written when the lease is lost, and says how to go on', async () => {
  await mark(() => ({ __typename: 'LeaseLost', message: 'The lease ended at 10:41.' }));
  await userEvent.keyboard('mNot lost');
  expect(await screen.findByText(/This is no longer yours/, {}, { timeout: 3_000 })).toBeVisible();
  expect(screen.getByDisplayValue('Not lost')).toBeVisible();
  expect(screen.getByRole('button', { name: 'Claim it again' })).toBeVisible();
});

it('has what was typed in a browser that was closed before any of it was saved', async () => {
  await mark(() => ({ __typename: 'LeaseLost', message: 'The lease ended at 10:41.' }));
  await userEvent.keyboard('mHalf a senten');
  cleanup();
  await mark(saved);
  expect(await screen.findByDisplayValue('Half a senten')).toBeVisible();
});

it('says that the clock stands, keeps what is written, and lets nothing be handed in meanwhile', async () => {
  const saves = await mark(saved, { submissionState: 'ON_HOLD' });
  expect(screen.getByText(/This is on hold/)).toBeVisible();
  expect(screen.getByRole('button', { name: /Hand in/ })).toBeDisabled();
  await userEvent.keyboard('3');
  await waitFor(() => expect(saves.at(-1)?.criteria[0]?.level).toBe(3), { timeout: 3_000 });
});

it('shows what one handed in while two marks differ, and the way to settle them', async () => {
  const rules = { __typename: 'RulesOfEvidence', valid: 'YES', authentic: 'YES', sufficient: 'YES', current: 'YES' };
  await mark(saved, {
    ...{ state: 'HANDED_IN', submissionState: 'RECONCILING', lease: null, viewerCan: ['release'] },
    mark: {
      ...{ __typename: 'Mark', id: 'mark', revision: 2, savedAt: '2026-11-18T10:15:00Z', left: [], seenLetters: [] },
      ...{ handedInAt: '2026-11-18T10:20:00Z', overall: 'PASS', rules },
      criteria: [{ __typename: 'CriterionMark', criterionId: 'c1', level: 2, comment: 'Two cases lack an owner.' }],
    },
  });
  expect(screen.getByText('Two cases lack an owner.')).toBeVisible();
  expect(screen.getByText(/the other one differ/)).toBeVisible();
  expect(screen.getByRole('link', { name: 'Settle it' })).toHaveAttribute('href', '/reviews/reconcile');
  expect(screen.queryByRole('button', { name: 'Release' })).toBeNull();
});
