import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderPage } from '../../testing/render-page.js';
import {
  APPROVE_GRANT,
  GIVE_ROLE,
  GRANT_ACHIEVEMENTS,
  GRANT_TO,
  GRANT_UNITS,
  ROLE_GRANTS,
  ROLES_OFFERED,
  WAITING_GRANTS,
} from './access.documents.js';

const person = (id: string, displayName: string) => ({ __typename: 'Person', id, displayName });
const grant = (id: string, more: object = {}) => ({
  __typename: 'RoleGrant',
  id,
  role: 'AUDITOR',
  state: 'IN_FORCE',
  startsAt: '2026-03-01T00:00:00.000Z',
  endsAt: null,
  wantedFrom: null,
  grantedAt: '2026-03-01T00:00:00.000Z',
  reason: 'The yearly audit.',
  origin: 'PERSON',
  approval: 'SECOND_PERSON',
  approvedAt: null,
  declinedAt: null,
  declineReason: null,
  endReason: null,
  viewerCan: ['see', 'end'],
  person: person('kit', 'Kit Varga'),
  scopeUnit: null,
  scopeAchievement: null,
  grantedBy: person('ada', 'Ada Marsh'),
  approvedBy: person('grace', 'Grace Oyelaran'),
  declinedBy: null,
  endedBy: null,
  ...more,
});
const edges = (grants: object[]) =>
  grants.map((node, at) => ({ __typename: 'RoleGrantEdge', cursor: String(at), node }));
const list = (variables: object, ...grants: object[]) => ({
  request: {
    query: ROLE_GRANTS,
    variables: { search: null, role: null, personId: null, state: 'IN_FORCE', ...variables },
  },
  result: {
    data: {
      roleGrants: {
        __typename: 'RoleGrantConnection',
        edges: edges(grants),
        pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
        totalCount: grants.length,
      },
    },
  },
});
const waiting = (...grants: object[]) => ({
  request: { query: WAITING_GRANTS },
  result: {
    data: { roleGrants: { __typename: 'RoleGrantConnection', edges: edges(grants), totalCount: grants.length } },
  },
});
const permission = (name: string, what: string, byUnit: boolean) => ({
  __typename: 'PermissionDescription',
  name,
  what,
  byUnit,
  byAchievement: false,
});
const offered = {
  request: { query: ROLES_OFFERED },
  result: {
    data: {
      rolesOffered: [
        {
          __typename: 'RoleDescription',
          role: 'AUDITOR',
          what: 'Reads the audit log.',
          not: 'It changes nothing.',
          grantable: true,
          approval: true,
          apart: ['ADMINISTRATOR'],
          holders: 1,
          permissions: [
            permission('people.read', 'see every person with their roles', true),
            permission('audit.read', 'read the audit log', false),
          ],
        },
      ],
    },
  },
};
const choices = [
  {
    request: { query: GRANT_TO, variables: { search: null } },
    result: {
      data: {
        people: {
          __typename: 'PersonConnection',
          edges: [{ __typename: 'PersonEdge', node: { ...person('kit', 'Kit Varga'), employment: null } }],
        },
      },
    },
  },
  {
    request: { query: GRANT_UNITS },
    result: {
      data: {
        orgUnits: [
          {
            __typename: 'OrgUnit',
            id: 'ops',
            name: 'Operations',
            path: [{ __typename: 'OrgUnit', id: 'ops', name: 'Operations' }],
          },
        ],
      },
    },
  },
  {
    request: { query: GRANT_ACHIEVEMENTS, variables: { search: null } },
    result: { data: { achievements: { __typename: 'AchievementVersionConnection', edges: [] } } },
  },
];

it('shows what waits first, and lets a second person agree', async () => {
  const asked = grant('g1', {
    state: 'PROPOSED',
    startsAt: null,
    approvedBy: null,
    viewerCan: ['see', 'approve', 'decline'],
  });
  const agreed = {
    request: { query: APPROVE_GRANT, variables: { id: 'g1' } },
    result: { data: { approveGrant: grant('g1') } },
  };
  await renderPage('/admin/roles', {
    roles: ['ADMINISTRATOR'],
    answers: [list({}), waiting(asked), offered, agreed],
  });
  const item = (await screen.findByText('Auditor for Kit Varga')).closest('li');
  expect(item).toHaveTextContent('Ada Marsh asked for it on 1 Mar 2026: The yearly audit.');
  expect(await within(item as HTMLElement).findByText(/It opens: see every person/)).toBeVisible();
  await userEvent.click(within(item as HTMLElement).getByRole('button', { name: 'Approve' }));
  expect(await screen.findByText('Kit Varga is Auditor.')).toBeVisible();
});

it('lets whoever asked only take it back', async () => {
  const asked = grant('g1', { state: 'PROPOSED', startsAt: null, approvedBy: null, viewerCan: ['see', 'decline'] });
  await renderPage('/admin/roles', { roles: ['ADMINISTRATOR'], answers: [list({}), waiting(asked), offered] });
  expect(await screen.findByText('A second person has to agree')).toBeVisible();
  expect(screen.getByRole('button', { name: 'Take back' })).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Approve' })).toBeNull();
});

it('says how far and how long a role reaches, and who gave it', async () => {
  const limited = grant('g1', {
    endsAt: '2027-01-01T00:00:00.000Z',
    scopeUnit: { __typename: 'OrgUnit', id: 'ops', name: 'Operations' },
  });
  await renderPage('/admin/roles', { roles: ['ADMINISTRATOR'], answers: [list({}, limited), waiting(), offered] });
  const row = (await screen.findByText('Kit Varga')).closest('tr');
  expect(row).toHaveTextContent('Ada Marsh, approved by Grace Oyelaran');
  expect(row).toHaveTextContent('Operations');
  // The end is the first moment without; people count the last day with.
  expect(row).toHaveTextContent('1 Mar 2026 to 31 Dec 2026');
});

it('says before it is asked for what a role opens, and that two must agree', async () => {
  const refused = {
    request: {
      query: GIVE_ROLE,
      variables: {
        input: {
          personId: 'kit',
          role: 'AUDITOR',
          scopeUnitId: null,
          scopeAchievementId: null,
          startsOn: null,
          endsOn: null,
          reason: 'The yearly audit.',
        },
      },
    },
    result: {
      data: {
        grantRole: { __typename: 'RolesApart', message: 'Auditors change nothing: nobody is auditor and assessor.' },
      },
    },
  };
  const { router } = await renderPage('/admin/roles', {
    roles: ['ADMINISTRATOR'],
    answers: [list({}), waiting(), offered, ...choices, refused],
  });
  await userEvent.click(await screen.findByRole('button', { name: 'Give a role' }));
  await waitFor(() => expect(router.state.location.search).toBe('?dialog=give'));
  const dialog = await screen.findByRole('dialog', { name: 'Give a role' });
  await userEvent.click(within(dialog).getByRole('combobox', { name: /Person/ }));
  await userEvent.click(await screen.findByRole('option', { name: 'Kit Varga' }));
  await userEvent.click(within(dialog).getByRole('combobox', { name: /Role/ }));
  await userEvent.click(await screen.findByRole('option', { name: 'Auditor' }));
  expect(within(dialog).getByText('It changes nothing.')).toBeVisible();
  expect(within(dialog).getByText('A second administrator has to agree before it opens anything.')).toBeVisible();
  expect(within(dialog).queryByText('(not under this limit)')).toBeNull();
  await userEvent.click(within(dialog).getByRole('combobox', { name: /Only for this unit/ }));
  await userEvent.click(await screen.findByRole('option', { name: 'Operations' }));
  expect(within(dialog).getByText('read the audit log')).toHaveTextContent('(not under this limit)');
  await userEvent.clear(within(dialog).getByRole('combobox', { name: /Only for this unit/ }));
  expect(within(dialog).getByRole('button', { name: 'Ask for the role' })).toBeDisabled();
});

it('keeps the filters in the address', async () => {
  const { router } = await renderPage('/admin/roles?state=DECLINED', {
    roles: ['ADMINISTRATOR'],
    answers: [
      list(
        { state: 'DECLINED' },
        grant('g2', { state: 'DECLINED', declineReason: 'Not this year.', viewerCan: ['see'] }),
      ),
      list({}),
      waiting(),
      offered,
    ],
  });
  expect(await screen.findByText('Not this year.')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: /State/ }));
  await userEvent.click(await screen.findByRole('menuitem', { name: 'In force' }));
  await waitFor(() => expect(router.state.location.search).toBe(''));
});
