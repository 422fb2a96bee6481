import { isGroup, partOf, type StackFacts, type StackRow, type StackRule } from '@assay/pathway';
import type { Version } from './designer.documents.js';

/** A rule as it is being written: row by row, a group before its parts. */
export interface StackDraft {
  parts: readonly StackRow[];
  notBoth: readonly { one: string; other: string }[];
  partsMustBe: StackRule['partsMustBe'];
  maxAgeMonths: number | null;
  countedOnce: boolean;
}

/** What a row needs to know of an achievement. */
export interface Countable {
  achievementId: string;
  name: string;
  facts: StackFacts;
}

const NO_FACTS: StackFacts = { ects: null, hours: null, level: null };

export const EMPTY_STACK: StackDraft = {
  parts: [rowOf('ALL', 0)],
  notBoth: [],
  partsMustBe: 'CURRENT',
  maxAgeMonths: null,
  countedOnce: false,
};

/** The cache adds type names to what it gives; the API takes none. */
export function stackOf({ parts, notBoth, partsMustBe, maxAgeMonths, countedOnce }: StackDraft): StackDraft {
  return {
    parts: parts.map(({ kind, depth, amount, unit, minLevel, achievementIds }) => ({
      ...{ kind, depth, amount, unit, minLevel },
      achievementIds: [...achievementIds],
    })),
    notBoth: notBoth.map(({ one, other }) => ({ one, other })),
    ...{ partsMustBe, maxAgeMonths, countedOnce },
  };
}

export function countableOf(version: {
  achievementId: string;
  name: string;
  descriptors: Pick<Version['descriptors'], 'ects' | 'workloadHours' | 'eqfLevel'>;
}): Countable {
  const { achievementId, name, descriptors } = version;
  const facts = { ects: descriptors.ects, hours: descriptors.workloadHours, level: descriptors.eqfLevel };
  return { achievementId, name, facts };
}

export function rowOf(kind: StackRow['kind'], depth: number, achievementIds: string[] = []): StackRow {
  const amount = kind === 'AT_LEAST' ? 2 : kind === 'CREDITS' ? 6 : null;
  return { kind, depth, amount, unit: kind === 'CREDITS' ? 'ECTS' : null, minLevel: null, achievementIds };
}

type Rows = readonly StackRow[];

/** Where the part that begins at a row ends: after everything that stands deeper. */
export function endOf(rows: Rows, at: number): number {
  const depth = rows[at]?.depth ?? 0;
  const next = rows.findIndex((row, index) => index > at && row.depth <= depth);
  return next < 0 ? rows.length : next;
}

/** Puts a part last into the group at a row, or below a row that is no group. */
export function added(rows: Rows, at: number, kind: StackRow['kind'], achievementIds: string[] = []): StackRow[] {
  const row = rows[at];
  const depth = !row ? 0 : isGroup(row) ? row.depth + 1 : row.depth;
  const end = endOf(rows, at);
  return [...rows.slice(0, end), rowOf(kind, depth, achievementIds), ...rows.slice(end)];
}

export function changedAt(rows: Rows, at: number, change: Partial<StackRow>): StackRow[] {
  return rows.map((row, index) => (index === at ? { ...row, ...change } : row));
}

/** Takes a part away with everything below it; the rule itself stays. */
export function removedAt(rows: Rows, at: number): StackRow[] {
  return at === 0 ? [...rows] : [...rows.slice(0, at), ...rows.slice(endOf(rows, at))];
}

/** Before the part above it in the same group, or after the one below. At the edge nothing changes. */
export function movedBy(rows: Rows, at: number, by: -1 | 1): { rows: StackRow[]; at: number } {
  const stay = { rows: [...rows], at };
  const depth = rows[at]?.depth ?? 0;
  const end = endOf(rows, at);
  if (at === 0) return stay;
  if (by > 0) {
    if (rows[end]?.depth !== depth) return stay;
    const below = endOf(rows, end);
    return {
      rows: [...rows.slice(0, at), ...rows.slice(end, below), ...rows.slice(at, end), ...rows.slice(below)],
      at: at + below - end,
    };
  }
  const above = rows.findLastIndex((row, index) => index < at && row.depth <= depth);
  if (above < 1 || rows[above]?.depth !== depth) return stay;
  return {
    rows: [...rows.slice(0, above), ...rows.slice(at, end), ...rows.slice(above, at), ...rows.slice(end)],
    at: above,
  };
}

/** Into the group above it, or out of its group and behind it. Where there is none nothing changes. */
export function movedInto(rows: Rows, at: number, by: -1 | 1): { rows: StackRow[]; at: number } {
  const stay = { rows: [...rows], at };
  const depth = rows[at]?.depth ?? 0;
  const end = endOf(rows, at);
  const shifted = rows.slice(at, end).map((row) => ({ ...row, depth: row.depth + by }));
  if (at === 0) return stay;
  if (by > 0) {
    const above = rows.findLastIndex((row, index) => index < at && row.depth <= depth);
    const group = rows[above];
    if (!group || group.depth !== depth || !isGroup(group)) return stay;
    return { rows: [...rows.slice(0, at), ...shifted, ...rows.slice(end)], at };
  }
  const parent = rows.findLastIndex((row, index) => index < at && row.depth < depth);
  if (parent < 1) return stay;
  const after = endOf(rows, parent);
  return {
    rows: [...rows.slice(0, at), ...rows.slice(end, after), ...shifted, ...rows.slice(after)],
    at: at + after - end,
  };
}

/** The rule to be asked, or null while a row says too little. */
export function ruleOfDraft(draft: StackDraft): StackRule | null {
  const asks = partOf(draft.parts);
  if ('problem' in asks) return null;
  const { partsMustBe, maxAgeMonths, countedOnce } = draft;
  const notBoth = draft.notBoth
    .filter(({ one, other }) => one && other)
    .map(({ one, other }): [string, string] => [one, other]);
  return { asks, notBoth, partsMustBe, maxAgeMonths, countedOnce };
}

/** As the API takes it: rows that name nothing yet, and pairs of one, wait. Null while nothing can be sent. */
export function sendable(draft: StackDraft): StackDraft {
  const parts = draft.parts.filter(({ kind, achievementIds }) => kind !== 'CREDENTIAL' || achievementIds.length === 1);
  return { ...stackOf({ ...draft, parts }), notBoth: draft.notBoth.filter(({ one, other }) => one && other) };
}

export function factsOf(known: ReadonlyMap<string, Countable>): (id: string) => StackFacts {
  return (id) => known.get(id)?.facts ?? NO_FACTS;
}
