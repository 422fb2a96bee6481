import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderPage } from '../testing/render-page.js';

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
  const { router } = await renderPage('/sign-in?to=%2Finbox');
  expect(await screen.findByText(/The company and all its people are invented/)).toBeVisible();
  expect(screen.getByText('Six submissions wait for him.')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: /Dafydd Arwel/ }));
  expect(calls.at(-1)).toEqual({ path: '/auth/demo/sign-in', body: { personId: 'd' } });
  expect(router.state.location.pathname).toBe('/inbox');
});

it('never leads to another site', async () => {
  serve({ '/auth/demo/people': { status: 200, body: people }, '/auth/demo/sign-in': { status: 200 } });
  const { router } = await renderPage('/sign-in?to=%2F%2Fevil.example');
  await userEvent.click(await screen.findByRole('button', { name: /Amara Okafor/ }));
  expect(router.state.location.pathname).toBe('/growth');
});

it('shows a few people of a role first, and all when asked', async () => {
  serve({ '/auth/demo/people': { status: 200, body: people } });
  await renderPage('/sign-in');
  await screen.findByText('Emeka Nwoye');
  expect(screen.queryByText('Wanjiru Kamande')).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'Show all 3' }));
  expect(screen.getByText('Wanjiru Kamande')).toBeVisible();
});

it('says so when signing in fails', async () => {
  serve({ '/auth/demo/people': { status: 200, body: people }, '/auth/demo/sign-in': { status: 500 } });
  await renderPage('/sign-in');
  await userEvent.click(await screen.findByRole('button', { name: /Amara Okafor/ }));
  expect(await screen.findByText('Signing in did not work. Try again.')).toBeVisible();
});

it('offers no demonstration where there is none', async () => {
  serve({ '/auth/demo/people': { status: 404 } });
  await renderPage('/sign-in');
  expect(await screen.findByText('Sign-in is not set up yet')).toBeVisible();
});
