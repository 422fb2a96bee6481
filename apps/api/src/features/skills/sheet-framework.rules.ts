import { cycleIn } from './cycle.rules.js';
import type { ContentAbout, ContentRelation, FrameworkContent } from './framework-content.rules.js';
import { RELATION_TYPES } from './framework-content.rules.js';
import { type Finding, problem } from './import-findings.rules.js';
import { type ReadSheet, rowsOf, wholeNumber } from './sheet-cells.rules.js';
import { type SheetKey, SHEETS, LEVEL_COLUMN } from './sheet-fields.rules.js';
import { type ColumnsSaid, sayingsOf, shownTable, type TableShown } from './sheet-columns.rules.js';
import { type Places, placesOf, type RawSheet } from './sheet-header.rules.js';
import { SheetRoles } from './sheet-roles.rules.js';
import { SheetSkills } from './sheet-skills.rules.js';

export type SheetsRead = ({ content: FrameworkContent; findings: Finding[] } | { problems: Finding[] }) & {
  tables: TableShown[];
};

const SHOWN = 500;

/** A framework from tables that anybody can make in a spreadsheet, or that were exported here. */
export function readSheets(
  sheets: readonly RawSheet[],
  columnsSaid: ColumnsSaid,
  plain: (text: string) => string,
): SheetsRead {
  const tables: TableShown[] = [];
  const problems: Finding[] = [];
  const findings: Finding[] = [];
  const read = (key: SheetKey, levels: readonly string[] = []): ReadSheet | null => {
    const sheet = sheets.find((each) => each.key === key);
    if (!sheet) return null;
    const sayings = sayingsOf(sheet, columnsSaid);
    const header = placesOf(sheet, sayings.columns, levels);
    tables.push(shownTable(sheet, header.fields, sayings));
    const body = rowsOf(sheet, header.places, plain);
    problems.push(...header.problems, ...body.problems);
    findings.push(...header.findings, ...body.findings);
    const columnOf = (field: string) => sheet.header.names[header.places.get(field) ?? -1]?.trim() ?? field;
    return { file: sheet.file, rows: body.rows, places: header.places, columnOf };
  };
  problems.push(...sheetsTwice(sheets));
  const scale = read('scale');
  const said = scale ? levelsOf(scale, problems) : [];
  const table = read(
    'skills',
    said.map(({ name }) => name),
  );
  if (!table) return { problems: [noSkills(sheets)], tables };
  const levels = said.length > 0 ? said : levelsOfColumns(table.places);
  const skills = new SheetSkills(table, levels, problems, findings);
  const relations = read('relations');
  const related = [...skills.parents(), ...(relations ? relationsOf(relations, skills, problems) : [])];
  const roles = new SheetRoles(read('job_roles'), problems);
  const requirements = read('requirements');
  if (requirements) roles.ask(requirements, skills, levels);
  const steps = read('steps');
  const edges = steps ? roles.steps(steps) : [];
  const about = aboutOf(read('framework'));
  problems.push(...circle(table.file, related, skills));
  if (problems.length > 0) return { problems: problems.slice(0, SHOWN), tables };
  return {
    content: { levels, skills: skills.skills, relations: related, families: roles.families, edges, about },
    findings,
    tables,
  };
}

function sheetsTwice(sheets: readonly RawSheet[]): Finding[] {
  return sheets
    .filter((sheet, at) => sheets.findIndex(({ key }) => key === sheet.key) !== at)
    .map(({ key, file }) =>
      problem('TABLE_TWICE', file, null, null, `The table “${SHEETS[key].title}” is given twice; one may be.`),
    );
}

function levelsOf(scale: ReadSheet, problems: Finding[]): FrameworkContent['levels'] {
  const levels = scale.rows.map(({ row, cell }) => {
    const description = cell('description');
    return {
      row,
      value: wholeNumber(cell('level')),
      name: cell('name'),
      ...(description === '' ? {} : { description }),
    };
  });
  for (const [at, { row, value, name }] of levels.entries()) {
    if (value !== at + 1)
      problems.push(
        problem(
          'WRONG_LEVEL',
          scale.file,
          row,
          scale.columnOf('level'),
          `Levels are numbered from 1 without gaps; here ${at + 1} should stand.`,
        ),
      );
    if (name.trim() === '')
      problems.push(problem('EMPTY_NAME', scale.file, row, scale.columnOf('name'), 'A level needs a name.'));
    if (levels.findIndex((each) => each.name.toLowerCase() === name.toLowerCase()) !== at)
      problems.push(
        problem('SAME_NAME', scale.file, row, scale.columnOf('name'), `“${name}” is the name of two levels.`),
      );
  }
  return levels.map(({ row: _row, value, ...level }) => ({ value: value ?? 0, ...level }));
}

/** Without a table of the scale, its levels are those that have a column. */
function levelsOfColumns(places: Places): FrameworkContent['levels'] {
  const numbers = [...places.keys()].map((field) => Number(LEVEL_COLUMN.exec(field)?.[1] ?? 0));
  return Array.from({ length: Math.max(0, ...numbers) }, (_, at) => ({ value: at + 1, name: `Level ${at + 1}` }));
}

function relationsOf(table: ReadSheet, skills: SheetSkills, problems: Finding[]): ContentRelation[] {
  const wrong = (row: number, field: string, message: string, kind = 'UNKNOWN_SKILL') =>
    void problems.push(problem(kind, table.file, row, table.columnOf(field), message));
  return table.rows.flatMap(({ row, cell }) => {
    const origin = skills.named(cell('skill'));
    const target = cell('target').trim() === '' ? null : skills.named(cell('target'));
    const uri = cell('target_uri').trim();
    const type = RELATION_TYPES.find((each) => each.toLowerCase() === cell('type').trim().toLowerCase());
    if (!type) wrong(row, 'type', `“${cell('type')}” is no kind of relation.`, 'UNKNOWN_TYPE');
    if (!origin) wrong(row, 'skill', `There is no skill “${cell('skill')}” in the table of skills.`);
    if (target === undefined) wrong(row, 'target', `There is no skill “${cell('target')}” in the table of skills.`);
    if (target === null && uri === '')
      wrong(row, 'target', 'The other end is missing: a skill, or an address elsewhere.', 'POINTS_NOWHERE');
    if (target && uri !== '') wrong(row, 'target_uri', 'One other end is enough: a skill or an address.', 'TWO_ENDS');
    if (!type || !origin || target === undefined || (target === null && uri === '')) return [];
    const end = target === null ? { targetUri: uri, targetTitle: cell('target_title') } : { target };
    return [{ type, origin, ...end }];
  });
}

function circle(file: string, relations: readonly ContentRelation[], skills: SheetSkills): Finding[] {
  const parents = new Map<string, string[]>();
  for (const { type, origin, target } of relations)
    if (type === 'isChildOf' && target !== undefined) parents.set(origin, [...(parents.get(origin) ?? []), target]);
  const cycle = cycleIn(parents);
  if (!cycle) return [];
  const names = cycle.map((id) => `“${skills.nameOf(id)}”`).join(' → ');
  const row = skills.rowOf(cycle[0] ?? '');
  return [problem('CYCLE', file, row, null, `“is child of” goes round in a circle: ${names}.`)];
}

function aboutOf(table: ReadSheet | null): ContentAbout {
  const cell = (field: string) => table?.rows[0]?.cell(field).trim() || undefined;
  const said = {
    description: cell('description'),
    language: cell('language'),
    licenceUrl: cell('licence_url'),
    uri: cell('uri'),
  };
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
}

/** Nothing comes in without skills: what was found instead is said, or people look for the fault in their columns. */
function noSkills(sheets: readonly RawSheet[]): Finding {
  const found = sheets.map(({ file, key }) => `“${file}” is read as ${SHEETS[key].title.toLowerCase()}`).join(', ');
  const message = `The table of skills is missing. Call the file or the sheet “skills”.${found && ` ${found}.`}`;
  return problem('MISSING_TABLE', 'skills', null, null, message);
}
