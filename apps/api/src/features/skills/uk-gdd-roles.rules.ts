import type { Table, TableRow } from './csv-table.rules.js';
import { type Finding, finding, problem } from './import-findings.rules.js';
import { LEVEL_NAMES, type SkillOfFile } from './uk-gdd-skills.rules.js';

export const ROLE_COLUMNS = [
  'Role Family',
  'Role',
  'Role Description',
  'Role Level',
  'Role Level Description',
  'Skill Name',
  'Skill Description',
  'Skill Level',
  'Skill Level Description',
  'Role Type',
] as const;
export type RoleColumn = (typeof ROLE_COLUMNS)[number];

/** A role level as its rows tell it, before its ladder is put in order. */
export interface LevelOfFile {
  name: string;
  row: number;
  text: string;
  seniorCivilService: boolean;
  /** Skill id → the level asked (1 to 4), in the order of the file. */
  asked: Map<string, { level: number; row: number }>;
}

export interface RoleOfFile {
  name: string;
  row: number;
  text: string;
  levels: Map<string, LevelOfFile>;
}

export interface FamilyOfFile {
  name: string;
  row: number;
  roles: Map<string, RoleOfFile>;
}

export interface RolesRead {
  families: Map<string, FamilyOfFile>;
  findings: Finding[];
  problems: Finding[];
}

const NOT_IN_USE = 'NOT IN USE';
const SENIOR_CIVIL_SERVICE = 'Senior Civil Service';
const NAMES = ['Role Family', 'Role', 'Role Level', 'Skill Name', 'Skill Level'] as const;

/** The roles file: one row for each skill that a role level asks for. Everything else stands there again and again and must agree. */
export function readRoles(table: Table<RoleColumn>, skills: ReadonlyMap<string, SkillOfFile>): RolesRead {
  const read: RolesRead = { families: new Map(), findings: [], problems: [] };
  const familyOfRole = new Map<string, { family: string; row: number }>();
  const otherTexts = new Set<string>();
  for (const row of table.rows) {
    const at = (column: RoleColumn) => row.cells[column].trim();
    if (at('Role Level') === NOT_IN_USE || at('Skill Level') === NOT_IN_USE) {
      const message = `“${at('Role')}”, “${at('Skill Name')}”: ${NOT_IN_USE}.`;
      read.findings.push(finding('NOT_IN_USE', table.file, row.row, 'Skill Level', message));
      continue;
    }
    const empty = NAMES.filter((column) => at(column) === '');
    for (const column of empty)
      read.problems.push(problem('EMPTY_NAME', table.file, row.row, column, `The cell “${column}” is empty.`));
    if (empty.length > 0) continue;
    const home = familyOfRole.get(at('Role')) ?? { family: at('Role Family'), row: row.row };
    familyOfRole.set(at('Role'), home);
    if (home.family !== at('Role Family')) {
      const message = `“${at('Role')}” stands in the family “${home.family}” in row ${home.row}.`;
      read.problems.push(problem('CONTRADICTION', table.file, row.row, 'Role Family', message));
    }
    const level = placeOf(table.file, row, read);
    readRequirement(table.file, row, level, skills, read);
    read.findings.push(...otherSkillTexts(table.file, row, skills.get(at('Skill Name')), otherTexts));
  }
  return read;
}

/** Family, role and level of a row: made when first met, compared afterwards. */
function placeOf(file: string, { row, cells }: TableRow<RoleColumn>, read: RolesRead): LevelOfFile {
  const metAgain = <T extends { row: number }>(map: Map<string, T>, column: RoleColumn, make: () => T): T => {
    const name = cells[column].trim();
    const known = map.get(name);
    if (known) return known;
    if (cells[column] !== name)
      read.findings.push(finding('STRAY_SPACE', file, row, column, `“${cells[column]}” has a space too many.`));
    const made = make();
    map.set(name, made);
    return made;
  };
  const mustAgree = (column: RoleColumn, agrees: boolean, of: string, firstRow: number) => {
    if (!agrees)
      read.problems.push(
        problem('CONTRADICTION', file, row, column, `Row ${firstRow} says something else of “${of.trim()}” here.`),
      );
  };
  const family = metAgain(read.families, 'Role Family', () => ({ name: cells['Role Family'], row, roles: new Map() }));
  const role = metAgain(family.roles, 'Role', () => ({
    name: cells.Role,
    row,
    text: cells['Role Description'],
    levels: new Map(),
  }));
  mustAgree('Role Description', role.text === cells['Role Description'], role.name, role.row);
  const seniorCivilService = cells['Role Type'].trim() === SENIOR_CIVIL_SERVICE;
  const level = metAgain(role.levels, 'Role Level', () => ({
    name: cells['Role Level'],
    row,
    text: cells['Role Level Description'],
    seniorCivilService,
    asked: new Map(),
  }));
  mustAgree('Role Level Description', level.text === cells['Role Level Description'], level.name, level.row);
  mustAgree('Role Type', level.seniorCivilService === seniorCivilService, level.name, level.row);
  return level;
}

function readRequirement(
  file: string,
  { row, cells }: TableRow<RoleColumn>,
  level: LevelOfFile,
  skills: ReadonlyMap<string, SkillOfFile>,
  read: RolesRead,
): void {
  const skillName = cells['Skill Name'].trim();
  const levelName = cells['Skill Level'].trim();
  const known = skills.get(skillName);
  const ordinal = LEVEL_NAMES.findIndex((name) => name === levelName) + 1;
  if (!known)
    read.problems.push(problem('UNKNOWN_SKILL', file, row, 'Skill Name', `“${skillName}” is not in the skills file.`));
  if (ordinal === 0) {
    const message = `“${levelName}” is not a level. The levels are ${LEVEL_NAMES.join(', ')}.`;
    read.problems.push(problem('UNKNOWN_LEVEL', file, row, 'Skill Level', message));
  }
  if (!known || ordinal === 0) return;
  const earlier = level.asked.get(known.skill.id);
  if (!earlier) {
    level.asked.set(known.skill.id, { level: ordinal, row });
    return;
  }
  const where = `“${level.name.trim()}” asks for “${skillName}”`;
  if (earlier.level === ordinal) {
    read.findings.push(finding('IDENTICAL_REPEAT', file, row, 'Skill Name', `${where} in row ${earlier.row} already.`));
    return;
  }
  const kept = Math.max(earlier.level, ordinal);
  const message = `${where} at ${LEVEL_NAMES[earlier.level - 1]} in row ${earlier.row} and at ${levelName} here. ${LEVEL_NAMES[kept - 1]} is kept.`;
  read.findings.push(finding('REPEAT_AT_TWO_LEVELS', file, row, 'Skill Level', message));
  level.asked.set(known.skill.id, { level: kept, row: earlier.row });
}

/** Where this file tells a skill otherwise than the skills file; each other text once, at its first row. */
function otherSkillTexts(
  file: string,
  { row, cells }: TableRow<RoleColumn>,
  known: SkillOfFile | undefined,
  met: Set<string>,
): Finding[] {
  const levelName = LEVEL_NAMES.find((name) => name === cells['Skill Level'].trim());
  if (!known || !levelName) return [];
  const pairs = [
    ['Skill Description', cells['Skill Description'], known.cells['Skill Description']],
    ['Skill Level Description', cells['Skill Level Description'], known.cells[levelName]],
  ] as const;
  return pairs.flatMap(([column, here, there]) => {
    const key = JSON.stringify([known.skill.id, column, column === 'Skill Description' ? '' : levelName, here]);
    if (here.trim() === there.trim() || met.has(key)) return [];
    met.add(key);
    const what = column === 'Skill Description' ? 'described' : `described at ${levelName}`;
    const why =
      there.trim() === ''
        ? 'The skills file leaves it empty'
        : `The skills file says something else in row ${known.row}`;
    return [
      finding('OTHER_DESCRIPTION', file, row, column, `“${known.skill.name.trim()}” is ${what} here. ${why} and wins.`),
    ];
  });
}
