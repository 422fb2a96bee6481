import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderPage } from '../../testing/render-page.js';
// Read before the first page is drawn, so that drawing is all that a test waits for.
import './team-page.js';
import { JOB_ROLE_LEVELS_FOUND, SKILL_MAP, SKILL_MAP_SCOPES, SKILL_MAP_SOURCES } from './team.documents.js';

const skill = (id: string, name: string) => ({
  __typename: 'Skill',
  id,
  name,
  framework: {
    __typename: 'SkillFramework',
    id: 'f',
    scale: {
      __typename: 'ProficiencyScale',
      id: 's',
      levels: ['Awareness', 'Working', 'Practitioner'].map((label, at) => ({
        ...{ __typename: 'ProficiencyLevel', id: `l${at + 1}` },
        ...{ ordinal: at + 1, label },
      })),
    },
  },
});
const column = (id: string, name: string, more: object) => ({
  ...{ __typename: 'SkillMapColumn', asked: 2, covered: 1, highest: 3, need: '230', mustHave: '100', verified: '210' },
  ...{ lapsed: '000', observed: '000', claimed: '030', goal: '030', ends: [], skill: skill(id, name), ...more },
});
const person = (id: string, name: string) => ({ __typename: 'SkillMapRow', id, name, jobTitle: 'Developer' });
const asked = { scope: 'REPORTS', unitId: null, skillIds: null, jobRoleLevelId: null, asOf: null };
const answers = [
  {
    request: { query: SKILL_MAP, variables: asked },
    result: {
      data: {
        skillMap: {
          ...{ __typename: 'SkillMap', asOf: '2026-11-22T10:00:00Z', firstRecord: null, size: 3, further: [] },
          people: [person('p1', 'Amara Okafor'), person('p2', 'Rhys Pritchard'), person('p3', 'Siân Howells')],
          columns: [
            column('s1', 'Testing', {
              ends: [{ __typename: 'SkillMapEnd', row: 0, at: '2026-12-04T10:00:00Z' }],
            }),
            column('s2', 'Mapping', {
              asked: 0,
              covered: 0,
              highest: null,
              need: '000',
              verified: '000',
              lapsed: '003',
            }),
          ],
        },
      },
    },
  },
  {
    request: { query: SKILL_MAP_SCOPES },
    result: {
      data: { skillMapScopes: { __typename: 'SkillMapScopes', reports: 3, organisation: 30, units: [] } },
    },
  },
  {
    request: { query: JOB_ROLE_LEVELS_FOUND, variables: { search: null } },
    result: { data: { jobRoleLevels: [] } },
  },
  {
    request: { query: SKILL_MAP_SOURCES, variables: { personId: 'p1', skillId: 's1', asOf: null } },
    result: {
      data: {
        skillMapSources: [
          {
            ...{ __typename: 'SkillMapSource', layer: 'VERIFIED', ordinal: 2, since: '2025-03-04T00:00:00Z' },
            ...{ until: '2026-12-04T10:00:00Z', achievementName: 'Testing at work', assessors: 1, capacity: null },
            ...{ observer: null, recognisedFrom: null },
          },
          {
            ...{ __typename: 'SkillMapSource', layer: 'VERIFIED', ordinal: 1, since: '2024-03-04T00:00:00Z' },
            ...{ until: null, achievementName: 'Valve tester', assessors: null, capacity: null },
            ...{ observer: null, recognisedFrom: 'Guild of Fitters' },
          },
        ],
      },
    },
  },
];
async function open(address = '/team') {
  const page = await renderPage(address, { roles: ['MANAGER'], answers });
  await screen.findAllByText('Siân Howells');
  return page;
}

it('opens a cell to where its level comes from, and keeps the choice in the address', async () => {
  const { router } = await open();
  await userEvent.click(screen.getByRole('button', { name: 'Amara Okafor, Testing, 2, ends in 12 days' }));
  expect(await screen.findByText('Verified at Working, 4 Mar 2025')).toBeVisible();
  expect(screen.getByText('Assessed by one person who does not work with them.')).toBeVisible();
  expect(screen.getByText('Recognised from Guild of Fitters.')).toBeVisible();
  expect(router.state.location.search).toBe('?person=p1&skill=s1');
});

it('keeps layers apart: a claim stands beside the tile and never in it, unless it is asked for', async () => {
  await open();
  expect(screen.getByRole('button', { name: 'Rhys Pritchard, Testing, 1, goal 3, claimed 3' })).toBeVisible();
  expect(screen.getByRole('button', { name: 'Siân Howells, Mapping, lapsed, was 3' })).toBeVisible();
  await userEvent.click(screen.getByRole('radio', { name: 'Claimed' }));
  expect(screen.getByRole('button', { name: 'Rhys Pritchard, Testing, 3' })).toBeVisible();
});

it('opens the foot of a column to the people behind it', async () => {
  await open();
  await userEvent.click(screen.getByRole('button', { name: /^Testing: 1 of 2 verified/ }));
  const met = screen.getByRole('heading', { name: 'Testing: verified as needed' }).closest('section') as HTMLElement;
  expect(within(met).getByRole('button', { name: 'Amara Okafor' })).toBeVisible();
  const missing = screen.getByRole('heading', { name: 'Testing: not yet' }).closest('section') as HTMLElement;
  expect(within(missing).getByRole('button', { name: 'Rhys Pritchard' })).toBeVisible();
});

it('says what happens when somebody leaves, and who is nearest to cover it', async () => {
  await open('/team?what=LEAVES&who=p1');
  const box = screen.getByRole('region', { name: 'What if' });
  expect(within(box).getByText('1 skill falls below need.')).toBeVisible();
  expect(within(box).getByText('Testing: 1 to 0, of 2')).toBeVisible();
  expect(within(box).getByRole('link', { name: 'Rhys Pritchard' })).toHaveAttribute('href', '/growth/colleagues/p2');
});

it('says of an earlier day what was recorded then only once it is known', async () => {
  const known = answers[0]?.result.data.skillMap as object;
  await renderPage('/team', {
    roles: ['MANAGER'],
    answers: [
      ...answers,
      {
        request: { query: SKILL_MAP, variables: ({ asOf }: { asOf: string | null }) => asOf !== null },
        delay: 300,
        result: { data: { skillMap: { ...known, asOf: '2025-11-22T10:00:00Z', firstRecord: '2026-03-04' } } },
      } as never,
    ],
  });
  await screen.findAllByText('Siân Howells');
  fireEvent.change(screen.getByRole('slider', { name: 'Day that is shown' }), { target: { value: '-12' } });
  await waitFor(() => expect(document.querySelector('[aria-busy="true"]')).not.toBeNull());
  expect(screen.queryByText(/^Nothing is recorded/)).toBeNull();
  expect(await screen.findByText(/4 Mar 2026/)).toBeVisible();
});

it('says that the address narrows the map to nothing, and leads back to everybody', async () => {
  const nobody = { ...asked, unitId: 'elsewhere' };
  const none = { __typename: 'SkillMap', asOf: '2026-11-22T10:00:00Z', firstRecord: null, size: 0, further: [] };
  await renderPage('/team?unit=elsewhere', {
    roles: ['MANAGER'],
    answers: [
      ...answers,
      {
        request: { query: SKILL_MAP, variables: nobody },
        result: { data: { skillMap: { ...none, people: [], columns: [] } } },
      },
    ],
  });
  expect(await screen.findByText('Nothing matches this filter')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Clear filters' }));
  expect((await screen.findAllByText('Siân Howells')).length).toBeGreaterThan(0);
});

it('is walked with the keys', async () => {
  await open();
  screen.getByRole('button', { name: /^Amara Okafor, Testing, 2/ }).focus();
  await userEvent.keyboard('{ArrowDown}{ArrowRight}');
  expect(screen.getByRole('button', { name: /^Rhys Pritchard, Mapping, / })).toHaveFocus();
  await userEvent.keyboard('{Home}');
  expect(screen.getByRole('button', { name: /^Rhys Pritchard, Testing, / })).toHaveFocus();
  await userEvent.keyboard('{ArrowLeft}');
  expect(screen.getByRole('link', { name: 'Rhys Pritchard' })).toHaveFocus();
  await userEvent.keyboard('{ArrowRight}{ArrowUp}{ArrowUp}');
  expect(screen.getByRole('button', { name: /^Testing 2 need it/ })).toHaveFocus();
  await userEvent.tab();
  expect(within(screen.getByRole('table')).queryByRole('link', { name: 'Amara Okafor' })).not.toHaveFocus();
  expect(screen.getByRole('table').contains(document.activeElement)).toBe(false);
});
