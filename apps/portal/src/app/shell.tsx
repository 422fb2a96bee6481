import { useQuery } from '@apollo/client/react';
import { lazy, Suspense, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, Outlet, ScrollRestoration, useLocation } from 'react-router';
import { AppShell } from '../components/app-shell.js';
import { Initials } from '../components/initials.js';
import { useHotkey } from '../components/hotkeys.js';
import { ErrorState, LoadingRows } from '../components/states.js';
import { VIEWER } from '../lib/viewer.documents.js';
import { hasLeft, SignedInProvider } from '../lib/viewer.js';
import { useAreas } from './areas.js';
import { useAccountKeys } from './use-account-keys.js';
import shell from './shell.module.css';

// Menus and dialogs weigh as much as the rest of the shell; the first page is painted without them.
const HotkeySheet = lazy(async () => ({ default: (await import('../components/hotkey-sheet.js')).HotkeySheet }));
const PersonMenu = lazy(async () => ({ default: (await import('./person-menu.js')).PersonMenu }));
const loadPalette = () => import('./palette.js');
const Palette = lazy(async () => ({ default: (await loadPalette()).Palette }));

// Somebody else's decision may arrive while one reads; a minute is soon enough for a dot.
const LOOK_AGAIN = 60_000;

/** What somebody who left and came by a claim link still finds. */
const STAYS_OPEN = /^\/(growth\/badges|account\/keeping)(\/|$)/;

/** The bar, the keys that work everywhere, and the page in its place. Whoever is not signed in goes to the door. */
export function Shell() {
  const { t } = useTranslation('shell');
  const location = useLocation();
  const { data, error, refetch } = useQuery(VIEWER, { pollInterval: LOOK_AGAIN, fetchPolicy: 'cache-and-network' });
  const [palette, setPalette] = useState<'unused' | 'open' | 'closed'>('unused');
  const [keys, setKeys] = useState<'unused' | 'open' | 'closed'>('unused');
  const viewer = data?.viewer ?? null;
  const areas = useAreas(viewer);
  const left = viewer !== null && hasLeft(viewer);
  const signedIn = useMemo(() => (viewer && data ? { viewer, organisation: data.organisation } : null), [viewer, data]);
  useEffect(() => {
    // Fetched once the page stands still, so that the first ⌘K swallows no letters.
    const timer = setTimeout(() => void loadPalette(), 2_000);
    return () => clearTimeout(timer);
  }, []);
  const group = t('keys.everywhere');
  useAccountKeys(viewer);
  useHotkey({
    keys: 'mod+k',
    label: t('keys.search'),
    group,
    run: () => setPalette('open'),
    enabled: viewer !== null && !left,
  });
  useHotkey({ keys: '?', label: t('keys.all'), group, run: () => setKeys('open') });

  if (!data) {
    if (error) return <ErrorState onRetry={() => void refetch()}>{t('unreachable')}</ErrorState>;
    return <LoadingRows rows={4} />;
  }
  if (!signedIn)
    return <Navigate to={`/sign-in?to=${encodeURIComponent(location.pathname + location.search)}`} replace />;

  if (left && !STAYS_OPEN.test(location.pathname)) return <Navigate to="/growth/badges" replace />;

  return (
    <SignedInProvider value={signedIn}>
      <AppShell
        areas={areas}
        unread={left ? null : signedIn.viewer.unreadNotifications}
        onSearch={left ? null : () => setPalette('open')}
        onHelp={() => setKeys('open')}
        person={
          <Suspense fallback={<Initials>{signedIn.viewer.person.initials}</Initials>}>
            <PersonMenu onKeys={() => setKeys('open')} />
          </Suspense>
        }
        notice={data.organisation.notice}
      >
        <Suspense
          fallback={
            <div className={shell.waiting}>
              <LoadingRows />
            </div>
          }
        >
          <Outlet />
        </Suspense>
      </AppShell>
      {palette !== 'unused' && (
        <Suspense fallback={null}>
          <Palette open={palette === 'open'} onClose={() => setPalette('closed')} areas={areas} />
        </Suspense>
      )}
      {keys !== 'unused' && (
        <Suspense fallback={null}>
          <HotkeySheet open={keys === 'open'} onClose={() => setKeys('closed')} />
        </Suspense>
      )}
      <ScrollRestoration />
    </SignedInProvider>
  );
}
