import { useMutation } from '@apollo/client/react';
import { useMemo } from 'react';
import { useKeysOf } from '../components/hotkeys.js';
import type { Viewer } from '../lib/viewer.js';
import { KEEP_OWN_KEYS } from './own-keys.documents.js';

/** The keys that somebody chose, on their account. */
export function useAccountKeys(viewer: Viewer | null): void {
  const [keep] = useMutation(KEEP_OWN_KEYS);
  const chosen = viewer?.ownKeys ?? null;
  const account = useMemo(
    () =>
      chosen && {
        single: chosen.single,
        own: Object.fromEntries(chosen.own.map(({ printed, key }) => [printed, key])),
      },
    [chosen],
  );
  useKeysOf(viewer?.person.id ?? null, account, async ({ single, own }) => {
    const keys = Object.entries(own).map(([printed, key]) => ({ printed, key }));
    const { data } = await keep({ variables: { single, own: keys } });
    return data?.keepOwnKeys.__typename === 'OwnKeys';
  });
}
