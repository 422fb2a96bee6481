import type { Rubric } from '@assay/rubric';

/** One cell of the rubric: what performance at this level looks like for this criterion. */
export interface SheetLevel {
  id: string;
  ordinal: number;
  label: string;
  points: number;
  descriptor: string;
  isCompetent: boolean;
}

export interface SheetCriterion {
  id: string;
  title: string;
  description: string;
  weight: number;
  /** The ordinal everybody must reach here; null when the criterion may be outweighed by others. */
  mustReach: number | null;
  /** The awarded skill that it shows; nothing where there is a single one. */
  skillId?: string | null;
  levels: readonly SheetLevel[];
}

export type RubricSheet = readonly SheetCriterion[];

/**
 * Levels belong to their criterion; the sheet shows them in common columns because that is how people write rubrics.
 */
export type SheetColumn =
  | { kind: 'title' | 'description' | 'weight' | 'mustReach' }
  | { kind: 'level'; ordinal: number; label: string; isCompetent: boolean };

export type NewId = () => string;

/** Columns of the sheet: text first, the levels in order, then what steers the decision. */
export function columnsOf(sheet: RubricSheet): SheetColumn[] {
  const levels = new Map<number, SheetLevel>();
  for (const level of sheet.flatMap((criterion) => criterion.levels))
    if (!levels.has(level.ordinal)) levels.set(level.ordinal, level);
  const ordered = [...levels.values()].sort((a, b) => a.ordinal - b.ordinal);
  return [
    { kind: 'title' },
    { kind: 'description' },
    ...ordered.map(({ ordinal, label, isCompetent }) => ({ kind: 'level' as const, ordinal, label, isCompetent })),
    { kind: 'weight' },
    { kind: 'mustReach' },
  ];
}

/** The lowest level that counts as competent: the column that is tinted. */
export function passingOrdinal(sheet: RubricSheet): number | null {
  const competent = columnsOf(sheet).flatMap((column) =>
    column.kind === 'level' && column.isCompetent ? [column.ordinal] : [],
  );
  return competent[0] ?? null;
}

export function cellText(criterion: SheetCriterion, column: SheetColumn): string {
  switch (column.kind) {
    case 'title':
      return criterion.title;
    case 'description':
      return criterion.description;
    case 'weight':
      return String(criterion.weight);
    case 'mustReach':
      return criterion.mustReach === null ? '' : String(criterion.mustReach);
    case 'level':
      return levelOf(criterion, column.ordinal)?.descriptor ?? '';
  }
}

export function levelOf(criterion: SheetCriterion, ordinal: number): SheetLevel | undefined {
  return criterion.levels.find((level) => level.ordinal === ordinal);
}

/** The criterion with the text in that cell, or null where the text cannot stand there. */
export function withCell(criterion: SheetCriterion, column: SheetColumn, text: string): SheetCriterion | null {
  const trimmed = text.trim();
  switch (column.kind) {
    case 'title':
    case 'description':
      return { ...criterion, [column.kind]: trimmed };
    case 'weight': {
      const weight = Number(trimmed.replace(',', '.'));
      return trimmed !== '' && Number.isFinite(weight) && weight > 0 && weight <= 100 ? { ...criterion, weight } : null;
    }
    case 'mustReach':
      return withMustReach(criterion, trimmed);
    case 'level':
      return {
        ...criterion,
        levels: criterion.levels.map((level) =>
          level.ordinal === column.ordinal ? { ...level, descriptor: trimmed } : level,
        ),
      };
  }
}

/** "3", "3 Practitioner" and the label alone all name a level; nothing, "–" and "-" say there is no such rule. */
function withMustReach(criterion: SheetCriterion, text: string): SheetCriterion | null {
  if (text === '' || text === '–' || text === '-') return { ...criterion, mustReach: null };
  const level = criterion.levels.find(
    ({ ordinal, label }) => Number.parseInt(text, 10) === ordinal || label.toLowerCase() === text.toLowerCase(),
  );
  return level ? { ...criterion, mustReach: level.ordinal } : null;
}

/** Adds an empty criterion below `row`, with the levels of its neighbour. */
export function addCriterion(sheet: RubricSheet, row: number, newId: NewId): RubricSheet {
  const model = sheet[row] ?? sheet[0];
  const added: SheetCriterion = {
    id: newId(),
    title: '',
    description: '',
    weight: 1,
    mustReach: null,
    levels: (model?.levels ?? []).map((level) => ({ ...level, id: newId(), descriptor: '' })),
  };
  const at = Math.min(row + 1, sheet.length);
  return [...sheet.slice(0, at), added, ...sheet.slice(at)];
}

export function removeCriterion(sheet: RubricSheet, row: number): RubricSheet {
  return sheet.filter((_, index) => index !== row);
}

/** Moves a criterion up (−1) or down (+1); at the edge nothing changes. */
export function moveCriterion(sheet: RubricSheet, row: number, by: -1 | 1): RubricSheet {
  const moved = sheet[row];
  const other = sheet[row + by];
  if (!moved || !other) return sheet;
  return sheet.map((criterion, index) => (index === row ? other : index === row + by ? moved : criterion));
}

/** Takes a criterion from one place to another; the others close up. */
export function placeCriterion(sheet: RubricSheet, from: number, to: number): RubricSheet {
  const taken = sheet[from];
  if (!taken || from === to || to < 0 || to >= sheet.length) return sheet;
  const others = sheet.filter((_each, index) => index !== from);
  return [...others.slice(0, to), taken, ...others.slice(to)];
}

/**
 * Takes a level from one place to another in every criterion. Names, words and must-reach go with it; what a place counts
 * and whether it passes stays with the place.
 */
export function placeLevel(sheet: RubricSheet, from: number, to: number): RubricSheet {
  if (from === to) return sheet;
  return sheet.map((criterion) => {
    const levels = [...criterion.levels].sort((a, b) => a.ordinal - b.ordinal);
    const taken = levels[from - 1];
    if (!taken || to < 1 || to > levels.length) return criterion;
    const others = levels.filter((level) => level !== taken);
    const placed = [...others.slice(0, to - 1), taken, ...others.slice(to - 1)];
    const ordinalOf = (level: SheetLevel) => placed.indexOf(level) + 1;
    const must = levels.find(({ ordinal }) => ordinal === criterion.mustReach);
    return {
      ...criterion,
      mustReach: must ? ordinalOf(must) : null,
      levels: placed.map((level, index) => {
        const { ordinal, points, isCompetent } = levels[index] ?? level;
        return { ...level, ordinal, points, isCompetent };
      }),
    };
  });
}

/** The sheet as a rubric of its own, which nobody else changes. */
export function rubricOfSheet(sheet: RubricSheet): Rubric {
  return { criteria: sheet.map((criterion) => ({ ...criterion, levels: [...criterion.levels] })) };
}

/** Adds a level above the highest one, in every criterion. */
export function addLevel(sheet: RubricSheet, label: string, newId: NewId): RubricSheet {
  return sheet.map((criterion) => {
    const highest = criterion.levels.reduce((top, level) => (level.ordinal > top.ordinal ? level : top), {
      ordinal: 0,
      points: -1,
      isCompetent: false,
    });
    const added: SheetLevel = {
      id: newId(),
      ordinal: highest.ordinal + 1,
      label,
      points: highest.points + 1,
      descriptor: '',
      isCompetent: highest.isCompetent,
    };
    return { ...criterion, levels: [...criterion.levels, added] };
  });
}

/** Takes a level out of every criterion and closes the gap in the numbering. */
export function removeLevel(sheet: RubricSheet, ordinal: number): RubricSheet {
  const lowered = (value: number) => (value > ordinal ? value - 1 : value);
  return sheet.map((criterion) => ({
    ...criterion,
    mustReach: criterion.mustReach === null || criterion.mustReach === ordinal ? null : lowered(criterion.mustReach),
    levels: criterion.levels
      .filter((level) => level.ordinal !== ordinal)
      .map((level) => ({
        ...level,
        ordinal: lowered(level.ordinal),
        points: level.ordinal > ordinal ? level.points - 1 : level.points,
      })),
  }));
}

export function renameLevel(sheet: RubricSheet, ordinal: number, label: string): RubricSheet {
  return mapLevels(sheet, (level) => (level.ordinal === ordinal ? { ...level, label } : level));
}

/** From this level on, work counts as competent. */
export function passFrom(sheet: RubricSheet, ordinal: number): RubricSheet {
  return mapLevels(sheet, (level) => ({ ...level, isCompetent: level.ordinal >= ordinal }));
}

function mapLevels(sheet: RubricSheet, change: (level: SheetLevel) => SheetLevel): RubricSheet {
  return sheet.map((criterion) => ({ ...criterion, levels: criterion.levels.map(change) }));
}
