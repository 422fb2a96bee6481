import type { WhatIf } from '@assay/pathway';
import { useQuery } from '@apollo/client/react';
import { useMemo } from 'react';
import { usePlace } from '../../lib/use-place.js';
import { useToday } from '../../lib/use-today.js';
import { type MapModel, modelOf, type Tile, TILES } from './map-model.js';
import { SKILL_MAP } from './team.documents.js';

export const WHAT_IFS = ['LEAVES', 'MOVES', 'JOINS', 'CERTIFIED'] as const;
/** Months from today: a year back, and half a year on if nothing is renewed. */
export const [FIRST_MONTH, LAST_MONTH] = [-12, 6];

/** What is looked at, as the address says it. */
export interface MapPlace {
  readonly directOnly: boolean;
  readonly unit: string | null;
  readonly role: string | null;
  readonly tile: Tile;
  readonly months: number;
  readonly skillIds: readonly string[] | null;
  readonly person: string | null;
  readonly skill: string | null;
  readonly what: (typeof WHAT_IFS)[number] | null;
  readonly who: string | null;
  readonly certified: string | null;
}

/** What the controls above the map choose; a cell or a what-if changes none of it. */
export type MapView = Pick<MapPlace, 'directOnly' | 'unit' | 'role' | 'tile' | 'months' | 'skillIds'>;

type Go = ReturnType<typeof usePlace>[1];

export function useMapPlace(): [MapPlace, Go] {
  const [words, go] = usePlace();
  const skills = words.skills ?? null;
  // The same list for as long as it says the same: whatever is drawn by it is not drawn anew.
  const skillIds = useMemo(() => skills?.split(',') ?? null, [skills]);
  const place = useMemo(() => ({ ...placeOf(words), skillIds }), [words, skillIds]);
  return [place, go];
}

/** The same for as long as the controls stand as they do. */
export function useMapView({ directOnly, unit, role, tile, months, skillIds }: MapPlace): MapView {
  return useMemo(
    () => ({ directOnly, unit, role, tile, months, skillIds }),
    [directOnly, unit, role, tile, months, skillIds],
  );
}

function placeOf(words: ReturnType<typeof usePlace>[0]): Omit<MapPlace, 'skillIds'> {
  const months = Number(words.months ?? 0);
  return {
    directOnly: words.scope !== 'organisation',
    unit: words.unit ?? null,
    role: words.role ?? null,
    tile: TILES.find((tile) => tile === words.tile) ?? 'verified',
    months: Number.isInteger(months) ? Math.min(LAST_MONTH, Math.max(FIRST_MONTH, months)) : 0,
    person: words.person ?? null,
    skill: words.skill ?? null,
    what: WHAT_IFS.find((what) => what === words.what) ?? null,
    who: words.who ?? null,
    certified: words.certified ?? null,
  };
}

/** The moment that is shown; null for now, so that what ends today is seen to end. */
export function useMoment(months: number): string | null {
  const today = useToday();
  if (months === 0) return null;
  const day = new Date(`${today}T12:00:00Z`);
  day.setUTCMonth(day.getUTCMonth() + months);
  return day.toISOString();
}

export function useSkillMap(place: MapPlace) {
  const asOf = useMoment(place.months);
  const { data, previousData, error, loading, refetch } = useQuery(SKILL_MAP, {
    variables: {
      scope: place.directOnly ? 'REPORTS' : 'ORGANISATION',
      unitId: place.unit,
      skillIds: place.skillIds ? [...place.skillIds] : null,
      jobRoleLevelId: place.role,
      asOf,
    },
  });
  const answer = (data ?? previousData)?.skillMap;
  const model = useMemo(() => (answer ? modelOf(answer) : null), [answer]);
  return { model, error, refetch, waiting: loading && !data };
}

/** The what-if of the address, where everything it names is on the map. */
export function whatIfOf(
  model: MapModel,
  { what, who, certified }: Pick<MapPlace, 'what' | 'who' | 'certified'>,
): WhatIf | null {
  const row = model.people.findIndex(({ id }) => id === who);
  if (!what || row < 0) return null;
  if (what !== 'CERTIFIED') return { kind: what, row };
  const column = model.columns.find(({ skillId }) => skillId === certified);
  return column ? { kind: what, row, skillId: column.skillId, level: column.highest ?? 1 } : null;
}

/** The same map as a file. */
export function exportAddress(place: MapView, format: 'csv' | 'xlsx', asOf: string | null, shown: readonly string[]) {
  const asked = new URLSearchParams({
    scope: place.directOnly ? 'REPORTS' : 'ORGANISATION',
    tile: place.tile.toUpperCase(),
    skills: shown.join(','),
  });
  if (place.unit) asked.set('unit', place.unit);
  if (place.role) asked.set('level', place.role);
  if (asOf) asked.set('asOf', asOf);
  return `/skill-map/export.${format}?${asked.toString()}`;
}
