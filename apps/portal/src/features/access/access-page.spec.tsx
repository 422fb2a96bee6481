import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderPage } from '../../testing/render-page.js';
import { ACCESS_OF, ROLE_GRANTS, WHO_CAN_SEE } from './access.documents.js';

const permission = (name: string, what: string, more: object) => ({
  __typename: 'PermissionExplanation',
  name,
  what,
  held: false,
  missing: null,
  roles: [],
  reasons: [],
  ...more,
});
const explained = (personId: string | null, id: string, displayName: string) => ({
  request: { query: ACCESS_OF, variables: { personId } },
  result: {
    data: {
      accessOf: {
        __typename: 'AccessExplanation',
        personId: id,
        person: { __typename: 'Person', id, displayName },
        notOpened: ['No role opens the private evidence library of anybody else.'],
        permissions: [
          permission('evidence.keep', 'keep a private evidence library', {
            held: true,
            reasons: [
              {
                __typename: 'AccessReason',
                kind: 'EVERYBODY',
                sentence: 'Everybody has this.',
                grantId: null,
                limited: false,
              },
            ],
          }),
          permission('submission.mark', 'claim and mark submissions', { missing: 'Assessor would open it.' }),
        ],
      },
    },
  },
});
const noGrants = (personId: string) => ({
  request: { query: ROLE_GRANTS, variables: { personId } },
  result: {
    data: {
      roleGrants: {
        __typename: 'RoleGrantConnection',
        edges: [],
        pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
        totalCount: 0,
      },
    },
  },
});

it('tells everybody what is open to them, what is not, and why', async () => {
  await renderPage('/account/access', {
    answers: [explained(null, 'person-amara', 'Amara Okafor'), noGrants('person-amara')],
  });
  expect(await screen.findByRole('heading', { level: 1, name: 'What you may do, and why' })).toBeVisible();
  expect(screen.getByText('keep a private evidence library').closest('li')).toHaveTextContent('Everybody has this.');
  expect(screen.getByText('claim and mark submissions').closest('li')).toHaveTextContent('Assessor would open it.');
  expect(screen.getByText(/No role opens the private evidence library/)).toBeVisible();
});

it('says of others that it is not open, in the same words for nobody', async () => {
  await renderPage('/account/access?person=other', {
    answers: [
      { request: { query: ACCESS_OF, variables: { personId: 'other' } }, result: { data: { accessOf: null } } },
    ],
  });
  expect(await screen.findByRole('heading', { level: 1, name: 'This is not open to you' })).toBeVisible();
});

it('asks who can see what an address names', async () => {
  const id = '01a20203-6f89-734c-bf3f-4b18dfdd2416';
  const answer = {
    request: { query: WHO_CAN_SEE, variables: { id } },
    result: {
      data: {
        whoCanSee: {
          __typename: 'WhoCanSee',
          id,
          kind: 'Badge',
          groups: [
            {
              __typename: 'SeenBy',
              what: 'The badge',
              reason: 'Line manager today, by reporting lines.',
              everybody: false,
              count: 22,
              seers: [{ __typename: 'Person', id: 'boss', displayName: 'Ines Okafor' }],
            },
          ],
        },
      },
    },
  };
  await renderPage('/admin/who-can-see', { roles: ['ADMINISTRATOR'], answers: [answer] });
  await userEvent.type(await screen.findByLabelText(/Id or address/), `https://assay.example/growth/badges/${id}`);
  await userEvent.click(screen.getByRole('button', { name: 'Show who' }));
  expect(await screen.findByText('Line manager today, by reporting lines.')).toBeVisible();
  expect(screen.getByText('Ines Okafor')).toBeVisible();
  expect(screen.getByText('and 21 others')).toBeVisible();
});
