import { screen, within } from '@testing-library/react';
import { renderPage } from '../../../testing/render-page.js';
import { CHECK, type Check } from './checks.documents.js';

const criterion = (number: number, title: string) => ({
  __typename: 'RubricCriterion' as const,
  id: `c${number}`,
  title,
  description: '',
  weight: 1,
  mustReach: null,
  levels: [1, 2, 3].map((ordinal) => ({
    __typename: 'RubricCriterionLevel' as const,
    id: `c${number}-${ordinal}`,
    ordinal,
    label: ['', 'Awareness', 'Working', 'Practitioner'][ordinal] ?? '',
    descriptor: '',
    isCompetent: ordinal === 3,
  })),
});
type Judged = NonNullable<Check['compared']>[number] & { __typename: 'JudgedCriterion' };
const check = {
  __typename: 'LiveCheck' as const,
  id: 'check',
  state: 'HANDED_IN' as Check['state'],
  endedAt: '2026-11-18T10:00:00Z',
  tolerance: 1,
  within: false as boolean | null,
  person: { __typename: 'Person' as const, id: 'person-dara', displayName: 'Dara Ahmadi' },
  criteria: [{ __typename: 'CalibrationCriterion' as const, criterionId: 'c1', level: 1, comment: 'Too thin' }],
  compared: [
    {
      __typename: 'JudgedCriterion' as const,
      ...{ criterionId: 'c1', given: 1, definitive: 3, difference: -2, within: false, reason: 'Every case is there' },
    },
  ] as Judged[] | null,
  version: {
    __typename: 'AchievementVersion' as const,
    id: 'version',
    name: 'Test engineering',
    rubric: { __typename: 'Rubric' as const, criteria: [criterion(1, 'Plan the test')] },
  },
};
const answer = (liveCheck: typeof check | null) => ({
  request: { query: CHECK, variables: { id: 'check' } },
  result: { data: { liveCheck } },
});

it('says that it was a check, and where one differs from what the work is worth', async () => {
  await renderPage('/reviews/checks/check', { answers: [answer(check)] });
  expect(await screen.findByRole('heading', { name: 'Check: Test engineering' })).toBeVisible();
  const compared = screen.getByRole('region', { name: 'Where you differ' });
  expect(within(compared).getByText('Outside tolerance')).toBeVisible();
  expect(within(compared).getByText('2 levels below')).toBeVisible();
  expect(within(compared).getByText('Every case is there')).toBeVisible();
  expect(within(compared).getByText('Too thin')).toBeVisible();
});

it('says when it was taken away, and keeps what was written', async () => {
  await renderPage('/reviews/checks/check', {
    answers: [answer({ ...check, state: 'WITHDRAWN' as const, within: null, compared: null })],
  });
  expect(await screen.findByText(/does not let it be used any more/)).toBeVisible();
  expect(screen.getByText('Too thin')).toBeVisible();
  expect(screen.queryByText('Outside tolerance')).toBeNull();
});

it('says nothing of a check that is not over', async () => {
  await renderPage('/reviews/checks/check', { answers: [answer(null)] });
  expect(await screen.findByText('This check is not there')).toBeVisible();
});
