import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderPage } from '../../testing/render-page.js';
import {
  ADD_PROVIDER,
  APPROVE_PROVIDER,
  CHANGE_PROVIDER,
  IDENTITY_PROVIDERS,
  TRY_PROVIDER,
} from './sign-in.documents.js';

const ISSUER = 'https://login.example.org';
const works = {
  __typename: 'IdentityProvider' as const,
  id: 'works',
  name: 'Works account',
  issuer: ISSUER,
  clientId: 'assay',
  hasSecret: true,
  enabled: true,
  state: 'IN_USE' as 'IN_USE' | 'WAITS',
  askedAt: '2026-03-02T09:00:00.000Z',
  askedBy: { __typename: 'Person' as const, id: 'p2', displayName: 'Ben Ode' },
  approvedBy: null,
  fromConfiguration: false,
  trustUnverifiedEmail: false,
  personNumberClaim: null,
  createPeople: false,
  allowedDomains: [],
  peopleCount: 258,
  problem: null,
  viewerCan: ['change', 'remove'],
};
const fixed = { ...works, id: 'fixed', name: 'Head office', fromConfiguration: true, viewerCan: [] };

const listed = {
  request: { query: IDENTITY_PROVIDERS },
  result: {
    data: {
      identityProviders: [fixed, works],
      identityProviderAddresses: {
        __typename: 'IdentityProviderAddresses' as const,
        redirect: 'https://badges.example.org/auth/openid/callback',
        afterLogout: 'https://badges.example.org/sign-in',
        backchannelLogout: 'https://badges.example.org/auth/openid/backchannel-logout',
      },
    },
  },
};

const administrator = ['ADMINISTRATOR' as const];

it('lists providers and the addresses that they have to be told', async () => {
  await renderPage('/admin/sign-in', { roles: administrator, answers: [listed] });
  const row = await screen.findByRole('row', { name: /Works account/ });
  expect(within(row).getByText('258')).toBeVisible();
  expect(screen.getByText('https://badges.example.org/auth/openid/callback')).toBeVisible();
});

it('is closed to whoever does not set up sign-in', async () => {
  await renderPage('/admin/sign-in', { roles: ['AUDITOR'], answers: [listed] });
  expect(await screen.findByRole('heading', { name: 'This is not open to you' })).toBeVisible();
});

it('keeps a secret that nobody typed, and never has one to show', async () => {
  let sent: unknown;
  const input = {
    name: 'Works account 2',
    issuer: ISSUER,
    clientId: 'assay',
    enabled: true,
    trustUnverifiedEmail: false,
    personNumberClaim: '',
    createPeople: false,
    allowedDomains: [],
    clientSecret: null,
  };
  const changed = {
    request: { query: CHANGE_PROVIDER, variables: { id: 'works', input } },
    result: () => {
      sent = input;
      return {
        data: {
          changeIdentityProvider: {
            __typename: 'IdentityProvider' as const,
            id: 'works',
            name: 'Works account 2',
            enabled: true,
            state: 'IN_USE' as const,
          },
        },
      };
    },
  };
  await renderPage('/admin/sign-in?provider=works', { roles: administrator, answers: [listed, changed] });
  const dialog = await screen.findByRole('dialog', { name: 'Works account' });
  expect(within(dialog).getByLabelText(/Client secret/)).toHaveValue('');
  await userEvent.type(within(dialog).getByRole('textbox', { name: /^Name/ }), ' 2');
  await userEvent.click(within(dialog).getByRole('button', { name: 'Save' }));
  expect(await screen.findByText('Works account 2 is changed.')).toBeInTheDocument();
  expect(sent).toBe(input);
});

it('asks the second administrator to agree to what they see', async () => {
  const waiting = { ...works, state: 'WAITS' as const, viewerCan: ['approve', 'change', 'remove'] };
  const lists = { ...listed, result: { data: { ...listed.result.data, identityProviders: [waiting] } } };
  const agreed = {
    request: { query: APPROVE_PROVIDER, variables: { id: 'works', askedAt: waiting.askedAt } },
    result: {
      data: {
        approveIdentityProvider: {
          __typename: 'IdentityProvider' as const,
          id: 'works',
          name: 'Works account',
          state: 'IN_USE' as const,
        },
      },
    },
  };
  await renderPage('/admin/sign-in?provider=works', { roles: administrator, answers: [lists, agreed, listed] });
  const dialog = await screen.findByRole('dialog', { name: 'Works account' });
  expect(screen.getByText('Waits for a second administrator')).toBeInTheDocument();
  expect(within(dialog).getByText(/Ben Ode asked for what stands here/)).toBeVisible();
  await userEvent.click(within(dialog).getByRole('button', { name: 'Agree' }));
  expect(await screen.findByText('Works account is in use.')).toBeInTheDocument();
});

it('only shows what stands in the configuration', async () => {
  await renderPage('/admin/sign-in?provider=fixed', { roles: administrator, answers: [listed] });
  const dialog = await screen.findByRole('dialog', { name: 'Head office' });
  expect(within(dialog).getByText(/stands in the configuration/)).toBeVisible();
  expect(within(dialog).getByRole('textbox', { name: /^Name/ })).toHaveAttribute('readonly');
  expect(within(dialog).queryByRole('button', { name: 'Save' })).toBeNull();
  expect(within(dialog).queryByRole('button', { name: 'Remove' })).toBeNull();
});

it('tries an address before it is saved, and puts what is wrong at its field', async () => {
  const tried = {
    request: { query: TRY_PROVIDER, variables: { issuer: ISSUER } },
    result: {
      data: {
        tryIdentityProvider: {
          __typename: 'DiscoveredProvider' as const,
          issuer: ISSUER,
          authorizationEndpoint: `${ISSUER}/authorize`,
          keyCount: 2,
          endsSessions: true,
          tellsLogout: false,
          warnings: ['It does not offer PKCE with S256.'],
        },
      },
    },
  };
  const refused = {
    request: {
      query: ADD_PROVIDER,
      variables: {
        input: {
          name: 'Other',
          issuer: ISSUER,
          clientId: 'assay',
          enabled: true,
          trustUnverifiedEmail: false,
          personNumberClaim: '',
          createPeople: false,
          allowedDomains: [],
          clientSecret: 'a secret',
        },
      },
    },
    result: {
      data: {
        addIdentityProvider: {
          __typename: 'InvalidInput' as const,
          message: 'This issuer is set up already.',
          problems: [
            { __typename: 'InputProblem' as const, field: 'issuer', message: 'This issuer is set up already.' },
          ],
        },
      },
    },
  };
  await renderPage('/admin/sign-in', { roles: administrator, answers: [listed, tried, refused] });
  await userEvent.click(await screen.findByRole('button', { name: 'Add a provider' }));
  const dialog = await screen.findByRole('dialog', { name: 'Add a provider' });
  await userEvent.type(within(dialog).getByRole('textbox', { name: /^Name/ }), 'Other');
  await userEvent.type(within(dialog).getByRole('textbox', { name: /Issuer/ }), ISSUER);
  await userEvent.click(within(dialog).getByRole('button', { name: 'Try discovery' }));
  expect(await within(dialog).findByText(/signs with 2 keys/)).toBeVisible();
  expect(within(dialog).getByText('It does not offer PKCE with S256.')).toBeVisible();
  await userEvent.type(within(dialog).getByRole('textbox', { name: /Client id/ }), 'assay');
  await userEvent.type(within(dialog).getByLabelText(/Client secret/), 'a secret');
  await userEvent.click(within(dialog).getByRole('button', { name: 'Add the provider' }));
  expect(await within(dialog).findByText('This issuer is set up already.')).toBeVisible();
});
