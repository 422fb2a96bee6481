import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderPage } from '../testing/render-page.js';
import { SIGN_IN_OPTIONS } from './sign-in.documents.js';

const provider = {
  __typename: 'SignInChoice',
  id: 'p',
  name: 'Works account',
  startPath: '/auth/openid/start/p',
} as const;

/** What the API offers before anybody is known. */
const offered = (options: { demo?: boolean; setupNeeded?: boolean; providers?: (typeof provider)[] } = {}) => ({
  answers: [
    {
      request: { query: SIGN_IN_OPTIONS },
      result: {
        data: {
          signInOptions: {
            __typename: 'SignInOptions' as const,
            demo: true,
            setupNeeded: false,
            providers: [],
            ...options,
          },
        },
      },
    },
  ],
});

const people = [
  { personId: 'a', displayName: 'Amara Okafor', role: 'EMPLOYEE', note: 'Has two badges and a draft.' },
  { personId: 'd', displayName: 'Dafydd Arwel', role: 'ASSESSOR', note: 'Six submissions wait for him.' },
  { personId: 'e', displayName: 'Emeka Nwoye', role: 'ASSESSOR', note: 'Marks data work.' },
  { personId: 'w', displayName: 'Wanjiru Kamande', role: 'ASSESSOR', note: 'Marks network work.' },
];

/** A server that knows these addresses; every call is kept. */
function serve(answers: Record<string, { status: number; body?: unknown }>) {
  const calls: { path: string; body: unknown }[] = [];
  globalThis.fetch = (async (path: string, init?: { body?: string }) => {
    calls.push({ path, body: init?.body ? JSON.parse(init.body) : null });
    const answer = answers[path] ?? { status: 500 };
    return { ok: answer.status < 400, status: answer.status, json: async () => answer.body };
  }) as unknown as typeof fetch;
  return calls;
}

it('says that the people are invented, and signs one in as whom one chooses', async () => {
  const calls = serve({ '/auth/demo/people': { status: 200, body: people }, '/auth/demo/sign-in': { status: 200 } });
  const { router } = await renderPage('/sign-in?to=%2Finbox', offered());
  expect(await screen.findByText(/The company and all its people are invented/)).toBeVisible();
  expect(screen.getByText('Six submissions wait for him.')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: /Dafydd Arwel/ }));
  expect(calls.at(-1)).toEqual({ path: '/auth/demo/sign-in', body: { personId: 'd' } });
  expect(router.state.location.pathname).toBe('/inbox');
});

it('never leads to another site', async () => {
  serve({ '/auth/demo/people': { status: 200, body: people }, '/auth/demo/sign-in': { status: 200 } });
  const { router } = await renderPage('/sign-in?to=%2F%2Fevil.example', offered());
  await userEvent.click(await screen.findByRole('button', { name: /Amara Okafor/ }));
  expect(router.state.location.pathname).toBe('/growth');
});

it('shows a few people of a role first, and all when asked', async () => {
  serve({ '/auth/demo/people': { status: 200, body: people } });
  await renderPage('/sign-in', offered());
  await screen.findByText('Emeka Nwoye');
  expect(screen.queryByText('Wanjiru Kamande')).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'Show all 3' }));
  expect(screen.getByText('Wanjiru Kamande')).toBeVisible();
});

it('says so when signing in fails', async () => {
  serve({ '/auth/demo/people': { status: 200, body: people }, '/auth/demo/sign-in': { status: 500 } });
  await renderPage('/sign-in', offered());
  await userEvent.click(await screen.findByRole('button', { name: /Amara Okafor/ }));
  expect(await screen.findByText('Signing in did not work. Try again.')).toBeVisible();
});

it('offers no demonstration where there is none', async () => {
  serve({});
  await renderPage('/sign-in', offered({ demo: false }));
  expect(await screen.findByText('Sign-in is not set up yet')).toBeVisible();
});

it('leads to the provider, and from there to where one wanted to go, but never to another site', async () => {
  serve({});
  await renderPage('/sign-in?to=%2Finbox', offered({ demo: false, providers: [provider] }));
  const link = await screen.findByRole('link', { name: 'Sign in with Works account' });
  expect(link).toHaveAttribute('href', '/auth/openid/start/p?to=%2Finbox');
});

it('does not carry the address of another site to the provider', async () => {
  serve({});
  await renderPage('/sign-in?to=%2F%2Fevil.example', offered({ demo: false, providers: [provider] }));
  const link = await screen.findByRole('link', { name: 'Sign in with Works account' });
  expect(link).toHaveAttribute('href', '/auth/openid/start/p');
});

it('explains what went wrong, and repeats nothing that stands in the address', async () => {
  serve({});
  await renderPage('/sign-in?problem=unknown', offered({ demo: false, providers: [provider] }));
  expect(await screen.findByRole('alert')).toHaveTextContent(/Nobody here is known by your account/);
});

it('says nothing of its own about a problem that nobody knows', async () => {
  serve({});
  await renderPage('/sign-in?problem=%3Cb%3Ecall%20us', offered({ demo: false, providers: [provider] }));
  await screen.findByRole('link', { name: 'Sign in with Works account' });
  expect(screen.queryByRole('alert')).toBeNull();
  expect(document.body).not.toHaveTextContent('call us');
});

it('tells whoever comes first where the link for setting up is', async () => {
  serve({});
  await renderPage('/sign-in', offered({ demo: false, setupNeeded: true }));
  expect(await screen.findByText('This installation waits for its administrator')).toBeVisible();
});

it('asks the first administrator for names, shows what is wrong with them, and lets them in', async () => {
  const calls = serve({
    '/auth/setup/look': { status: 200, body: { organisationName: 'Your organisation', administrator: null } },
    '/auth/setup': { status: 422, body: { problems: [{ field: 'email', message: 'This is not a mail address.' }] } },
  });
  const { router } = await renderPage('/sign-in/setup#a-token', { roles: ['ADMINISTRATOR'] });
  await userEvent.type(await screen.findByRole('textbox', { name: /Your name/ }), 'Ada Marsh');
  await userEvent.type(screen.getByRole('textbox', { name: /Your mail address/ }), 'ada@works');
  await userEvent.type(screen.getByRole('textbox', { name: /Name of your organisation/ }), 'Mill Lane');
  await userEvent.click(screen.getByRole('button', { name: 'Set up and sign in' }));
  expect(await screen.findByText('This is not a mail address.')).toBeVisible();
  expect(calls.at(-1)).toEqual({
    path: '/auth/setup',
    body: { token: 'a-token', displayName: 'Ada Marsh', email: 'ada@works', organisationName: 'Mill Lane' },
  });
  serve({ '/auth/setup': { status: 200, body: { personId: 'a' } } });
  await userEvent.click(screen.getByRole('button', { name: 'Set up and sign in' }));
  await waitFor(() => expect(router.state.location.pathname).toMatch(/^\/admin/));
  expect(router.state.location.hash).toBe('');
});

it('says when a link for setting up is of no use any more', async () => {
  serve({ '/auth/setup/look': { status: 404 } });
  await renderPage('/sign-in/setup#used');
  expect(await screen.findByRole('heading', { name: 'This link is of no use any more' })).toBeVisible();
});
