import type { Opening } from './openings.documents.js';

/** Who looked on one day and why: reading several items and fetching their files is one look. */
export interface Look {
  id: string;
  at: string;
  by: string;
  achievement: string | null;
  reason: string | null;
  items: number;
  files: number;
}

/** Openings, newest first, as looks. */
export function looksOf(openings: readonly Opening[]): Look[] {
  const looks = new Map<string, Look & { read: Set<string>; fetched: Set<string> }>();
  for (const opening of openings) {
    const { id, at, by, achievement, reason } = opening;
    const key = [at.slice(0, 10), by, achievement, reason].join('\n');
    const look = looks.get(key) ?? {
      ...{ id, at, by, achievement, reason, items: 0, files: 0 },
      ...{ read: new Set<string>(), fetched: new Set<string>() },
    };
    (opening.how === 'FILE' ? look.fetched : look.read).add(opening.itemId);
    looks.set(key, look);
  }
  return [...looks.values()].map(({ read, fetched, ...look }) => ({
    ...look,
    items: new Set([...read, ...fetched]).size,
    files: fetched.size,
  }));
}
