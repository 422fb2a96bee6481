import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { INBOX } from '../features/inbox/inbox.documents.js';
import { renderPage } from '../testing/render-page.js';

const quiet = {
  request: { query: INBOX, variables: {} },
  result: {
    data: {
      notifications: {
        __typename: 'NotificationConnection',
        edges: [],
        totalCount: 0,
        pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
      },
    },
  },
};

it('shows each person the areas they have and no others', async () => {
  await renderPage('/inbox', { answers: [quiet] });
  const bar = await screen.findByRole('navigation', { name: 'Areas' });
  expect(
    within(bar)
      .getAllByRole('link')
      .map((link) => link.textContent),
  ).toEqual(['My growth']);
});

it('shows an assessor the reviews with how many they hold', async () => {
  await renderPage('/inbox', { roles: ['ASSESSOR'], answers: [quiet] });
  expect(await screen.findByRole('link', { name: 'Reviews 1' })).toBeVisible();
});

it('shows an administrator the administration and no programme', async () => {
  await renderPage('/inbox', { roles: ['ADMINISTRATOR'], answers: [quiet] });
  expect(await screen.findByRole('link', { name: 'Administration' })).toBeVisible();
  expect(screen.queryByRole('link', { name: 'Programme' })).toBeNull();
});

it('lists the keys that act when one presses ?', async () => {
  await renderPage('/inbox', { answers: [quiet] });
  await screen.findByText('Nothing has happened yet');
  await userEvent.keyboard('?');
  const sheet = await screen.findByRole('dialog', { name: 'Keys on this screen' });
  expect(within(sheet).getByText('Search or jump to')).toBeVisible();
});

it('says what to do at an address that does not exist', async () => {
  await renderPage('/nowhere/at/all');
  expect(await screen.findByText('There is nothing at this address')).toBeVisible();
  expect(screen.getByRole('link', { name: 'Go to your first page' })).toHaveAttribute('href', '/');
});

it('takes every word from the catalogue', async () => {
  const { container } = await renderPage('/inbox', {
    roles: ['ASSESSOR', 'ADMINISTRATOR'],
    answers: [quiet],
    language: 'en-XA',
  });
  await waitFor(() => expect(container.textContent).toContain('⟦Ñöţĥîñĝ ĥáš ĥáþþéñéð ýéţ⟧'));
  const bypassed = wordsOutsideBrackets(container);
  // The product's name, the person's initials, keys, counts and what the API says are not translated.
  expect(bypassed).toEqual(['Assay', 'Ctrl K', 'AO', 'The company and all its people are invented.']);
});

function wordsOutsideBrackets(container: HTMLElement): string[] {
  const walker = document.createTreeWalker(container, NodeFilter.SHOW_TEXT);
  const found: string[] = [];
  while (walker.nextNode()) {
    const text = walker.currentNode.textContent?.trim() ?? '';
    if (walker.currentNode.parentElement?.tagName === 'STYLE') continue;
    if (/[A-Za-z]/.test(text) && !text.startsWith('⟦')) found.push(text);
  }
  return found;
}
