import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderPage } from '../../testing/render-page.js';
import { TEAM } from './team.documents.js';

const level = (ordinal: number, label: string) => ({
  __typename: 'ProficiencyLevel',
  id: `l${ordinal}`,
  ordinal,
  label,
});
const skill = (id: string, name: string) => ({
  __typename: 'TeamSkill',
  needed: 3,
  asked: 2,
  covered: 1,
  skill: {
    __typename: 'Skill',
    id,
    name,
    framework: {
      __typename: 'SkillFramework',
      id: 'f',
      scale: { __typename: 'ProficiencyScale', id: 's', levels: [level(2, 'Working'), level(3, 'Practitioner')] },
    },
  },
});
const nothing = {
  state: null,
  verifiedOn: null,
  validUntil: null,
  achievementName: null,
  assessors: null,
  credentialId: null,
};
const cell = (skillId: string, held: number | null, more = {}) => ({
  __typename: 'TeamCell',
  skillId,
  level: held,
  needed: 3,
  mustHave: true,
  ...nothing,
  ...more,
});
const person = (id: string, displayName: string, cells: object[]) => ({
  __typename: 'TeamPerson',
  jobTitle: 'Developer',
  person: { __typename: 'Person', id, displayName },
  cells,
  waiting: [],
});
const verified = {
  state: 'CURRENT',
  verifiedOn: '2025-03-04T10:00:00Z',
  validUntil: '2028-03-04T10:00:00Z',
  achievementName: 'Systems integration, Working',
  assessors: 1,
  credentialId: 'c',
};
const answers = [
  {
    request: { query: TEAM, variables: { after: null } },
    result: {
      data: {
        team: {
          __typename: 'TeamMap',
          asOf: '2026-11-22T10:00:00Z',
          size: 3,
          pageInfo: { __typename: 'PageInfo', hasNextPage: true, endCursor: 'two' },
          skills: [skill('s1', 'Systems integration'), skill('s2', 'Testing')],
          people: [
            person('p1', 'Amara Okafor', [cell('s1', 2, verified), cell('s2', null)]),
            person('p2', 'Rhys Pritchard', [cell('s1', null), cell('s2', 3, verified)]),
          ],
        },
      },
    },
  },
  {
    request: { query: TEAM, variables: { after: 'two' } },
    result: {
      data: {
        team: {
          __typename: 'TeamMap',
          asOf: '2026-11-22T10:00:00Z',
          size: 3,
          pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: 'three' },
          skills: [skill('s1', 'Systems integration'), skill('s2', 'Testing')],
          people: [person('p3', 'Siân Howells', [cell('s1', null), cell('s2', null)])],
        },
      },
    },
  },
];

it('says where a level comes from, and never the evidence', async () => {
  const { router } = await renderPage('/team', { roles: ['MANAGER'], answers });
  await userEvent.click(await screen.findByRole('button', { name: 'Amara Okafor, Systems integration, 2, to 3' }));
  const panel = screen.getByRole('complementary', { name: 'Where a level comes from' });
  expect(within(panel).getByText('Verified at Working, 4 Mar 2025')).toBeVisible();
  expect(within(panel).getByText('Systems integration, Working')).toBeVisible();
  expect(within(panel).getByText('Assessed by one person who does not work with them.')).toBeVisible();
  expect(within(panel).getByText(/The job role asks for Practitioner/)).toBeVisible();
  // The view can be shared: the choice is in the address.
  expect(router.state.location.search).toBe('?person=p1&skill=s1');
});

it('can be walked with the arrow keys', async () => {
  await renderPage('/team', { roles: ['MANAGER'], answers });
  (await screen.findByRole('button', { name: /Amara Okafor, Systems integration/ })).focus();
  await userEvent.keyboard('{ArrowDown}{ArrowRight}');
  expect(screen.getByRole('button', { name: /Rhys Pritchard, Testing/ })).toHaveFocus();
});

it('shows the first rows at once and the others as they come', async () => {
  await renderPage('/team', { roles: ['MANAGER'], answers });
  expect(await screen.findByRole('rowheader', { name: /Amara Okafor/ })).toBeVisible();
  expect(await screen.findByRole('rowheader', { name: /Siân Howells/ })).toBeVisible();
  expect(screen.getByText(/^3 people, as of/)).toBeVisible();
});
