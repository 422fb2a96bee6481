import { levelToMeet, type Rubric, type RubricCriterion } from './rubric.js';
import { looksLikeLevel, numberOf, readLevelHead, roleOfHead, type TableRole } from './table-words.js';

/** How a table is to be read; what is left out is found out. */
export interface TableWishes {
  /** Whether the first row names the columns. */
  hasHead?: boolean;
  /** Whether criteria stand beside each other instead of below each other. */
  isTurned?: boolean;
  /** Whether the best level comes first. */
  bestFirst?: boolean;
  /** What each column holds, after turning. */
  roles?: readonly TableRole[];
}

export interface TableColumn {
  /** What stands above it; empty where the table has no head. */
  head: string;
  role: TableRole;
  /** LEVEL: its place, 1 is the lowest. */
  place: number | null;
}

export interface TableRow {
  /** As in the table that was pasted, from 1. */
  number: number;
  cells: string[];
  isLeftOut: boolean;
}

export interface TableNote {
  /** Row and column as in the table that was pasted, from 1, once it is turned the right way. */
  row: number;
  column: number;
  message: string;
}

/** A table as a rubric, and how it was understood. */
export interface RubricTable {
  hasHead: boolean;
  isTurned: boolean;
  bestFirst: boolean;
  columns: TableColumn[];
  /** What was read, below the names. */
  rows: TableRow[];
  /** Lowest first. */
  levels: { label: string; points: number }[];
  /** Place of the level from which work passes, where the table says so. */
  passesAt: number | null;
  criteria: {
    title: string;
    description: string;
    weight: number | null;
    /** Place of the level that must be reached, from 1. */
    mustReach: number | null;
    descriptors: string[];
  }[];
  /** What could not be read as it stands; nothing is dropped without one. */
  notes: TableNote[];
}

/**
 * Reads a table as people keep rubrics in spreadsheets: criteria down, levels across, or the other way round; with a row of
 * names or without; weights and must-reach in columns of their own. What it finds out can be overruled one by one.
 */
export function readRubricTable(
  cells: readonly (readonly string[])[],
  current: Rubric,
  wishes: TableWishes = {},
): RubricTable {
  const known = current.criteria.flatMap(({ levels }) => levels.map(({ label }) => label.toLowerCase()));
  const whole = trimmed(cells);
  const captions = captionsAbove(whole, known);
  const table = trimmed(whole.slice(captions));
  const isTurned = wishes.isTurned ?? standsTurned(table, known);
  const upright = isTurned ? turned(table) : table;
  const hasHead = wishes.hasHead ?? startsWithHead(upright, known);
  const heads = hasHead ? (upright[0] ?? []) : [];
  const below = hasHead ? upright.slice(1) : upright;
  const width = Math.max(0, ...upright.map((row) => row.length));
  const roles = wishes.roles?.length === width ? [...wishes.roles] : rolesOf(heads, below, width);
  const levelColumns = indexesOf(roles, 'LEVEL');
  const pointsRow = hasHead && isPointsRow(below[0], roles) ? below[0] : undefined;
  const read = levelColumns.map((column) => ({ column, ...readLevelHead(heads[column] ?? '') }));
  const bestFirst = wishes.bestFirst ?? startsWithBest(read, pointsRow);
  const ordered = bestFirst ? [...read].reverse() : read;
  const labels = labelsOf(ordered, current);
  const stated = ordered.map((each) => numberOf(pointsRow?.[each.column]) ?? (each.isPoints ? each.number : null));
  const points = stated.every((each) => each !== null) && rises(stated) ? stated : null;
  const passing = ordered.findIndex(({ isPassing }) => isPassing);
  const levels = labels.map((label, index) => ({ label, points: points?.[index] ?? index }));
  const context: Context = {
    roles,
    levels,
    ordered: ordered.map(({ column }) => column),
    passesAt: passing < 0 ? null : passing + 1,
  };
  const first = (isTurned ? 0 : captions) + (hasHead ? 2 : 1) + (pointsRow ? 1 : 0);
  const rows = (pointsRow ? below.slice(1) : below).map((row, index) => ({
    cells: row,
    number: index + first,
    ...criterionOf(row, index + first, context),
  }));
  const columns = roles.map((role, column) => {
    const place = context.ordered.indexOf(column);
    return { head: heads[column] ?? '', role, place: place < 0 ? null : place + 1 };
  });
  const notes = rows.flatMap((row) => row.notes);
  if (captions)
    notes.unshift({ row: 1, column: 1, message: 'What stands above the names of the levels was left out.' });
  if (levelColumns.length === 0) notes.push({ row: 1, column: 1, message: 'No column holds the words of a level.' });
  return {
    ...{ hasHead, isTurned, bestFirst, columns, levels, passesAt: context.passesAt, notes },
    rows: rows.map(({ cells: read, number, criterion }) => ({ cells: read, number, isLeftOut: criterion === null })),
    criteria: rows.flatMap(({ criterion }) => criterion ?? []),
  };
}

interface Context {
  roles: readonly TableRole[];
  levels: readonly { label: string }[];
  /** Columns of the levels, lowest first. */
  ordered: readonly number[];
  passesAt: number | null;
}

type Read = RubricTable['criteria'][number];

function criterionOf(
  row: readonly string[],
  number: number,
  context: Context,
): { criterion: Read | null; notes: TableNote[] } {
  const { roles, ordered } = context;
  const notes: TableNote[] = [];
  const say = (column: number, message: string) => notes.push({ row: number, column: column + 1, message });
  const textOf = (role: TableRole) =>
    indexesOf(roles, role)
      .map((column) => row[column] ?? '')
      .filter(Boolean)
      .join('\n');
  const title = textOf('TITLE')
    .replace(/\s+/g, ' ')
    .replace(/^\d+[.)]\s+/, '');
  const descriptors = ordered.map((column) => row[column] ?? '');
  if (/^(total|sum|overall)\b/i.test(title) && descriptors.every((each) => each === '' || numberOf(each) !== null)) {
    say(0, `The row “${title}” sums the others up and was left out.`);
    return { criterion: null, notes };
  }
  if (title === '' && descriptors.every((each) => each === '')) {
    if (row.some(Boolean)) say(0, 'This row names no criterion and no level, and was left out.');
    return { criterion: null, notes };
  }
  const [weightColumn] = indexesOf(roles, 'WEIGHT');
  const weightText = weightColumn === undefined ? '' : (row[weightColumn] ?? '');
  const weight = numberOf(weightText);
  const isWeight = weight !== null && weight > 0;
  if (weightText !== '' && !isWeight) say(weightColumn ?? 0, `“${weightText}” is no weight above 0; it counts 1.`);
  const [mustColumn] = indexesOf(roles, 'MUST_REACH');
  const mustText = mustColumn === undefined ? '' : (row[mustColumn] ?? '');
  const mustReach = mustReachOf(mustText, context);
  if (mustReach === undefined)
    say(mustColumn ?? 0, `“${mustText}” is none of the levels; nothing must be reached here.`);
  return {
    criterion: {
      title,
      description: textOf('DESCRIPTION'),
      weight: isWeight ? weight : null,
      mustReach: mustReach ?? null,
      descriptors,
    },
    notes,
  };
}

const NO = /^(|-|–|—|no|n|none|false|0|n\/a)$/i;
const YES = /^(x|✓|✔|✅|yes|y|true|must|required)$/i;

/** Undefined where the text names no level. */
function mustReachOf(text: string, { levels, passesAt }: Context): number | null | undefined {
  if (NO.test(text)) return null;
  if (YES.test(text)) return passesAt ?? Math.max(1, Math.ceil((levels.length + 1) / 2));
  const { label, number } = readLevelHead(text);
  const named = levels.findIndex((level) =>
    [label, text].some((each) => each.toLowerCase() === level.label.toLowerCase()),
  );
  if (named >= 0) return named + 1;
  return number !== null && Number.isInteger(number) && number >= 1 && number <= levels.length ? number : undefined;
}

/** The rubric of a table. Criteria and levels that were there under the same name keep their identity. */
export function rubricOfTable(table: RubricTable, current: Rubric, newId: () => string): Rubric {
  const passesAt = passingPlace(table, current);
  return {
    criteria: table.criteria.map(({ title, description, weight, mustReach, descriptors }): RubricCriterion => {
      const before = current.criteria.find((each) => each.title.trim() !== '' && same(each.title, title));
      return {
        ...before,
        id: before?.id ?? newId(),
        title,
        description: description || (before?.description ?? ''),
        weight: weight ?? 1,
        mustReach,
        levels: table.levels.map(({ label, points }, index) => ({
          id: before?.levels.find((level) => same(level.label, label))?.id ?? newId(),
          ordinal: index + 1,
          label,
          points,
          descriptor: descriptors[index] ?? '',
          isCompetent: index + 1 >= passesAt,
        })),
      };
    }),
  };
}

/** From which place work passes: as the table says, else as the rubric has it by name or place, else the upper half. */
function passingPlace({ levels, passesAt }: RubricTable, current: Rubric): number {
  if (passesAt !== null) return passesAt;
  const today = current.criteria.flatMap((criterion) => levelToMeet({ ...criterion, mustReach: null }) ?? [])[0];
  const named = today ? levels.findIndex(({ label }) => same(label, today.label)) : -1;
  if (named >= 0) return named + 1;
  const half = Math.ceil((levels.length + 1) / 2);
  return today && today.ordinal > 1 && today.ordinal <= levels.length ? today.ordinal : half;
}

/** The rubric as a table that reads back as itself. */
export function tableOfRubric(rubric: Rubric): string[][] {
  const most = rubric.criteria.reduce<RubricCriterion['levels']>(
    (longest, { levels }) => (levels.length > longest.length ? levels : longest),
    [],
  );
  const passesAt = most.findIndex(({ isCompetent }) => isCompetent);
  const heads = most.map(
    ({ ordinal, label, points }, index) =>
      `${ordinal} ${label}${points === index ? '' : ` (${points} points)`}${index === passesAt ? ', to pass' : ''}`,
  );
  return [
    ['Criterion', 'Description', ...heads, 'Weight', 'Must reach'],
    ...rubric.criteria.map(({ title, description, levels, weight, mustReach }) => [
      title,
      description,
      ...most.map((_level, index) => levels[index]?.descriptor ?? ''),
      String(weight),
      mustReach === null ? '' : String(mustReach),
    ]),
  ];
}

function trimmed(cells: readonly (readonly string[])[]): string[][] {
  const clean = cells.map((row) => row.map((cell) => cell.replaceAll('\u00a0', ' ').replaceAll('\r\n', '\n').trim()));
  const rows = clean.filter((row) => row.some(Boolean));
  const width = Math.max(0, ...rows.map((row) => row.findLastIndex(Boolean) + 1));
  const start = Math.min(...rows.map((row) => row.findIndex(Boolean)), width);
  return rows.map((row) => Array.from({ length: width - start }, (_cell, index) => row[start + index] ?? ''));
}

/** Rows above the one that names the levels: the name of the rubric, or a cell merged across the levels. */
function captionsAbove(table: readonly (readonly string[])[], known: readonly string[]): number {
  const names = (row: readonly string[] | undefined) =>
    row?.slice(1).some((text) => numberOf(text) === null) ? evidence(row.slice(1).filter(Boolean), known) : 0;
  for (const above of [1, 2]) {
    const before = table.slice(0, above);
    if (names(table[above]) >= 0.5 && before.every((row) => names(row) === 0 && row.filter(Boolean).length <= 2))
      return above;
  }
  return 0;
}

const turned = (table: readonly (readonly string[])[]): string[][] =>
  (table[0] ?? []).map((_cell, column) => table.map((row) => row[column] ?? ''));

/** Levels that name the rows instead of the columns. */
function standsTurned(table: readonly (readonly string[])[], known: readonly string[]): boolean {
  const across = evidence((table[0] ?? []).slice(1), known);
  const down = evidence(
    table.slice(1).map((row) => row[0] ?? ''),
    known,
  );
  return down >= 0.5 && across < 0.5;
}

/** How much of a line names levels or what stands beside them: 0 to 1. */
function evidence(line: readonly string[], known: readonly string[]): number {
  const named = line.filter((text) => {
    const role = roleOfHead(text);
    return (
      role === 'WEIGHT' ||
      role === 'MUST_REACH' ||
      role === 'DESCRIPTION' ||
      (isShort(text) && looksLikeLevel(text, known))
    );
  });
  return line.length ? named.length / line.length : 0;
}

const isShort = (text: string) => text !== '' && text.length <= 60 && !/^\d+[.)]\s/.test(text);

function startsWithHead(table: readonly (readonly string[])[], known: readonly string[]): boolean {
  const [first = [], ...rest] = table;
  if (rest.length === 0) return false;
  if (first.some((text) => roleOfHead(text) !== null)) return true;
  const others = first.slice(1).filter(Boolean);
  if (others.length === 0) return false;
  const levels = others.filter((text) => isShort(text) && looksLikeLevel(text, known)).length;
  return levels >= others.length / 2 || (first[0] === '' && others.every(isShort));
}

function rolesOf(heads: readonly string[], below: readonly (readonly string[])[], width: number): TableRole[] {
  const roles = Array.from({ length: width }, (_each, column): TableRole => roleOfHead(heads[column] ?? '') ?? 'LEVEL');
  const counts = (column: number) => below.map((row) => row[column] ?? '');
  const isCounting = counts(0).length > 1 && counts(0).every((text, index) => Number(text) === index + 1);
  if (width > 2 && (roles[0] === 'NUMBER' || (isCounting && roles[0] === 'LEVEL'))) roles[0] = 'NUMBER';
  else if (roles[0] === 'LEVEL' || roles[0] === 'NUMBER') roles[0] = 'TITLE';
  if (!roles.includes('TITLE')) {
    const free = roles.indexOf('LEVEL');
    if (free >= 0) roles[free] = 'TITLE';
  }
  const title = roles.indexOf('TITLE');
  const named = heads.findIndex((text, column) => column > title && text !== '');
  return roles.map((role, column) => {
    if (column <= title) return role;
    // What has no name stands with the criterion when it comes before the levels, and is a second title in other words.
    if (role === 'LEVEL' && heads.length > 0 && heads[column] === '' && column < named) return 'DESCRIPTION';
    return role === 'TITLE' ? 'DESCRIPTION' : role;
  });
}

/** A row below the names that says what each level counts, and names no criterion. */
function isPointsRow(row: readonly string[] | undefined, roles: readonly TableRole[]): boolean {
  const levels = indexesOf(roles, 'LEVEL');
  if (!row || levels.length < 2 || !levels.every((column) => numberOf(row[column]) !== null)) return false;
  return indexesOf(roles, 'TITLE').every((column) => /^(|points?|score|pts)$/i.test(row[column] ?? ''));
}

function startsWithBest(
  heads: readonly { column: number; number: number | null; rank: number | null }[],
  pointsRow: readonly string[] | undefined,
): boolean {
  for (const values of [
    heads.map(({ column }) => numberOf(pointsRow?.[column])),
    heads.map(({ number }) => number),
    heads.map(({ rank }) => rank),
  ]) {
    const stated = values.filter((value) => value !== null);
    if (stated.length < 2) continue;
    const [first = 0, last = 0] = [stated[0], stated.at(-1)];
    if (first !== last) return first > last;
  }
  return false;
}

/** Names as the table has them, else as the rubric has them, else by number; never the same twice. */
function labelsOf(heads: readonly { label: string }[], current: Rubric): string[] {
  const today = current.criteria.find(({ levels }) => levels.length === heads.length)?.levels ?? [];
  const labels = heads.map(({ label }, index) => label || (today[index]?.label ?? `Level ${index + 1}`));
  return labels.map((label, index) =>
    labels.findIndex((other) => same(other, label)) < index ? `${label} (${index + 1})` : label,
  );
}

const rises = (values: readonly number[]) =>
  values.every((value, index) => index === 0 || value >= (values[index - 1] ?? 0));
const same = (a: string, b: string) => a.trim().toLowerCase() === b.trim().toLowerCase();
const indexesOf = (roles: readonly TableRole[], role: TableRole) =>
  roles.flatMap((each, column) => (each === role ? [column] : []));
