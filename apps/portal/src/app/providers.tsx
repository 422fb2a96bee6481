import type { ApolloClient } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import { MantineProvider } from '@mantine/core';
import type { i18n } from 'i18next';
import { Suspense, useEffect, useState, type ReactNode } from 'react';
import { I18nextProvider } from 'react-i18next';
import { HotkeyProvider } from '../components/hotkeys.js';
import { mantineTheme } from '../components/theme/mantine-theme.js';
import { ToastProvider } from '../components/toast.js';
import { useFocusReturn } from './focus-return.js';
import { SlowDown } from './slow-down.js';
import { styleNonce } from './style-nonce.js';
import { useDensity, useTheme, type Theme } from '../lib/preferences.js';

interface Props {
  client: ApolloClient;
  i18n: i18n;
  /** `test`: dialogs and menus are there at once. */
  env?: 'default' | 'test';
  children: ReactNode;
}

/** What every screen stands on: data, words, look, keys, toasts. */
export function Providers({ client, i18n, env, children }: Props) {
  const scheme = useScheme();
  const [density] = useDensity();
  useFocusReturn();
  useEffect(() => {
    document.documentElement.dataset.density = density;
  }, [density]);
  return (
    <I18nextProvider i18n={i18n}>
      <ApolloProvider client={client}>
        <MantineProvider env={env} theme={mantineTheme} forceColorScheme={scheme} getStyleNonce={styleNonce}>
          <HotkeyProvider>
            <Suspense fallback={null}>
              <ToastProvider>
                <SlowDown />
                {children}
              </ToastProvider>
            </Suspense>
          </HotkeyProvider>
        </MantineProvider>
      </ApolloProvider>
    </I18nextProvider>
  );
}

function useScheme(): 'light' | 'dark' {
  const [theme] = useTheme();
  const [systemDark, setSystemDark] = useState(() => darkQuery().matches);
  useEffect(() => {
    const query = darkQuery();
    const follow = () => setSystemDark(query.matches);
    query.addEventListener('change', follow);
    return () => query.removeEventListener('change', follow);
  }, []);
  return schemeOf(theme, systemDark);
}

function schemeOf(theme: Theme, systemDark: boolean): 'light' | 'dark' {
  if (theme === 'system') return systemDark ? 'dark' : 'light';
  return theme;
}

function darkQuery(): MediaQueryList {
  return matchMedia('(prefers-color-scheme: dark)');
}
