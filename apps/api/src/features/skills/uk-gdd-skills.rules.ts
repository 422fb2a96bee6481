import type { Table, TableRow } from './csv-table.rules.js';
import type { ContentSkill } from './framework-content.rules.js';
import { type Finding, finding, problem } from './import-findings.rules.js';
import { idOfName, listItems } from './uk-gdd-text.rules.js';

export const SKILL_COLUMNS = [
  'Skill Name',
  'Skill Description',
  'Awareness',
  'Working',
  'Practitioner',
  'Expert',
  'Roles that require Skill',
] as const;
export type SkillColumn = (typeof SKILL_COLUMNS)[number];

/** The framework's own scale, lowest first. */
export const LEVEL_NAMES = ['Awareness', 'Working', 'Practitioner', 'Expert'] as const;
/** A skill with what the comparison of the two files needs. */
export interface SkillOfFile {
  skill: ContentSkill;
  row: number;
  cells: Record<SkillColumn, string>;
}

export interface SkillsRead {
  /** By trimmed name, in the order of the file. */
  skills: Map<string, SkillOfFile>;
  findings: Finding[];
  problems: Finding[];
}

/** The skills file: one row a skill. */
export function readSkills(table: Table<SkillColumn>): SkillsRead {
  const read: SkillsRead = { skills: new Map(), findings: [], problems: [] };
  const idAt = new Map<string, number>();
  for (const row of table.rows) {
    const name = row.cells['Skill Name'].trim();
    if (name === '') {
      read.problems.push(problem('EMPTY_NAME', table.file, row.row, 'Skill Name', 'A skill needs a name.'));
      continue;
    }
    const earlier = read.skills.get(name);
    if (earlier) {
      compareRepeat(table.file, name, earlier, row, read);
      continue;
    }
    const skill = toSkill(row);
    const clash = idAt.get(skill.id);
    if (clash !== undefined)
      read.problems.push(
        problem(
          'SAME_NAME',
          table.file,
          row.row,
          'Skill Name',
          `“${name}” and the skill in row ${clash} differ only in case or punctuation.`,
        ),
      );
    idAt.set(skill.id, row.row);
    read.skills.set(name, { skill, row: row.row, cells: row.cells });
    read.findings.push(...remarks(table.file, row, skill));
  }
  return read;
}

function toSkill({ cells }: TableRow<SkillColumn>): ContentSkill {
  const description = cells['Skill Description'];
  return {
    id: idOfName(cells['Skill Name']),
    name: cells['Skill Name'],
    description: description.trim() === '' ? null : description,
    levels: {
      awareness: listItems(cells.Awareness),
      working: listItems(cells.Working),
      practitioner: listItems(cells.Practitioner),
      expert: listItems(cells.Expert),
    },
  };
}

function compareRepeat(
  file: string,
  name: string,
  earlier: SkillOfFile,
  row: TableRow<SkillColumn>,
  read: SkillsRead,
): void {
  const other = SKILL_COLUMNS.find((column) => earlier.cells[column].trim() !== row.cells[column].trim());
  if (other)
    read.problems.push(
      problem(
        'CONTRADICTION',
        file,
        row.row,
        other,
        `“${name}” stands in row ${earlier.row} too, with another text in this column.`,
      ),
    );
  else
    read.findings.push(
      finding('IDENTICAL_REPEAT', file, row.row, 'Skill Name', `“${name}” repeats row ${earlier.row}.`),
    );
}

function remarks(file: string, { row, cells }: TableRow<SkillColumn>, skill: ContentSkill): Finding[] {
  const name = skill.name.trim();
  const found: Finding[] = [];
  if (skill.name !== name)
    found.push(finding('STRAY_SPACE', file, row, 'Skill Name', `“${skill.name}” has a space too many.`));
  if (skill.description === null)
    found.push(finding('NO_DESCRIPTION', file, row, 'Skill Description', `“${name}” has no description.`));
  const silent = LEVEL_NAMES.filter((level) => listItems(cells[level]) === null);
  if (silent.length === LEVEL_NAMES.length)
    found.push(finding('NO_DESCRIPTORS', file, row, LEVEL_NAMES[0], `“${name}” is described at no level.`));
  else
    for (const level of silent)
      found.push(finding('LEVEL_WITHOUT_DESCRIPTORS', file, row, level, `“${name}” is not described at ${level}.`));
  return found;
}
