import { MantineProvider } from '@mantine/core';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { I18nextProvider } from 'react-i18next';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startI18n } from '../lib/i18n.js';
import { HotkeySheet } from './hotkey-sheet.js';
import { HotkeyCap } from './hotkey-cap.js';
import { HotkeyProvider, useHotkey, useKeysOf } from './hotkeys.js';
import type { OwnKeys } from './own-keys.js';

/** What the account has, by person; null answers nobody. */
let accounts: Map<string, OwnKeys> | null = new Map();

function Screen({ person, said }: { person: string; said: (word: string) => void }) {
  useKeysOf(person, accounts?.get(person) ?? null, async (keys) => {
    accounts?.set(person, keys);
    return accounts !== null;
  });
  useHotkey({ keys: 'e', label: 'Next evidence', group: 'Marking', run: () => said('next') });
  useHotkey({ keys: 'm', label: 'Write a comment', group: 'Marking', run: () => said('comment') });
  return (
    <p data-testid="shown">
      <HotkeyCap keys="e" />
    </p>
  );
}

const loadArea = async (area: string) =>
  JSON.parse(readFileSync(join(__dirname, `../locales/en/${area}.json`), 'utf8')) as Record<string, unknown>;

async function show(person: string, said: (word: string) => void) {
  const i18n = await startI18n(loadArea, 'en', ['kit']);
  return render(
    <I18nextProvider i18n={i18n}>
      <MantineProvider env="test">
        <HotkeyProvider>
          <Screen person={person} said={said} />
          <HotkeySheet open onClose={() => undefined} />
        </HotkeyProvider>
      </MantineProvider>
    </I18nextProvider>,
  );
}

beforeEach(() => {
  localStorage.clear();
  accounts = new Map();
});

it('puts another key in the place of one, for whoever chose it and as long as they like', async () => {
  const heard: string[] = [];
  const first = await show('ada', (word) => heard.push(word));
  const change = await screen.findByRole('button', { name: 'Change the key: Next evidence' });
  await userEvent.click(change);
  await userEvent.keyboard('m');
  expect(screen.getByText('That key is taken: Write a comment.')).toBeVisible();
  await userEvent.click(change);
  await userEvent.keyboard('x');
  await userEvent.keyboard('exm');
  expect(heard).toEqual(['next', 'comment']);
  expect(screen.getByTestId('shown')).toHaveTextContent('X');
  first.unmount();

  const again = await show('ada', (word) => heard.push(word));
  await userEvent.keyboard('x');
  expect(heard).toEqual(['next', 'comment', 'next']);
  again.unmount();
  await show('bo', (word) => heard.push(word));
  await userEvent.keyboard('x');
  expect(heard).toHaveLength(3);
});

it('keeps that single keys are off', async () => {
  const heard: string[] = [];
  const first = await show('ada', (word) => heard.push(word));
  await userEvent.click(await screen.findByRole('checkbox', { name: 'Single keys act' }));
  await userEvent.keyboard('e');
  first.unmount();
  await show('ada', (word) => heard.push(word));
  await userEvent.keyboard('e');
  expect(heard).toEqual([]);
});

it('has the keys of the account in another browser', async () => {
  const first = await show('ada', () => undefined);
  await userEvent.click(await screen.findByRole('button', { name: 'Change the key: Next evidence' }));
  await userEvent.keyboard('x');
  await waitFor(() => expect(accounts?.get('ada')).toEqual({ single: true, own: { e: 'x' } }));
  first.unmount();
  localStorage.clear();
  const heard: string[] = [];
  await show('ada', (word) => heard.push(word));
  await userEvent.keyboard('xe');
  expect(heard).toEqual(['next']);
});

it('says when the account did not get a key, keeps it here and sends it the next time', async () => {
  const had = accounts;
  accounts = null;
  const first = await show('ada', () => undefined);
  await userEvent.click(await screen.findByRole('button', { name: 'Change the key: Next evidence' }));
  await userEvent.keyboard('x');
  expect(await screen.findByText(/^Your account does not have these keys yet/)).toBeVisible();
  first.unmount();
  accounts = had;
  const heard: string[] = [];
  await show('ada', (word) => heard.push(word));
  await userEvent.keyboard('x');
  expect(heard).toEqual(['next']);
  await waitFor(() => expect(accounts?.get('ada')).toEqual({ single: true, own: { e: 'x' } }));
  expect(screen.queryByText(/^Your account does not have these keys yet/)).toBeNull();
});
