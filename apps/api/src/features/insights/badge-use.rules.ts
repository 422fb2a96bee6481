import type { Period } from './figures.rules.js';
import { type Band, tellable, toldPart, toldParts } from './suppression.rules.js';

export const USE_KINDS = ['VIEW', 'SHARE', 'DOWNLOAD', 'VERIFICATION'] as const;
export type UseKind = (typeof USE_KINDS)[number];
export const USE_STEPS = ['DAY', 'WEEK', 'MONTH'] as const;
export type UseStep = (typeof USE_STEPS)[number];

/** How often badges were used in one way, and of how many people they are. */
export interface UseCount {
  people: number;
  times: number;
}
export type UseCounts = Readonly<Partial<Record<UseKind, UseCount>>>;

/** People directly in a group of a tree who hold a badge, and how those were used. */
export interface HeldGroup {
  id: string;
  parentId: string | null;
  people: number;
  used: UseCounts;
}

/** A number of uses as far as it can be told. */
export interface UseFigure {
  kind: UseKind;
  times: number | null;
  /** Of how many people the badges are that were used. */
  people: number | null;
  band: Band | null;
}

export interface ToldGroup {
  /** How many hold a badge here; null where they are too few to tell. */
  people: number | null;
  figures: UseFigure[];
}

/**
 * Uses by group of a tree, everybody further down included. How often is told only where the badges are of enough people, and
 * those whose badges were not used that way are enough or nobody: by the same rule as every other figure about people.
 */
export function toldUses(groups: readonly HeldGroup[]): Map<string, ToldGroup> {
  const byKind = USE_KINDS.map((kind) => {
    const parts = groups.map(({ id, parentId, people, used }) => ({
      ...{ id, parentId, of: people },
      part: Math.min(people, used[kind]?.people ?? 0),
    }));
    return { kind, told: toldParts(parts), times: timesBelow(groups, kind) };
  });
  return new Map(
    groups.map(({ id }): [string, ToldGroup] => [
      id,
      {
        people: byKind[0]?.told.get(id)?.of ?? null,
        figures: byKind.map(({ kind, told, times }) => {
          const { part = null, band = 'HIDDEN' } = told.get(id) ?? {};
          return { kind, people: part, times: part === null ? null : (times.get(id) ?? 0), band };
        }),
      },
    ]),
  );
}

/** All badges, as one group that stands for itself. */
export function toldWhole(people: number, used: UseCounts): ToldGroup {
  const figures = USE_KINDS.map((kind): UseFigure => {
    const { part, band } = toldPart(used[kind]?.people ?? 0, people);
    return { kind, people: part, times: part === null ? null : (used[kind]?.times ?? 0), band };
  });
  return { people: tellable(people) ? people : null, figures };
}

/**
 * By step of time. A step in which badges of few people were used is not told. The same person may be in each of these, so however
 * many they are, together they may be of one: a step of enough people is left out with them, lest the whole tell of the rest.
 */
export function toldSteps(
  whole: ToldGroup,
  steps: readonly { day: string; used: UseCounts }[],
): { day: string; figures: UseFigure[] }[] {
  const shown = new Map(
    USE_KINDS.map((kind) => {
      const days = steps.map(({ day, used }) => ({ day, people: used[kind]?.people ?? 0 }));
      // A step without any tells of nobody, and leaving it out would hide nobody.
      const none = days.filter(({ people }) => people === 0);
      const enough = days
        .filter(({ people }) => people > 0 && tellable(people))
        .sort((one, other) => other.people - one.people || (one.day < other.day ? -1 : 1));
      const told = none.length + enough.length < days.length ? enough.slice(0, -1) : enough;
      return [kind, new Set([...told, ...none].map(({ day }) => day))];
    }),
  );
  return steps.map(({ day, used }) => ({
    day,
    figures: whole.figures.map(({ kind, times }): UseFigure => {
      const { people, times: then } = used[kind] ?? { people: 0, times: 0 };
      if (times !== null && shown.get(kind)?.has(day)) return { kind, people, times: then, band: null };
      return { kind, people: null, times: null, band: times !== null && !tellable(people) ? 'FEW' : 'HIDDEN' };
    }),
  }));
}

/** Short periods by day, a year by week, longer ones by month. */
export function stepOf({ from, until }: Period): UseStep {
  const days = (Date.parse(until) - Date.parse(from)) / 86_400_000;
  return days <= 62 ? 'DAY' : days <= 400 ? 'WEEK' : 'MONTH';
}

/** On which days the steps begin; weeks on Mondays, so that the first may begin before the period. */
export function stepsIn({ from, until }: Period, step: UseStep): string[] {
  const first = new Date(`${from}T00:00:00Z`);
  if (step === 'WEEK') first.setUTCDate(first.getUTCDate() - ((first.getUTCDay() + 6) % 7));
  if (step === 'MONTH') first.setUTCDate(1);
  const days: string[] = [];
  for (const day = first; dayIn(day) <= until; )
    if (days.push(dayIn(day)) && step === 'MONTH') day.setUTCMonth(day.getUTCMonth() + 1);
    else day.setUTCDate(day.getUTCDate() + (step === 'WEEK' ? 7 : 1));
  return days;
}

const dayIn = (moment: Date): string => moment.toISOString().slice(0, 10);

function timesBelow(groups: readonly HeldGroup[], kind: UseKind): Map<string, number> {
  const above = new Map(groups.map(({ id, parentId }) => [id, parentId]));
  const sums = new Map<string, number>();
  for (const { id, used } of groups)
    for (let at: string | null | undefined = id; at != null; at = above.get(at))
      sums.set(at, (sums.get(at) ?? 0) + (used[kind]?.times ?? 0));
  return sums;
}
