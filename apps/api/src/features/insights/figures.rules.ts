import { type Band, FEWEST, tellable, type Told, toldPart } from './suppression.rules.js';

export const FIGURE_KEYS = [
  ...(['COMPETENCY', 'UNCOVERED', 'THIN_COVER', 'EXPIRING_90', 'EXPIRING_180', 'MOBILITY', 'INTERNAL_FILL'] as const),
  ...([
    'BEGUN',
    'HANDED_IN',
    'ANSWERED',
    'PASSED',
    'ISSUED',
    'FIRST_PASS',
    'TURNAROUND',
    'TURNAROUND_SLOW',
    'ON_TIME',
  ] as const),
  ...(['BENCH', 'APPEALED', 'UPHELD'] as const),
  ...(['BADGES_ISSUED', 'MARKS_GIVEN', 'PRIOR_LEARNING', 'COURSES_COMPLETED', 'RENEWALS', 'GAP_CLOSED'] as const),
  ...(['AIM_SET', 'AIM_STEP', 'AIM_READY', 'AIM_PLANNED', 'AIM_TIME'] as const),
] as const;
export type FigureKey = (typeof FIGURE_KEYS)[number];

/** A figure with what it is a part of, and how many cases it rests on. */
export interface Figure {
  key: FigureKey;
  part: number | null;
  of: number | null;
  hours: number | null;
  /** The interval of the share at 95 %, where the cases are a sample of what could have been. */
  low: number | null;
  high: number | null;
  band: Band | null;
  n: number | null;
}

const BARE = { part: null, of: null, hours: null, low: null, high: null, band: null, n: null };

/** What of a part has already been worked out to be tellable. */
export const figureOf = (key: FigureKey, told: Told): Figure => ({ ...BARE, key, ...told, n: told.of ?? told.part });

/** A part of people, or of what belongs to single people: never told where few are in it or outside it. */
export function partOfPeople(key: FigureKey, part: number, of: number, sampled = false): Figure {
  const told = toldPart(part, of);
  const ends = sampled && told.part !== null && of > 0 ? wilson(part, of) : { low: null, high: null };
  return { ...BARE, key, ...told, ...ends, n: told.of };
}

/** A part of things that are nobody's own, such as skills or requirements, counted over people. */
export function partOfThings(key: FigureKey, part: number, of: number, people: number): Figure {
  return tellable(people) ? { ...BARE, key, part, of, n: people } : { ...BARE, key, band: 'HIDDEN' };
}

/**
 * For how many levels two others or more are ready, of these numbers of the ready. Of a level with one to four it is said only that
 * they are few: it must stay open of each such level whether it is on this side or on the other.
 */
export function benchOf(key: FigureKey, ready: readonly number[], people: number): Figure {
  const few = ready.filter((count) => !tellable(count));
  const two = few.filter((count) => count >= 2).length;
  const open = few.length === 0 || (two >= FEWEST && few.length - two >= FEWEST);
  if (!open) return { ...BARE, key, band: 'HIDDEN' };
  return partOfThings(key, ready.filter((count) => count >= 2).length, ready.length, people);
}

/** How many people, or things of single people, there are. */
export function countOf(key: FigureKey, count: number): Figure {
  return tellable(count) ? { ...BARE, key, part: count, n: count } : { ...BARE, key, band: 'FEW' };
}

/** How many levels so many people reached. */
export function levelsOf(key: FigureKey, levels: number, people: number): Figure {
  return tellable(people) ? { ...BARE, key, part: levels, n: people } : { ...BARE, key, band: 'HIDDEN' };
}

/** A length of time over so many cases. */
export function lengthOf(key: FigureKey, hours: number | null, cases: number): Figure {
  return tellable(cases) ? { ...BARE, key, hours, n: cases } : { ...BARE, key, band: 'HIDDEN' };
}

/** A figure inside another one, both parts of the same people: told only where those between them can be. */
export function insideOf(inner: Figure, outer: Figure): Figure {
  if (inner.part === null || outer.part === null || tellable(outer.part - inner.part)) return inner;
  return { ...inner, part: null, low: null, high: null, band: 'HIDDEN' };
}

/**
 * Steps that each lead on from the one before, such as begun and handed in. A step is told where those who dropped out since the
 * last told step can be; one that cannot be says only that it lies between its neighbours. Below a step of few people nothing
 * but that is said, for none of so few would tell of each of them.
 */
export function stepsOf(steps: readonly { key: FigureKey; count: number }[]): Figure[] {
  let above: number | null = null;
  let few = false;
  return steps.map(({ key, count }) => {
    const first: number | null = above;
    few ||= !tellable(count);
    if (few || (first !== null && !tellable(first - count)))
      return { ...BARE, key, of: first, band: count < 5 ? 'FEW' : 'HIDDEN' };
    above = count;
    return { ...BARE, key, part: count, of: first, n: count };
  });
}

/** Wilson's interval of a share. */
export function wilson(part: number, of: number): { low: number; high: number } {
  const z = 1.959964;
  const share = part / of;
  const middle = (share + z ** 2 / (2 * of)) / (1 + z ** 2 / of);
  const reach = (z / (1 + z ** 2 / of)) * Math.sqrt((share * (1 - share)) / of + z ** 2 / (4 * of ** 2));
  return { low: Math.max(0, middle - reach), high: Math.min(1, middle + reach) };
}

export interface Period {
  /** Its first day. */
  from: string;
  /** Its last day. */
  until: string;
}

/**
 * Whole months, the last one as far as it has come. Two periods that differ by a day would differ by what one person did that
 * day. Without words it is this month and the eleven before it.
 */
export function periodOf(wish: { from?: string | null; until?: string | null }, today: string): Period {
  const until = wish.until && wish.until < today ? endOfMonth(wish.until) : today;
  const ends = until < today ? until : today;
  const from = wish.from && wish.from <= ends ? startOfMonth(wish.from) : monthsBefore(ends, 11);
  return { from, until: ends };
}

const startOfMonth = (day: string) => `${day.slice(0, 7)}-01`;

function endOfMonth(day: string): string {
  const [year, month] = day.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

function monthsBefore(day: string, months: number): string {
  const [year, month] = day.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, month - 1 - months, 1)).toISOString().slice(0, 10);
}
