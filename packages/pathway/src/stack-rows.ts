import { type CreditUnit, partsOf, type StackPart } from './stack.js';

/** A part of a rule as one row of a list: what interfaces without recursion can carry and editors can show. */
export interface StackRow {
  kind: 'CREDENTIAL' | 'ALL' | 'ANY' | 'AT_LEAST' | 'CREDITS';
  /** 0: the rule itself; a part of a group stands below it, one deeper. */
  depth: number;
  /** AT_LEAST: how many. CREDITS: how much. Null otherwise. */
  amount: number | null;
  /** CREDITS only. */
  unit: CreditUnit | null;
  /** CREDITS only: EQF level that counts at least. */
  minLevel: number | null;
  /** CREDENTIAL: the one. CREDITS: those whose credits count. */
  achievementIds: string[];
}

/** The rule from the top, each group before its parts. */
export function rowsOf(part: StackPart, depth = 0): StackRow[] {
  const row: StackRow = { kind: 'ALL', depth, amount: null, unit: null, minLevel: null, achievementIds: [] };
  if ('credential' in part) return [{ ...row, kind: 'CREDENTIAL', achievementIds: [part.credential] }];
  if ('credits' in part) {
    const { min, unit, minLevel, from } = part.credits;
    return [{ ...row, kind: 'CREDITS', amount: min, unit, minLevel, achievementIds: from }];
  }
  const head: StackRow =
    'atLeast' in part
      ? { ...row, kind: 'AT_LEAST', amount: part.atLeast.n }
      : { ...row, kind: 'all' in part ? 'ALL' : 'ANY' };
  return [head, ...partsOf(part).flatMap((each) => rowsOf(each, depth + 1))];
}

/** The rule that such rows make, or which row is out of place and why. */
export function partOf(rows: readonly StackRow[]): StackPart | { row: number; problem: string } {
  const [first] = rows;
  if (!first) return { row: 0, problem: 'A rule has at least one part.' };
  if (first.depth !== 0) return { row: 0, problem: 'The first row is the rule itself.' };
  for (const [index, row] of rows.entries()) {
    const problem = index === 0 ? null : misplaced(row, rows[index - 1] ?? row);
    if (problem) return { row: index, problem };
    const lacking = incomplete(row);
    if (lacking) return { row: index, problem: lacking };
  }
  return build(rows, 0).part;
}

function misplaced(row: StackRow, above: StackRow): string | null {
  if (!Number.isInteger(row.depth) || row.depth < 1) return 'Only the first row is the rule itself.';
  const deepest = isGroup(above) ? above.depth + 1 : above.depth;
  return row.depth > deepest ? 'Only a group has parts.' : null;
}

function incomplete({ kind, amount, unit, achievementIds }: StackRow): string | null {
  if (kind === 'CREDENTIAL' && achievementIds.length !== 1) return 'Name one achievement.';
  if (kind === 'AT_LEAST' && amount === null) return 'Say how many of them.';
  return kind === 'CREDITS' && (amount === null || unit === null) ? 'Say how many credits, and of what.' : null;
}

export const isGroup = ({ kind }: Pick<StackRow, 'kind'>) => kind === 'ALL' || kind === 'ANY' || kind === 'AT_LEAST';

function build(rows: readonly StackRow[], at: number): { part: StackPart; next: number } {
  const row = rows[at];
  if (!row) throw new Error('A rule was read past its end.');
  const { kind, depth, amount, unit, minLevel, achievementIds } = row;
  if (kind === 'CREDENTIAL') return { part: { credential: achievementIds[0] ?? '' }, next: at + 1 };
  if (kind === 'CREDITS') {
    const credits = { min: amount ?? 0, unit: unit ?? 'ECTS', from: [...achievementIds], minLevel };
    return { part: { credits }, next: at + 1 };
  }
  const of: StackPart[] = [];
  let next = at + 1;
  while ((rows[next]?.depth ?? 0) > depth) {
    const built = build(rows, next);
    of.push(built.part);
    next = built.next;
  }
  const part = kind === 'ALL' ? { all: of } : kind === 'ANY' ? { any: of } : { atLeast: { n: amount ?? 0, of } };
  return { part, next };
}

/** Which row a path such as `asks.all.1.credits.min` speaks of; null for one that lies outside the parts. */
export function rowAt(asks: StackPart, path: string): number | null {
  if (!path.startsWith('asks')) return null;
  let [part, row] = [asks, 0];
  for (const index of path
    .split('.')
    .filter((step) => /^\d+$/.test(step))
    .map(Number)) {
    const of = partsOf(part);
    const next = of[index];
    if (!next) return row;
    row += 1 + of.slice(0, index).reduce((sum, each) => sum + rowsOf(each).length, 0);
    part = next;
  }
  return row;
}
