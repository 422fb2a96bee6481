import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderPage } from '../../../testing/render-page.js';
import { ACHIEVEMENT_DRAFT } from '../designer/designer.documents.js';
import { FRAMEWORKS, PROGRAMME_ACHIEVEMENTS } from './programme-home.documents.js';

const framework = {
  __typename: 'SkillFramework',
  id: 'f1',
  title: 'Our skills',
  publisher: 'Us',
  version: '1',
  state: 'PUBLISHED',
  createdAt: '2026-11-01T09:00:00Z',
  publishedAt: '2026-11-02T09:00:00Z',
  counts: { __typename: 'FrameworkCounts', skills: 12, jobRoles: 4 },
};
const draft = {
  __typename: 'AchievementVersion',
  id: 'v1',
  name: 'Leading an incident',
  number: 1,
  state: 'DRAFT',
  holders: 0,
  savedAt: null,
  savedBy: null,
  skill: null,
  level: null,
  openPoints: [{ __typename: 'OpenPoint', section: 'basics', field: 'skillId', message: 'Choose the skill.' }],
};
const open = (frameworks: object[], achievements: object[]) =>
  renderPage('/programme', {
    roles: ['HR_DESIGNER'],
    answers: [
      { request: { query: FRAMEWORKS }, result: { data: { frameworks } } },
      {
        request: { query: PROGRAMME_ACHIEVEMENTS, variables: { search: null, state: null } },
        result: {
          data: {
            achievements: {
              __typename: 'AchievementConnection',
              totalCount: achievements.length,
              pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
              edges: achievements.map((node) => ({ __typename: 'AchievementEdge', cursor: 'c', node })),
            },
          },
        },
      },
      {
        request: { query: ACHIEVEMENT_DRAFT, variables: { id: 'v1' } },
        result: { data: { achievementVersion: null } },
      },
    ],
  });

it('says what to do first where nothing is there yet', async () => {
  await open([], []);
  expect(await screen.findByText('Import a framework, then design an achievement')).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'Import a framework' })).toHaveAttribute(
    'href',
    '/programme/frameworks/import',
  );
});

it('does not offer a new achievement before a framework is published', async () => {
  await open([{ ...framework, state: 'DRAFT', publishedAt: null }], []);
  expect(
    await screen.findByText('Publish a framework first: an achievement proves one of its skills.'),
  ).toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'New achievement' })).toBeDisabled();
});

it('shows how much is open and goes to the draft by its name', async () => {
  const { router } = await open([framework], [draft]);
  expect(await screen.findByText('1 open point')).toBeInTheDocument();
  await userEvent.click(screen.getByRole('link', { name: 'Leading an incident' }));
  expect(router.state.location.pathname).toBe('/programme/achievements/v1');
});
