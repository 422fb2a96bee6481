import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderPage } from '../../testing/render-page.js';
import { END_SESSION, FORGET_ACCOUNT, MY_SESSIONS, SIGN_OUT_EVERYWHERE } from './sign-in.documents.js';

const session = (id: string, device: string, current: boolean) => ({
  __typename: 'SignInSession' as const,
  id,
  device,
  method: 'OPENID_CONNECT' as const,
  providerName: 'Works account',
  startedAt: '2026-11-20T08:00:00Z',
  seenAt: '2026-11-20T09:30:00Z',
  endsAt: '2026-11-21T08:00:00Z',
  current,
});

const account = (id: string, providerName: string, mayForget: boolean) => ({
  __typename: 'LinkedAccount' as const,
  id,
  providerName,
  issuer: `https://${id}.example.org`,
  linkedAt: '2026-01-20T08:00:00Z',
  viewerCan: mayForget ? ['see', 'forget'] : ['see'],
});

const answers = (calls: unknown[]) => [
  {
    request: { query: MY_SESSIONS },
    result: {
      data: {
        myAccounts: [account('works', 'Works account', true), account('only', 'Guests', false)],
        mySessions: [session('here', 'Firefox on Windows', true), session('there', 'Safari on iOS', false)],
      },
    },
  },
  {
    request: { query: FORGET_ACCOUNT, variables: { id: 'works', reason: null } },
    result: () => {
      calls.push('works');
      return { data: { forgetAccount: { __typename: 'ForgottenAccount' as const, id: 'works', ended: 1 } } };
    },
  },
  {
    request: { query: END_SESSION, variables: { id: 'there' } },
    result: () => {
      calls.push('there');
      return { data: { endSession: { __typename: 'SignInSession' as const, id: 'there' } } };
    },
  },
  {
    request: { query: SIGN_OUT_EVERYWHERE, variables: { personId: null } },
    result: () => {
      calls.push('everywhere');
      return { data: { signOutEverywhere: { __typename: 'SignedOutEverywhere' as const, personId: 'me', ended: 2 } } };
    },
  },
];

it('shows where one is signed in, and ends another browser, not this one', async () => {
  const calls: unknown[] = [];
  await renderPage('/account/sessions', { answers: answers(calls) });
  const here = await screen.findByRole('row', { name: /Firefox on Windows/ });
  expect(within(here).getByText('This browser')).toBeVisible();
  expect(within(here).queryByRole('button')).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: /^End Safari on iOS/ }));
  expect(await screen.findByText('Safari on iOS is signed out.')).toBeInTheDocument();
  expect(calls).toEqual(['there']);
});

it('signs out everywhere only after saying what that does', async () => {
  const calls: unknown[] = [];
  const { router } = await renderPage('/account/sessions', { answers: answers(calls) });
  await userEvent.click(await screen.findByRole('button', { name: 'Sign out everywhere' }));
  const dialog = await screen.findByRole('dialog', { name: 'Sign out everywhere?' });
  expect(calls).toEqual([]);
  await userEvent.click(within(dialog).getByRole('button', { name: 'Sign out everywhere' }));
  await screen.findByRole('heading', { name: 'Sign in to Assay' });
  expect(router.state.location.pathname).toBe('/sign-in');
  expect(calls).toEqual(['everywhere']);
});

it('disconnects an account after asking, and offers it for none that must stay', async () => {
  const calls: unknown[] = [];
  await renderPage('/account/sessions', { answers: answers(calls) });
  expect(await screen.findByText('It stays until there is another one in use.')).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Disconnect Guests' })).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'Disconnect Works account' }));
  expect(calls).toEqual([]);
  await userEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Disconnect' }));
  expect(
    await screen.findByText('Works account is disconnected, and 1 sign-in that came by it has ended.'),
  ).toBeInTheDocument();
  expect(calls).toEqual(['works']);
});
