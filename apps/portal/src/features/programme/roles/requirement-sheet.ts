/** What a rung asks of a skill; a level of null: asked for, without a level. */
export interface Asked {
  level: number | null;
  importance: number;
  mustHave: boolean;
}

export interface SheetSkill {
  id: string;
  name: string;
  /** Names of the levels of its own scale, lowest first. */
  levels: readonly string[];
  /** Title of the framework it was adopted from; null: the own one. */
  from: string | null;
}

export type Cells = ReadonlyMap<string, Asked>;

export interface Sheet {
  columns: readonly { id: string; name: string }[];
  rows: readonly SheetSkill[];
  cells: Cells;
}

export interface CellChange {
  levelId: string;
  skillId: string;
  asked: Asked | null;
}

export const keyOf = (levelId: string, skillId: string) => `${levelId} ${skillId}`;

export function cellAt(sheet: Sheet, row: number, column: number): Asked | null {
  const [skill, level] = [sheet.rows[row], sheet.columns[column]];
  return (skill && level && sheet.cells.get(keyOf(level.id, skill.id))) ?? null;
}

export function withCells(cells: Cells, changes: readonly CellChange[]): Cells {
  const next = new Map(cells);
  for (const { levelId, skillId, asked } of changes)
    if (asked) next.set(keyOf(levelId, skillId), asked);
    else next.delete(keyOf(levelId, skillId));
  return next;
}

/** What has to be saved to come from one to the other. */
export function changesBetween(before: Cells, after: Cells): CellChange[] {
  const keys = new Set([...before.keys(), ...after.keys()]);
  return [...keys].flatMap((key) => {
    const [levelId = '', skillId = ''] = key.split(' ');
    const [was, is] = [before.get(key), after.get(key)];
    const same =
      was?.level === is?.level && was?.importance === is?.importance && was?.mustHave === is?.mustHave && !was === !is;
    return same ? [] : [{ levelId, skillId, asked: is ?? null }];
  });
}

/** Cells that two people changed, each in another way. */
export function bothChanged(mine: readonly CellChange[], theirs: readonly CellChange[]): string[] {
  const others = new Map(theirs.map((change) => [keyOf(change.levelId, change.skillId), change.asked]));
  return mine.flatMap(({ levelId, skillId, asked }) => {
    const key = keyOf(levelId, skillId);
    return others.has(key) && JSON.stringify(others.get(key)) !== JSON.stringify(asked) ? [key] : [];
  });
}

const NEW: Asked = { level: null, importance: 2, mustHave: false };

/** A digit: its level. 0: nothing. Null where the scale has no such level. */
export function withLevel(asked: Asked | null, digit: number, skill: SheetSkill): Asked | null | undefined {
  if (digit === 0) return null;
  return digit <= skill.levels.length ? { ...(asked ?? NEW), level: digit } : undefined;
}

export const withoutLevel = (asked: Asked | null): Asked => ({ ...(asked ?? NEW), level: null });
export const withMustHave = (asked: Asked | null): Asked | null => asked && { ...asked, mustHave: !asked.mustHave };
export const withImportance = (asked: Asked | null): Asked | null =>
  asked && { ...asked, importance: (asked.importance % 3) + 1 };

/** As a spreadsheet shows it: the level, a mark for a must-have, x where no level is named. */
export function textOf(asked: Asked | null): string {
  return asked ? `${asked.level ?? 'x'}${asked.mustHave ? '!' : ''}` : '';
}

/** Reads a cell of a spreadsheet: 3, 3!, Expert, Expert (must have), x. Undefined: this means nothing here. */
export function readCell(text: string, skill: SheetSkill, before: Asked | null): Asked | null | undefined {
  const mustHave = /!|\*|\bmust\b/i.test(text);
  const words = text
    .replace(/[!*]|\(?\bmust([- ]have)?\b\)?/gi, '')
    .trim()
    .toLowerCase();
  if (words === '' || words === '0' || words === '-' || words === '–') return mustHave ? undefined : null;
  const base = { ...(before ?? NEW), mustHave };
  if (words === 'x' || words === 'yes' || words === '✓') return { ...base, level: null };
  const named = skill.levels.findIndex((label) => label.toLowerCase() === words) + 1;
  const level = named || (/^\d+$/.test(words) ? Number(words) : 0);
  return level >= 1 && level <= skill.levels.length ? { ...base, level } : undefined;
}

export interface Pasted {
  changes: CellChange[];
  /** Cells that say nothing here; they keep what they had. */
  refused: string[];
  /** Names of skills that the sheet does not have. */
  unknown: string[];
}

/**
 * A block with its first cell at the cursor. Where its first column holds names of skills, rows are found by name, and
 * levels go into the columns from the cursor's on.
 */
export function pasted(
  sheet: Sheet,
  at: { row: number; column: number },
  block: readonly (readonly string[])[],
): Pasted {
  const byName = new Map(sheet.rows.map((skill) => [skill.name.trim().toLowerCase(), skill]));
  const named = block.some((cells) => byName.has((cells[0] ?? '').trim().toLowerCase()));
  const found: Pasted = { changes: [], refused: [], unknown: [] };
  for (const [row, line] of block.entries()) {
    const name = (line[0] ?? '').trim();
    const skill = named ? byName.get(name.toLowerCase()) : sheet.rows[at.row + row];
    if (!skill) {
      if (name !== '') found.unknown.push(name);
      continue;
    }
    for (const [column, text] of (named ? line.slice(1) : line).entries()) {
      const level = sheet.columns[at.column + column];
      if (!level) continue;
      const asked = readCell(text, skill, sheet.cells.get(keyOf(level.id, skill.id)) ?? null);
      if (asked === undefined) found.refused.push(`${skill.name}: ${text}`);
      else found.changes.push({ levelId: level.id, skillId: skill.id, asked });
    }
  }
  return found;
}
