import { screen } from '@testing-library/react';
import { renderPage } from '../../testing/render-page.js';
import { BADGE_USES, USE_KINDS } from './badge-use.documents.js';
import { GOAL_INSIGHTS, PEOPLE_INSIGHTS, SKILL_SUPPLY, SUCCESSION, UNIT_COVERAGE } from './insights.documents.js';

const period = { from: null, until: null };
const months = { from: '2025-12-01', until: '2026-11-23' };
const figure = (key: string, part: number | null, of: number | null, more: object = {}) => ({
  ...{ __typename: 'InsightFigure', key, part, of, hours: null, low: null, high: null, band: null, n: 40, opens: true },
  ...more,
});
const insights = (figures: object[]) => ({ __typename: 'Insights', ...months, figures });

const PEOPLE = [
  {
    request: { query: PEOPLE_INSIGHTS, variables: period },
    result: {
      data: {
        peopleInsights: insights([
          figure('COMPETENCY', 26, 150),
          figure('UNCOVERED', 0, 12),
          figure('EXPIRING_90', null, 21, { band: 'FEW' }),
        ]),
      },
    },
  },
  {
    request: { query: UNIT_COVERAGE, variables: { until: null } },
    result: {
      data: {
        unitCoverage: [
          { __typename: 'UnitCoverage', unitId: 'u1', name: 'Data', depth: 0, people: 13, of: 51, part: 8, band: null },
          {
            __typename: 'UnitCoverage',
            unitId: 'u2',
            name: 'Customer',
            depth: 0,
            people: 0,
            of: 0,
            part: 0,
            band: null,
          },
        ],
      },
    },
  },
  {
    request: { query: SKILL_SUPPLY, variables: { search: null, until: null } },
    result: {
      data: {
        skillSupply: {
          ...{ __typename: 'SkillSupplyConnection', totalCount: 1 },
          pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
          edges: [
            {
              ...{ __typename: 'SkillSupplyEdge', cursor: 'c' },
              node: {
                ...{ __typename: 'SkillSupply', skillId: 's1', name: 'Welding', of: 17, part: 5, band: null },
                ...{ holders: 6, holdersBand: null },
              },
            },
          ],
        },
      },
    },
  },
  {
    request: { query: SUCCESSION, variables: period },
    result: {
      data: {
        benchStrength: { ...insights([figure('BENCH', 0, 14)]) },
        successionDepth: [
          { __typename: 'SuccessionDepth', jobRoleLevelId: 'l1', name: 'Fitter', there: 9, ready: 7, band: null },
        ],
      },
    },
  },
  {
    request: { query: GOAL_INSIGHTS, variables: period },
    result: { data: { goalInsights: { __typename: 'Insights', figures: [] } } },
  },
];

const uses = (id: string, name: string, people: number, times: number) => ({
  ...{ __typename: 'BadgeUseGroup', id, name, depth: 0, people },
  figures: USE_KINDS.map((kind) => ({ __typename: 'BadgeUseFigure', kind, times, band: null })),
});
const BADGES = [
  {
    request: { query: BADGE_USES, variables: period },
    result: {
      data: {
        badgeUses: {
          ...{ __typename: 'BadgeUses', ...months, step: 'WEEK', steps: [] },
          whole: uses('ALL', '', 21, 36),
          achievements: [uses('a1', 'Welds seams', 12, 0)],
          units: [uses('u1', 'Data', 13, 0)],
        },
      },
    },
  },
];

/** Numbers of a page's tables that lead nowhere: nought has no rows, and everything else is to have some. */
function closedNumbers(): string[] {
  const closed: string[] = [];
  for (const cell of document.querySelectorAll('main td')) {
    const words = cell.textContent?.trim() ?? '';
    if (/^\d/.test(words) && words !== '0' && !cell.querySelector('a[href]')) closed.push(words);
  }
  return closed;
}
const addresses = (part: string) =>
  [...document.querySelectorAll(`main a[href*="${part}"]`)].map((link) => link.getAttribute('href'));

it('opens every number about people to its rows, and says where there are none', async () => {
  await renderPage('/insights/people', { roles: ['HR_DESIGNER'], answers: PEOPLE });
  expect(await screen.findByRole('link', { name: /8 of 51/ })).toHaveAttribute(
    'href',
    '/insights/rows/UNIT_NEEDS?unit=u1&name=Data',
  );
  await screen.findByText('Fitter');
  await screen.findByText('Welding');
  expect(closedNumbers()).toEqual([]);
  // Shares open their rows; nothing lies behind two of them, and of the few nothing is offered.
  expect(addresses('/insights/rows/COMPETENCY')).toHaveLength(1);
  expect(await screen.findAllByText('No rows')).toHaveLength(2);
  for (const key of ['UNCOVERED', 'BENCH', 'EXPIRING_90']) expect(addresses(`/rows/${key}`)).toEqual([]);
});

it('opens the use of badges to holders and days, and to no person', async () => {
  await renderPage('/insights/badges', { roles: ['HR_DESIGNER'], answers: BADGES });
  await screen.findByText('Welds seams');
  expect(closedNumbers()).toEqual([]);
  expect(addresses('days=yes')).toHaveLength(USE_KINDS.length);
  expect(addresses('BADGE_HOLDERS')).toEqual([
    '/insights/rows/BADGE_HOLDERS?name=All+badges',
    '/insights/rows/BADGE_HOLDERS?achievement=a1&name=Welds+seams',
    '/insights/rows/BADGE_HOLDERS?unit=u1&name=Data',
  ]);
});
