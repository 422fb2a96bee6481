import { screen, waitFor, within } from '@testing-library/react';
import { renderPage } from '../../testing/render-page.js';
import { SETUP } from './administration.documents.js';

const step = (key: string, done: boolean) => ({
  __typename: 'SetupStep',
  key,
  title: `Do ${key}`,
  why: `Because of ${key}.`,
  done,
  path: `/admin/${key}`,
});
const setup = (...steps: object[]) => ({
  request: { query: SETUP },
  result: { data: { setupChecklist: steps } },
});

it('comes first to administrators while something is open, and names the next step', async () => {
  const { router } = await renderPage('/admin', {
    roles: ['ADMINISTRATOR'],
    answers: [setup(step('people', true), step('organisation', false), step('roles', false))],
  });
  await waitFor(() => expect(router.state.location.pathname).toBe('/admin/setup'));
  const steps = await screen.findAllByRole('listitem');
  expect(steps.map((each) => each.textContent)).toEqual([
    expect.stringMatching(/Do people.*Because of people.*Done/),
    expect.stringMatching(/Do organisation.*Begin/),
    expect.stringMatching(/Do roles.*Open/),
  ]);
  expect(within(steps[1] ?? document.body).getByRole('link', { name: 'Begin' })).toHaveAttribute(
    'href',
    '/admin/organisation',
  );
  expect(screen.getByRole('link', { name: /^Setup/ })).toHaveTextContent('2');
});

it('is quiet once everything is done', async () => {
  const { router } = await renderPage('/admin', {
    roles: ['ADMINISTRATOR'],
    answers: [setup(step('people', true))],
  });
  await waitFor(() => expect(router.state.location.pathname).toBe('/admin/people'));
  expect(screen.queryByRole('link', { name: /^Setup/ })).toBeNull();
});
