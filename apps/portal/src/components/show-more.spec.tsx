import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ISSUED_CREDENTIALS } from '../features/programme/credentials/credentials.documents.js';
import { createCache } from '../lib/apollo.js';
import { renderPage } from '../testing/render-page.js';

const badge = (name: string) => ({
  __typename: 'CredentialEdge',
  node: {
    ...{ __typename: 'Credential', id: name, issuedAt: '2026-10-01T09:00:00Z', validUntil: null, status: 'ACTIVE' },
    ...{ statusCause: null, statusSince: null, expired: false },
    person: { __typename: 'Person', id: `person ${name}`, displayName: name },
    achievementVersion: {
      ...{ __typename: 'AchievementVersion', id: 'v', name: 'Welding', number: 1 },
      level: { __typename: 'ProficiencyLevel', id: 'l', label: 'Working' },
    },
  },
});
const page = (names: string[], endCursor: string, hasNextPage: boolean) => ({
  __typename: 'CredentialConnection',
  totalCount: 3,
  edges: names.map(badge),
  pageInfo: { __typename: 'PageInfo', hasNextPage, endCursor },
});
const asked = (more: object = {}) => ({
  query: ISSUED_CREDENTIALS,
  variables: { search: null, standing: null, ...more },
});
const first = { request: asked(), result: { data: { issuedCredentials: page(['Ada', 'Ben'], 'c2', true) } } };
const open = (...answers: object[]) =>
  renderPage('/programme/credentials', { roles: ['HR_DESIGNER'], answers: [first, ...answers] as never });

it('adds the next page below what is there, says how much that is, and keeps the place of whoever asked', async () => {
  await open(
    { request: asked({ after: 'c2' }), result: { data: { issuedCredentials: page(['Cleo'], 'c3', false) } } },
    {
      request: asked({ standing: 'REVOKED' }),
      result: { data: { issuedCredentials: { ...page(['Dan'], 'c1', false), totalCount: 1 } } },
    },
  );
  await userEvent.click(await screen.findByRole('button', { name: 'Show more (2 of 3)' }));
  expect(await screen.findByRole('link', { name: 'Cleo' })).toBeVisible();
  expect(screen.getByRole('link', { name: 'Ada' })).toBeVisible();
  expect(screen.queryByRole('button', { name: /^Show more/ })).toBeNull();
  await waitFor(() => expect(document.activeElement).toHaveTextContent('3 of 3 are shown'));
  await userEvent.click(screen.getByRole('button', { name: 'Withdrawn' }));
  expect(await screen.findByRole('link', { name: 'Dan' })).toBeVisible();
  expect(screen.queryByRole('link', { name: 'Cleo' })).toBeNull();
});

it('says when the next page could not be fetched, keeps what is there, and lets one try again', async () => {
  await open({ request: asked({ after: 'c2' }), error: new Error('gone') });
  await userEvent.click(await screen.findByRole('button', { name: 'Show more (2 of 3)' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('The rest could not be fetched');
  expect(screen.getByRole('link', { name: 'Ben' })).toBeVisible();
  expect(screen.getByRole('button', { name: 'Show more (2 of 3)' })).toHaveFocus();
});

it('keeps the pages that follow while a list looks again at its first, until something came or went', () => {
  const cache = createCache();
  const write = (after: string | undefined, issuedCredentials: object) =>
    cache.writeQuery({
      query: ISSUED_CREDENTIALS,
      variables: { search: null, standing: null, after },
      data: { issuedCredentials } as never,
    });
  const names = () =>
    cache
      .readQuery({ query: ISSUED_CREDENTIALS, variables: { search: null, standing: null } })
      ?.issuedCredentials.edges.map(({ node }) => node.person.displayName);
  write(undefined, page(['Ada', 'Ben'], 'c2', true));
  write('c2', page(['Cleo'], 'c3', false));
  write(undefined, page(['Ada', 'Ben'], 'c2', true));
  expect(names()).toEqual(['Ada', 'Ben', 'Cleo']);
  write(undefined, { ...page(['Zoe', 'Ada'], 'c1', true), totalCount: 4 });
  expect(names()).toEqual(['Zoe', 'Ada']);
});
