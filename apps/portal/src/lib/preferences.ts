import { useCallback, useSyncExternalStore } from 'react';

export type Theme = 'light' | 'dark' | 'system';
export type Density = 'compact' | 'standard' | 'relaxed';

const listeners = new Set<() => void>();

/** A choice that stays in this browser. Storage may be forbidden; then it lasts as long as the page. */
function usePreference<Value extends string>(key: string, fallback: Value): [Value, (value: Value) => void] {
  const value = useSyncExternalStore(subscribe, () => (read(key) as Value | null) ?? fallback);
  const set = useCallback(
    (next: Value) => {
      write(key, next);
      for (const listener of listeners) listener();
    },
    [key],
  );
  return [value, set];
}

export const useTheme = () => usePreference<Theme>('assay-theme', 'system');
export const useDensity = () => usePreference<Density>('assay-density', 'standard');
export const useLanguage = () => usePreference<string>('assay-language', 'en');

const session = new Map<string, string>();

export function read(key: string): string | null {
  try {
    return localStorage.getItem(key) ?? session.get(key) ?? null;
  } catch {
    return session.get(key) ?? null;
  }
}

function write(key: string, value: string): void {
  session.set(key, value);
  try {
    localStorage.setItem(key, value);
  } catch {
    // Kept for this page only.
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
