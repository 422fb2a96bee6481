import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderPage } from '../../../testing/render-page.js';
import { QUALITY_BOARD } from './board.documents.js';

// Twelve weeks of ten releases, and one that has only begun; of twelve marks two were second ones.
const weeks = Array.from({ length: 12 }, (_, week) => ({
  __typename: 'WeekFigures' as const,
  week: `2026-09-${week + 10}`,
  marks: 12,
  released: week === 11 ? 1 : 10,
}));
const nothing = { __typename: 'Estimate' as const, value: null, low: null, high: null, why: null };
const sparse = {
  __typename: 'RubricFigures' as const,
  ...{ versionId: 'talk-1', name: 'Bad news, well told', number: 1, cutScore: 0.55, marks: 9, passed: 8 },
  ...{ scores: null, criteria: [], simulation: [] },
  decision: {
    __typename: 'Agreement' as const,
    ...{ units: 1, raters: 2, needed: 9, scale: 2, prevalence: null, bias: null, pabak: null, paradox: false },
    ...{ exact: nothing, adjacent: nothing, ac: nothing, alpha: nothing, kappa: nothing },
  },
};
const board = {
  __typename: 'QualityBoard' as const,
  ...{ from: '2025-11-23', until: '2026-11-23', marks: 12, doubleMarked: 2, weeks },
  ...{ medianHoursToRelease: 168, p95HoursToRelease: 200, loads: [], severity: [], rubrics: [sparse], checks: [] },
  queue: [
    {
      __typename: 'QueueFigures' as const,
      ...{
        achievementId: 'dig',
        waiting: 3,
        beingMarked: 0,
        overdue: 1,
        oldestHours: 40,
        medianHours: 20,
        p95Hours: 39,
      },
      achievement: { __typename: 'AchievementVersion' as const, id: 'dig-1', name: 'Planning a dig' },
    },
  ],
  fairness: { __typename: 'LoadFairness' as const, people: 0, variation: null, gini: null, most: null },
  definitive: {
    __typename: 'DefinitiveOutcome' as const,
    ...{ needed: 10, judgements: 0, units: 0 },
    estimate: nothing,
  },
};

it('a lead opens the places behind a figure, sees how many assessors it takes, and tries other figures', async () => {
  const asked = { query: QUALITY_BOARD, variables: { achievementId: null, from: null, until: null } };
  const answers = [{ request: asked, result: { data: { qualityBoard: board } } }];
  await renderPage('/reviews/board', { roles: ['ASSESSMENT_LEAD'], answers });
  // 2 a working day · 45 minutes · 1.2 = 1.8 hours, of 1.6 that each has; a week each, so ten under way.
  const takes = await screen.findByText(/It takes 2 assessors to keep up with this/, {}, { timeout: 10_000 });
  expect(takes.closest('output')?.textContent).toMatch(/it is 1.8 hours .* about 10 are under way/);
  expect(screen.getByRole('link', { name: /Waiting, Planning a dig/ }).getAttribute('href')).toBe(
    '/reviews/allocation?scope=unbegun&achievement=dig',
  );
  // Marks and times of the board open to the marks of its days, and nought to none.
  const opened = (name: RegExp) => screen.getByRole('link', { name }).getAttribute('href');
  const days = `from=${board.from}&until=${board.until}`;
  expect(opened(/^\d+ marks$/)).toBe(`/reviews/marks?scope=marked&${days}`);
  expect(opened(/median to release$/)).toBe(`/reviews/marks?scope=released&${days}`);
  expect(opened(/^\d+ submissions? marked twice$/)).toBe(`/reviews/marks?scope=twice&${days}`);
  // A rubric of which nothing can be told yet is a row, whose marks open.
  const row = within(screen.getByRole('row', { name: /Bad news, well told/ }));
  expect(row.getAllByRole('cell').map((cell) => cell.textContent)).toEqual([
    'Bad news, well told, version 1',
    ...['55 %', '9', '2', '1', '9'],
  ]);
  expect(row.getByRole('link').getAttribute('href')).toBe(`/reviews/marks?scope=marked&version=talk-1&${days}`);
  const minutes = screen.getByLabelText('Minutes a mark takes');
  await userEvent.clear(minutes);
  await userEvent.type(minutes, '120');
  expect(await screen.findByText(/It takes 3 assessors to keep up with this/)).toBeTruthy();
});
