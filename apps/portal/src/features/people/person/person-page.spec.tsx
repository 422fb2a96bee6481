import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { dayText } from '../../../lib/format.js';
import { renderPage } from '../../../testing/render-page.js';
import { COLLEAGUES, JOB_ROLE_LEVELS, UNITS } from '../fields/fields.documents.js';
import { ADD_SECONDARY, CHANGE_EMPLOYMENT, END_SECONDARY, PERSON, RECORD_LEAVING } from './person.documents.js';

const unit = { __typename: 'OrgUnit', id: 'net', name: 'Networks' };
const ada = { __typename: 'Person', id: 'ada', displayName: 'Ada Lovelace', employment: null };
const employment = (id: string, jobTitle: string, state: string, startsOn: string, endsOn: string | null) => ({
  __typename: 'Employment',
  id,
  jobTitle,
  startsOn,
  endsOn,
  isPrimary: true,
  state,
  viewerCan: ['correct'],
  orgUnit: unit,
  manager: { __typename: 'Person', id: 'ada', displayName: 'Ada Lovelace' },
  jobRoleLevel: null,
});
const report = (id: string, displayName: string) => ({
  __typename: 'PersonEdge',
  cursor: id,
  node: { __typename: 'Person', id, displayName, active: true, lastDay: null, employment: null },
});
const person = {
  __typename: 'Person',
  id: 'p1',
  displayName: 'Priya Raghunathan',
  initials: 'PR',
  email: 'priya@example.org',
  personNumber: '0042',
  active: true,
  lastDay: null,
  leavingReason: null,
  roles: ['EMPLOYEE', 'MANAGER', 'ASSESSOR'],
  grants: [
    {
      __typename: 'RoleGrant',
      id: 'g1',
      role: 'ASSESSOR',
      startsAt: '2026-11-03T09:00:00Z',
      endsAt: null,
      grantedBy: { __typename: 'Person', id: 'ada', displayName: 'Ada Lovelace' },
      scopeUnit: unit,
      scopeAchievement: null,
    },
  ],
  viewerCan: ['change', 'move', 'recordLeaving', 'deactivate'],
  employment: {
    __typename: 'Employment',
    id: 'now',
    jobTitle: 'Engineer',
    orgUnit: { ...unit, path: [{ __typename: 'OrgUnit', id: 'ops', name: 'Operations' }, unit] },
  },
  employments: [
    employment('was', 'Apprentice', 'PAST', '2020-01-01', '2021-12-31'),
    employment('now', 'Engineer', 'CURRENT', '2022-01-01', '2999-06-30'),
    employment('next', 'Senior engineer', 'PLANNED', '2999-07-01', null),
  ],
  line: [ada, { ...ada, id: 'cto', displayName: 'Grace Hopper' }],
  reports: {
    __typename: 'PersonConnection',
    edges: ['Leo Santos', 'Ines Duarte', 'Sam Ode', 'Mei Chua'].map((name, at) => report(`r${at}`, name)),
    pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
    totalCount: 4,
  },
};
const open = (more: object = {}, answers: object[] = [], address = '/admin/people/p1') =>
  renderPage(address, {
    roles: ['ADMINISTRATOR'],
    answers: [
      { request: { query: PERSON, variables: { id: 'p1' } }, result: { data: { person: { ...person, ...more } } } },
      { request: { query: UNITS }, result: { data: { orgUnits: [{ ...unit, parentId: null }] } } },
      { request: { query: JOB_ROLE_LEVELS, variables: { search: null } }, result: { data: { jobRoleLevels: [] } } },
      {
        request: { query: COLLEAGUES, variables: { search: null } },
        result: { data: { people: { __typename: 'PersonConnection', edges: [] } } },
      },
      ...(answers as []),
    ],
  });

it('tells the history with its days, what is planned first, and the line from the top', async () => {
  await open();
  const history = within(await screen.findByRole('list', { name: 'Employments' })).getAllByRole('listitem');
  expect(history.map((each) => each.textContent)).toEqual([
    expect.stringMatching(/^Senior engineer.*Planned.*from 1 Jul 2999/),
    expect.stringMatching(/^Engineer.*Now.*1 Jan 2022 to 30 Jun 2999/),
    expect.stringMatching(/^Apprentice.*1 Jan 2020 to 31 Dec 2021/),
  ]);
  expect(screen.getByText('Grace Hopper').closest('ol')).toHaveTextContent(/Grace Hopper.*Ada Lovelace.*Priya/);
  expect(screen.getByText('Only Networks, granted by Ada Lovelace, since 3 Nov 2026')).toBeVisible();
  expect(screen.getByRole('link', { name: 'Grant or end roles' })).toHaveAttribute('href', '/admin/roles?person=p1');
});

it('names what a leaving changes before it is recorded, and asks for the reason', async () => {
  const today = dayText(new Date());
  const variables = { personId: 'p1', lastDay: today, reason: 'Retires' };
  const done = { ...person, lastDay: today, __typename: 'Person' };
  await open({}, [{ request: { query: RECORD_LEAVING, variables }, result: { data: { recordLeaving: done } } }]);
  await userEvent.click(await screen.findByRole('button', { name: 'More' }));
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Record leaving' }));
  const dialog = await screen.findByRole('dialog', { name: 'Priya Raghunathan leaves' });
  expect(dialog).toHaveTextContent('4 people are left without a manager: Leo Santos, Ines Duarte, Sam Ode and 1 other');
  expect(dialog).toHaveTextContent('This role ends: Assessor.');
  expect(dialog).toHaveTextContent('1 change is planned. If it begins after the last day, take it back first.');
  const act = within(dialog).getByRole('button', { name: 'Record leaving' });
  expect(act).toBeDisabled();
  await userEvent.type(within(dialog).getByLabelText(/^Reason/), 'Retires');
  await userEvent.click(act);
  expect(await screen.findByText(/^Priya Raghunathan leaves on/)).toBeVisible();
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});

it('says at the field that a manager would be the own manager, and keeps the form', async () => {
  const input = {
    personId: 'p1',
    from: dayText(new Date()),
    jobTitle: 'Engineer',
    orgUnitId: 'net',
    managerId: 'ada',
    jobRoleLevelId: null,
  };
  const message = 'Ada Lovelace reports to Priya Raghunathan; this would close a circle.';
  const refused = {
    __typename: 'InvalidInput',
    message: 'Something cannot be.',
    problems: [{ __typename: 'InputProblem', field: 'managerId', message }],
  };
  await open(
    {},
    [{ request: { query: CHANGE_EMPLOYMENT, variables: { input } }, result: { data: { changeEmployment: refused } } }],
    '/admin/people/p1?dialog=change',
  );
  const dialog = await screen.findByRole('dialog', { name: 'Change from a day on' });
  expect(dialog).toHaveTextContent('“Engineer” stays in the history');
  await within(dialog).findByDisplayValue('Networks');
  await userEvent.click(within(dialog).getByRole('button', { name: 'Save the change' }));
  expect(await within(dialog).findByText(message)).toBeVisible();
  expect(within(dialog).getByLabelText(/^Job title/)).toHaveValue('Engineer');
});

it('adds a job beside the main one, with its last day, and says at the field what cannot be', async () => {
  const job = { jobTitle: 'First aider', orgUnitId: 'net', managerId: null, jobRoleLevelId: null };
  const input = { personId: 'p1', startsOn: '2026-12-01', endsOn: '2026-11-01', ...job };
  const message = 'The last day lies before the first.';
  const refused = {
    __typename: 'InvalidInput',
    message: 'Something cannot be.',
    problems: [{ __typename: 'InputProblem', field: 'endsOn', message }],
  };
  await open(
    {},
    [
      {
        request: { query: ADD_SECONDARY, variables: { input } },
        result: { data: { addSecondaryEmployment: refused } },
      },
    ],
    '/admin/people/p1?dialog=second',
  );
  const dialog = await screen.findByRole('dialog', { name: 'Add another employment' });
  await userEvent.type(within(dialog).getByLabelText(/^Job title/), 'First aider');
  await userEvent.click(within(dialog).getByLabelText(/^Unit/, { selector: 'input' }));
  await userEvent.click(await screen.findByRole('option', { name: 'Networks' }));
  fireEvent.change(within(dialog).getByLabelText(/^First day/), { target: { value: '2026-12-01' } });
  fireEvent.change(within(dialog).getByLabelText(/^Last day/), { target: { value: '2026-11-01' } });
  await userEvent.click(within(dialog).getByRole('button', { name: 'Add employment' }));
  expect(await within(dialog).findByText(message)).toBeVisible();
  await userEvent.click(within(dialog).getByRole('radio', { name: /^As the main employment/ }));
  expect(within(dialog).queryByLabelText(/^Last day/)).toBeNull();
});

it('ends the second job, and not the main one', async () => {
  const second = { ...employment('aid', 'First aider', 'CURRENT', '2024-01-01', null), isPrimary: false };
  const variables = { id: 'aid', lastDay: dayText(new Date()) };
  const done = { __typename: 'Person', id: 'p1' };
  await open({ employments: [...person.employments, second] }, [
    { request: { query: END_SECONDARY, variables }, result: { data: { endSecondaryEmployment: done } } },
  ]);
  expect(await screen.findAllByRole('button', { name: /^End ?: / })).toHaveLength(1);
  await userEvent.click(screen.getByRole('button', { name: /^End ?: First aider/ }));
  const dialog = await screen.findByRole('dialog', { name: 'End “First aider”' });
  await userEvent.click(within(dialog).getByRole('button', { name: 'End it' }));
  expect(await screen.findByText(/^“First aider” of Priya Raghunathan ends/)).toBeVisible();
});

it('offers nothing to whoever may only read', async () => {
  await open({ viewerCan: [], employments: person.employments.map((each) => ({ ...each, viewerCan: [] })) });
  await screen.findByRole('heading', { level: 1, name: 'Priya Raghunathan' });
  expect(screen.queryByRole('button', { name: 'More' })).toBeNull();
  expect(screen.queryByRole('button', { name: /^Correct/ })).toBeNull();
});
