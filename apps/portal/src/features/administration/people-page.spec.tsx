import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderPage } from '../../testing/render-page.js';
import { ADD_PERSON, COLLEAGUES, GRANT_ROLE, JOB_ROLE_LEVELS, PEOPLE } from './administration.documents.js';

const page = { __typename: 'PageInfo', hasNextPage: false, endCursor: null };
const listed = {
  __typename: 'Person',
  id: 'p1',
  displayName: 'Priya Raghunathan',
  initials: 'PR',
  email: 'priya@example.org',
  active: true,
  roles: ['EMPLOYEE'],
  viewerCan: [],
  employment: null,
};
const people = {
  request: { query: PEOPLE, variables: { search: null } },
  result: {
    data: {
      people: {
        __typename: 'PersonConnection',
        edges: [{ __typename: 'PersonEdge', cursor: '1', node: listed }],
        pageInfo: page,
        totalCount: 1,
      },
    },
  },
};
const choices = [
  {
    request: { query: JOB_ROLE_LEVELS, variables: { search: null } },
    result: { data: { jobRoleLevels: [], orgUnits: [] } },
  },
  {
    request: { query: COLLEAGUES, variables: { search: null } },
    result: { data: { people: { __typename: 'PersonConnection', edges: [] } } },
  },
];
const asked = {
  displayName: 'Mei-Ling Chua',
  email: 'priya@example.org',
  jobTitle: 'Developer',
  orgUnitName: 'Telemetry',
  managerId: null,
  jobRoleLevelId: null,
  roles: ['ASSESSOR'],
};

it('puts what the API finds wrong at its field, and keeps what was typed', async () => {
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
  await renderPage('/admin/people', { roles: ['ADMINISTRATOR'], answers: [people, ...choices, taken] });
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
  expect(within(dialog).getByLabelText(/^Name/)).toHaveValue('Mei-Ling Chua');
});

it('names what a role brings before it is granted', async () => {
  const granted = {
    request: { query: GRANT_ROLE, variables: { personId: 'p1', role: 'AUDITOR' } },
    result: { data: { grantRole: { __typename: 'Person', id: 'p1', roles: ['EMPLOYEE', 'AUDITOR'] } } },
  };
  await renderPage('/admin/people', { roles: ['ADMINISTRATOR'], answers: [people, granted] });
  await userEvent.click(await screen.findByText('Priya Raghunathan'));
  const panel = screen.getByRole('complementary', { name: 'Priya Raghunathan' });
  const auditor = within(panel).getByText('Auditor').closest('li');
  await userEvent.click(within(auditor ?? panel).getByRole('button', { name: 'Grant' }));
  const dialog = await screen.findByRole('dialog', { name: 'Grant a role' });
  expect(within(dialog).getByText('read the audit log')).toBeVisible();
  await userEvent.click(within(dialog).getByRole('button', { name: 'Grant' }));
  expect(await screen.findByText('Priya Raghunathan is now Auditor.')).toBeVisible();
  expect(within(panel).getByText('see every person with their roles; read the audit log')).toBeVisible();
});

it('does not offer to an auditor what only administrators may do', async () => {
  await renderPage('/admin/people', { roles: ['AUDITOR'], answers: [people] });
  await userEvent.click(await screen.findByText('Priya Raghunathan'));
  expect(screen.queryByRole('button', { name: 'Add person' })).toBeNull();
  expect(screen.queryByRole('button', { name: 'Grant' })).toBeNull();
});
