import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderPage } from '../../../testing/render-page.js';
import { ISSUER_KEYS, ROTATE_ISSUER_KEYS } from './signing.documents.js';

const NOW = 'z6MkNow';
const key = (publicKey: string, changes: object = {}) => ({
  __typename: 'IssuerKey',
  ...{ publicKey, purpose: 'PROOF', algorithm: 'Ed25519', since: '2026-03-01T09:00:00Z', until: null },
  ...{ compromisedAt: null, badges: 1_204, endorsements: 0 },
  ...changes,
});
const keys = (rotation: object | null, ...all: object[]) => ({
  request: { query: ISSUER_KEYS },
  result: {
    data: {
      issuerKeys: {
        __typename: 'IssuerKeys',
        ...{ did: 'did:web:x.example', documentUrl: 'https://x.example/.well-known/did.json', statusLists: 2 },
        ...{ rotation: rotation && { __typename: 'IssuerKeyRotation', ...rotation }, keys: all },
      },
    },
  },
});
const old = key('z6MkOld', { until: '2026-03-01T09:00:00Z', badges: 3 });
const token = key('thumb', { purpose: 'TOKEN', badges: null, endorsements: null });
const admin = { roles: ['ADMINISTRATOR' as const] };

it('shows the keys with what each signed, and asks for new ones only after a reason and a second thought', async () => {
  const asked = {
    request: { query: ROTATE_ISSUER_KEYS, variables: { current: NOW, reason: 'As every year' } },
    result: {
      data: {
        rotateIssuerKeys: {
          __typename: 'IssuerKeys',
          rotation: { __typename: 'IssuerKeyRotation', askedAt: '2026-11-23T09:00:00Z', gaveUp: false },
        },
      },
    },
  };
  const waiting = { askedAt: '2026-11-23T09:00:00Z', gaveUp: false };
  await renderPage('/admin/signing', {
    ...admin,
    answers: [{ ...keys(null, key(NOW), token, old), maxUsageCount: 1 }, asked, keys(waiting, key(NOW), token, old)],
  });
  const rows = await screen.findAllByRole('row');
  expect(rows.slice(1).map((row) => row.textContent)).toEqual([
    expect.stringMatching(/z6MkNow.*Signs now.*1,204 badges/),
    expect.stringMatching(/thumb.*Signs now.*the same badges/),
    expect.stringMatching(/z6MkOld.*Signed until.*3 badges/),
  ]);
  await userEvent.click(screen.getByRole('button', { name: 'New keys …' }));
  const dialog = await screen.findByRole('dialog');
  expect(dialog).toHaveTextContent('The 1,204 badges that the present key has signed');
  expect(dialog).toHaveTextContent('2 lists of revoked badges');
  const act = within(dialog).getByRole('button', { name: 'Make new keys' });
  await userEvent.type(within(dialog).getByRole('textbox', { name: /^Why/ }), 'As every year');
  expect(act).toBeDisabled();
  await userEvent.click(within(dialog).getByRole('checkbox'));
  await userEvent.click(act);
  await waitFor(() => expect(screen.getByText(/are being made/)).toBeVisible());
  expect(screen.queryByRole('button', { name: 'New keys …' })).toBeNull();
});

it('says when new keys could not be made, and lets them be asked for again', async () => {
  await renderPage('/admin/signing', {
    ...admin,
    answers: [keys({ askedAt: '2026-11-23T09:00:00Z', gaveUp: true }, key(NOW))],
  });
  expect(await screen.findByText(/could not be made/)).toBeVisible();
  expect(screen.getByRole('button', { name: 'New keys …' })).toBeEnabled();
});

it('says when there are no keys yet, and that it did not load', async () => {
  const { unmount } = await renderPage('/admin/signing', { ...admin, answers: [keys(null)] });
  expect(await screen.findByText('No keys yet')).toBeVisible();
  expect(screen.queryByRole('button', { name: 'New keys …' })).toBeNull();
  unmount();
  await renderPage('/admin/signing', {
    ...admin,
    answers: [{ request: { query: ISSUER_KEYS }, error: new Error('off') }],
  });
  expect(await screen.findByRole('button', { name: /again/i })).toBeVisible();
});
