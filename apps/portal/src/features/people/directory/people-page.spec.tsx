import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { dayText } from '../../../lib/format.js';
import { renderPage } from '../../../testing/render-page.js';
import { COLLEAGUES, JOB_ROLE_LEVELS, UNITS } from '../fields/fields.documents.js';
import { ADD_PERSON, PEOPLE } from './directory.documents.js';

const anybody = { search: null, unitId: null, unitAndBelow: true, role: null, managerId: null, state: 'WITH_US' };
const unit = { __typename: 'OrgUnit', id: 'ops', name: 'Operations', parentId: null };
const listed = (id: string, displayName: string, more: object = {}) => ({
  __typename: 'Person',
  id,
  displayName,
  email: `${id}@example.org`,
  personNumber: null,
  active: true,
  lastDay: null,
  roles: ['EMPLOYEE'],
  grants: [],
  employment: null,
  ...more,
});
const page = (variables: object, ...people: object[]) => ({
  request: { query: PEOPLE, variables: { ...anybody, ...variables } },
  result: {
    data: {
      people: {
        __typename: 'PersonConnection',
        edges: people.map((node, at) => ({ __typename: 'PersonEdge', cursor: String(at), node })),
        pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
        totalCount: people.length,
      },
    },
  },
});
const choices = [
  { request: { query: UNITS }, result: { data: { orgUnits: [unit] } } },
  { request: { query: JOB_ROLE_LEVELS, variables: { search: null } }, result: { data: { jobRoleLevels: [] } } },
  {
    request: { query: COLLEAGUES, variables: { search: null } },
    result: { data: { people: { __typename: 'PersonConnection', edges: [] } } },
  },
];
const priya = listed('p1', 'Priya Raghunathan');

it('puts what the API finds wrong at its field, and keeps what was typed', async () => {
  const asked = {
    displayName: 'Mei-Ling Chua',
    email: 'p1@example.org',
    personNumber: null,
    jobTitle: 'Developer',
    orgUnitName: 'Telemetry',
    startsOn: dayText(new Date()),
    managerId: null,
    jobRoleLevelId: null,
    roles: ['ASSESSOR'],
  };
  const taken = {
    request: { query: ADD_PERSON, variables: { input: asked } },
    result: {
      data: {
        addPerson: {
          __typename: 'InvalidInput',
          message: 'Somebody has this address already.',
          problems: [{ __typename: 'InputProblem', field: 'email', message: 'Priya Raghunathan has this address.' }],
        },
      },
    },
  };
  await renderPage('/admin/people', { roles: ['ADMINISTRATOR'], answers: [page({}, priya), ...choices, taken] });
  await userEvent.click(await screen.findByRole('button', { name: 'Add person' }));
  const dialog = await screen.findByRole('dialog', { name: 'Add a person' });
  const type = (label: RegExp, text: string) =>
    userEvent.type(within(dialog).getByLabelText(label, { selector: 'input' }), text);
  await type(/^Name/, asked.displayName);
  await type(/^Mail address/, asked.email);
  await type(/^Job title/, asked.jobTitle);
  await type(/^Unit/, asked.orgUnitName);
  await userEvent.click(within(dialog).getByRole('checkbox', { name: 'Assessor' }));
  await userEvent.click(within(dialog).getByRole('button', { name: 'Add person' }));
  expect(await within(dialog).findByText('Priya Raghunathan has this address.')).toBeVisible();
  expect(within(dialog).queryByText('Somebody has this address already.')).toBeNull();
  expect(within(dialog).getByLabelText(/^Name/)).toHaveValue('Mei-Ling Chua');
});

it('says where somebody stands and what a role is limited to', async () => {
  const grant = {
    __typename: 'RoleGrant',
    id: 'g1',
    role: 'ASSESSOR',
    scopeUnit: { __typename: 'OrgUnit', id: 'ops', name: 'Operations' },
    scopeAchievement: null,
  };
  const people = [
    listed('p1', 'Priya Raghunathan', { roles: ['EMPLOYEE', 'ASSESSOR'], grants: [grant] }),
    listed('p2', 'Leo Santos', { lastDay: '2999-12-18' }),
    listed('p3', 'Ines Duarte', { active: false, lastDay: '2020-01-31' }),
    listed('p4', 'Sam Ode', { active: false }),
  ];
  await renderPage('/admin/people?state=all', {
    roles: ['ADMINISTRATOR'],
    answers: [page({ state: 'ALL' }, ...people), ...choices],
  });
  const row = async (name: string) => (await screen.findByText(name)).closest('tr');
  expect(await row('Priya Raghunathan')).toHaveTextContent('Assessor · Operations');
  expect(await row('Priya Raghunathan')).toHaveTextContent('With us');
  expect(await row('Leo Santos')).toHaveTextContent('Leaves 18 Dec 2999');
  expect(await row('Ines Duarte')).toHaveTextContent('Left 31 Jan 2020');
  expect(await row('Sam Ode')).toHaveTextContent('Shut out');
});

it('takes filters from the address, and gives them back all at once', async () => {
  const filtered = page({ search: 'zebra', role: 'AUDITOR', unitId: 'ops', unitAndBelow: false });
  const { router } = await renderPage('/admin/people?search=zebra&role=AUDITOR&unit=ops&below=no', {
    roles: ['ADMINISTRATOR'],
    answers: [filtered, page({}, priya), ...choices],
  });
  expect(await screen.findByText('Nothing matches 3 filters')).toBeVisible();
  expect(screen.getByRole('button', { name: 'With units below' })).toHaveAttribute('aria-pressed', 'false');
  await userEvent.click(screen.getByRole('button', { name: 'Clear filters' }));
  expect(await screen.findByText('Priya Raghunathan')).toBeVisible();
  await waitFor(() => expect(router.state.location.search).toBe(''));
});

it('moves by J and opens the page by O', async () => {
  const { router } = await renderPage('/admin/people', {
    roles: ['ADMINISTRATOR'],
    answers: [page({}, priya, listed('p2', 'Leo Santos')), ...choices],
  });
  await screen.findByText('Leo Santos');
  await userEvent.keyboard('jj');
  expect(await screen.findByRole('complementary', { name: 'Leo Santos' })).toBeVisible();
  expect(router.state.location.search).toBe('?person=p2');
  await userEvent.keyboard('o');
  await waitFor(() => expect(router.state.location.pathname).toBe('/admin/people/p2'));
});

it('does not offer to an auditor what only keepers of people may do', async () => {
  await renderPage('/admin/people', { roles: ['AUDITOR'], answers: [page({}, priya), ...choices] });
  await userEvent.click((await screen.findByText('p1@example.org')).closest('tr') ?? document.body);
  expect(await screen.findByRole('complementary', { name: 'Priya Raghunathan' })).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Add person' })).toBeNull();
  expect(screen.queryByRole('link', { name: 'Import a file' })).toBeNull();
});
