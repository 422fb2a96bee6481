import type { Role } from '@assay/access';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderPage } from '../../testing/render-page.js';
import {
  ADD_SCIM_CLIENT,
  APPROVE_SCIM_GROUP_ROLE,
  SCIM_CLIENTS,
  SCIM_GROUPS,
  SCIM_REQUESTS,
} from './provisioning.documents.js';

const client = {
  __typename: 'ScimClient',
  id: 'c1',
  name: 'Entra ID',
  baseUrl: 'https://assay.example/scim/v2',
  managesEmployment: false,
  createdAt: '2026-11-01T09:00:00Z',
  userCount: 12,
  viewerCan: ['see', 'change'],
  createdBy: { __typename: 'Person', id: 'p1', displayName: 'Ann Lee' },
  tokens: [
    {
      __typename: 'ScimToken',
      id: 't1',
      prefix: 'assay_scim_AbCdEf',
      state: 'IN_FORCE',
      createdAt: '2026-11-01T09:00:00Z',
      expiresAt: '2126-11-01T09:00:00Z',
      lastUsedAt: null,
      revokedAt: null,
    },
  ],
};
const group = {
  __typename: 'ScimGroup',
  id: 'g1',
  displayName: 'Designers',
  memberCount: 4,
  role: null,
  mappedAt: null,
  wantedRole: 'HR_DESIGNER',
  wantedAt: '2026-11-02T09:00:00Z',
  viewerCan: ['see', 'map', 'approve', 'decline'],
  scopeUnit: null,
  wantedUnit: null,
  mappedBy: null,
  wantedBy: { __typename: 'Person', id: 'p2', displayName: 'Ben Ode' },
  withheld: [],
};
const page = (groups: object[]) => ({
  scimGroups: {
    __typename: 'ScimGroupConnection',
    edges: groups.map((node, index) => ({ __typename: 'ScimGroupEdge', cursor: String(index), node })),
    pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
    totalCount: groups.length,
  },
});
const failed = {
  __typename: 'ScimRequest',
  id: 'r1',
  at: '2026-11-03T09:00:00Z',
  method: 'PATCH',
  path: '/Users/:id',
  status: 400,
  scimType: 'invalidPath',
  detail: 'There is no attribute “size”.',
  milliseconds: 12,
};

const open = (clients: object[], groups: object[] = [], more: object[] = []) =>
  renderPage('/admin/provisioning', {
    roles: ['ADMINISTRATOR'] satisfies Role[],
    answers: [
      { request: { query: SCIM_CLIENTS }, result: { data: { scimClients: clients } } },
      { request: { query: SCIM_GROUPS, variables: { clientId: 'c1' } }, result: { data: page(groups) } },
      {
        request: { query: SCIM_REQUESTS, variables: { clientId: 'c1' } },
        result: { data: { scimRequests: [failed] } },
      },
      ...(more as never[]),
    ],
  });

describe('provisioning', () => {
  it('says what would be here, and shows a new token once, until somebody says that it is kept', async () => {
    const user = userEvent.setup();
    await open(
      [],
      [],
      [
        {
          request: { query: ADD_SCIM_CLIENT, variables: { name: 'Entra ID' } },
          result: {
            data: {
              addScimClient: {
                __typename: 'IssuedScimToken',
                secret: 'assay_scim_the-whole-token',
                token: { __typename: 'ScimToken', id: 't1', expiresAt: '2127-11-01T09:00:00Z' },
                client,
              },
            },
          },
        },
      ],
    );
    await user.click(await screen.findByRole('button', { name: 'Add a directory' }));
    const dialog = await screen.findByRole('dialog');
    await user.type(within(dialog).getByRole('textbox', { name: /Name/ }), 'Entra ID');
    await user.click(within(dialog).getByRole('button', { name: 'Add a directory' }));
    expect(await screen.findByText('assay_scim_the-whole-token')).toBeInTheDocument();
    await user.keyboard('{Escape}');
    expect(screen.getByText('assay_scim_the-whole-token')).toBeInTheDocument();
    const done = screen.getByRole('button', { name: 'Done' });
    expect(done).toBeDisabled();
    await user.click(screen.getByRole('checkbox', { name: 'I have put the token into the directory.' }));
    await user.click(done);
    expect(screen.queryByText('assay_scim_the-whole-token')).not.toBeInTheDocument();
  });

  it('shows address, tokens, groups and why the last request was refused', async () => {
    await open([client], [{ ...group, wantedRole: null }]);
    expect(await screen.findByText('https://assay.example/scim/v2')).toBeInTheDocument();
    expect(await screen.findByText('assay_scim_AbCdEf…')).toBeInTheDocument();
    expect(await screen.findByText('4 members')).toBeInTheDocument();
    expect(await screen.findByText('invalidPath: There is no attribute “size”.')).toBeInTheDocument();
  });

  it('lets a second administrator approve the role of a group', async () => {
    const user = userEvent.setup();
    await open(
      [client],
      [group],
      [
        {
          request: {
            query: APPROVE_SCIM_GROUP_ROLE,
            variables: { groupId: 'g1', role: 'HR_DESIGNER', scopeUnitId: null },
          },
          result: { data: { approveScimGroupRole: { ...group, role: 'HR_DESIGNER', wantedRole: null } } },
        },
      ],
    );
    expect(await screen.findByText('“Designers”, 4 members, is to have the role HR designer')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Approve' }));
    expect(await screen.findByText('Members of “Designers” are now HR designer.')).toBeInTheDocument();
  });

  it('leaves it to the other administrator when one asked oneself', async () => {
    await open([client], [{ ...group, viewerCan: ['see', 'map', 'decline'] }]);
    expect(await screen.findByText('A second administrator has to agree.')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Approve' })).not.toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Take back' })).toBeInTheDocument();
  });
});
