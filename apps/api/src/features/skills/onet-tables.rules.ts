import type { ImportFile, Table } from './csv-table.rules.js';
import { type Finding, problem } from './import-findings.rules.js';
import { readTabTable } from './tab-table.rules.js';

const SOC = 'O*NET-SOC Code';

/** The files of a release that are read, by the slot they fill, with the columns that are needed. */
export const ONET_COLUMNS = {
  occupations: [SOC, 'Title', 'Description'],
  elements: ['Element ID', 'Element Name', 'Description'],
  skills: [
    SOC,
    'Element ID',
    'Scale ID',
    'Data Value',
    'N',
    'Standard Error',
    'Lower CI Bound',
    'Upper CI Bound',
    'Recommend Suppress',
    'Not Relevant',
    'Date',
    'Domain Source',
  ],
  anchors: ['Element ID', 'Scale ID', 'Anchor Value', 'Anchor Description'],
  related: [SOC, 'Related O*NET-SOC Code', 'Relatedness Tier', 'Index'],
  zones: [SOC, 'Job Zone', 'Date', 'Domain Source'],
  technology: [SOC, 'Example', 'Commodity Code', 'Commodity Title', 'Hot Technology', 'In Demand'],
} as const;
export type OnetSlot = keyof typeof ONET_COLUMNS;
export type OnetTables = { [Slot in OnetSlot]: Table<(typeof ONET_COLUMNS)[Slot][number]> };
export type OnetFiles = Partial<Record<OnetSlot, ImportFile>>;

export const NEEDED_FILES: readonly OnetSlot[] = ['occupations', 'elements', 'skills'];
export const ONET_SLOTS = Object.keys(ONET_COLUMNS) as OnetSlot[];

/** All files as tables whose references hold, or what is wrong with them. */
export function readOnetTables(files: OnetFiles): { tables: OnetTables } | { problems: Finding[] } {
  const problems: Finding[] = [];
  const tables = {} as Record<OnetSlot, Table<string>>;
  for (const slot of ONET_SLOTS) {
    const file = files[slot];
    const read = file ? readTabTable(file, ONET_COLUMNS[slot]) : { table: { file: slot, rows: [], findings: [] } };
    if ('problems' in read) problems.push(...read.problems);
    else tables[slot] = read.table;
  }
  if (problems.length > 0) return { problems };
  const whole = tables as OnetTables;
  const wrong = referenceProblems(whole);
  return wrong.length > 0 ? { problems: wrong } : { tables: whole };
}

const SHOWN = 200;

function referenceProblems(tables: OnetTables): Finding[] {
  const occupations = new Set(tables.occupations.rows.map(({ cells }) => cells[SOC]));
  const elements = new Set(tables.elements.rows.map(({ cells }) => cells['Element ID']));
  const unknown = <Column extends string>(table: Table<Column>, column: Column, known: Set<string>, where: string) =>
    table.rows
      .filter(({ cells }) => !known.has(cells[column]))
      .map(({ row, cells }) =>
        problem('UNKNOWN_REFERENCE', table.file, row, column, `“${cells[column]}” is not in ${where}.`),
      );
  const [ofOccupations, ofElements] = [tables.occupations.file, tables.elements.file];
  return [
    ...twice(tables.occupations, SOC),
    ...twice(tables.elements, 'Element ID'),
    ...unknown(tables.skills, SOC, occupations, ofOccupations),
    ...unknown(tables.skills, 'Element ID', elements, ofElements),
    ...unknown(tables.anchors, 'Element ID', elements, ofElements),
    ...unknown(tables.related, SOC, occupations, ofOccupations),
    ...unknown(tables.related, 'Related O*NET-SOC Code', occupations, ofOccupations),
    ...unknown(tables.zones, SOC, occupations, ofOccupations),
    ...unknown(tables.technology, SOC, occupations, ofOccupations),
    ...wrongNumbers(tables.skills),
    ...twiceRelated(tables.related),
  ].slice(0, SHOWN);
}

function twice<Column extends string>(table: Table<Column>, column: Column): Finding[] {
  const first = new Map<string, number>();
  return table.rows.flatMap(({ row, cells }) => {
    const before = first.get(cells[column]);
    if (before === undefined) first.set(cells[column], row);
    const message = `“${cells[column]}” stands in row ${before} already.`;
    return before === undefined ? [] : [problem('TWICE', table.file, row, column, message)];
  });
}

function twiceRelated(table: OnetTables['related']): Finding[] {
  const met = new Set<string>();
  const found: Finding[] = [];
  for (const { row, cells } of table.rows) {
    const [from, to] = [cells[SOC], cells['Related O*NET-SOC Code']];
    const message = from === to ? `${from} is related to itself.` : `${from} and ${to} are related already.`;
    if (from === to || met.has(`${from} ${to}`))
      found.push(problem('TWICE', table.file, row, 'Related O*NET-SOC Code', message));
    met.add(`${from} ${to}`);
  }
  return found;
}

function wrongNumbers(table: OnetTables['skills']): Finding[] {
  return table.rows
    .filter(({ cells }) => !/^\d+(\.\d+)?$/.test(cells['Data Value']))
    .map(({ row, cells }) =>
      problem('NOT_A_NUMBER', table.file, row, 'Data Value', `“${cells['Data Value']}” is not a number.`),
    );
}
