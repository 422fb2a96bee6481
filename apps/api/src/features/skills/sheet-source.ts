import { WorkbooksService } from '../../platform/spreadsheets/workbooks.service.js';
import { officeParts } from '../../platform/storage/office-parts.js';
import { decode, type ImportFile, records } from './csv-table.rules.js';
import { type Finding, problem, tablesIn } from './import-findings.rules.js';
import { plainWord, type Sheet, SHEET_KEYS, sheetNamed, type SheetKey, SHEETS } from './sheet-fields.rules.js';
import type { RawCell, RawSheet } from './sheet-header.rules.js';

export type SheetsFound = { sheets: RawSheet[]; ignored: string[] } | { problems: Finding[] };

/** The tables that are in files: CSV files, archives of them, and workbooks with a sheet for each. */
export async function sheetsOf(files: readonly ImportFile[], workbooks: WorkbooksService): Promise<SheetsFound> {
  const found = { sheets: [] as RawSheet[], ignored: [] as string[] };
  const problems: Finding[] = [];
  for (const file of files) {
    const read = await sheetsIn(file, files.length === 1, workbooks);
    if ('problems' in read) problems.push(...read.problems);
    else {
      found.sheets.push(...read.sheets);
      found.ignored.push(...read.ignored);
    }
  }
  return problems.length > 0 ? { problems } : found;
}

function sheetsIn(file: ImportFile, alone: boolean, workbooks: WorkbooksService): Promise<SheetsFound> | SheetsFound {
  if (/\.xlsx$/i.test(file.name)) return workbookSheets(file, workbooks);
  return /\.zip$/i.test(file.name) ? archivedSheets(file, workbooks) : csvSheet(file, alone);
}

function csvSheet(file: ImportFile, alone: boolean): SheetsFound {
  const decoded = decode(file);
  if ('problems' in decoded) return decoded;
  const read = records(file.name, decoded.text, delimiterOf(decoded.text));
  if ('problems' in read) return read;
  const [header, ...body] = read.records;
  if (!header) return { problems: [problem('EMPTY_FILE', file.name, 1, null, 'The file is empty.')] };
  const short = body.filter(({ fields }) => fields.length !== header.fields.length);
  const problems = short.map(({ row, fields }) => {
    const message = `This row has ${fields.length} fields; the header has ${header.fields.length}.`;
    return problem('WRONG_FIELD_COUNT', file.name, row, null, message);
  });
  if (problems.length > 0) return { problems };
  // Without skills nothing comes in: a single table under a name of its own can only be theirs, whatever its headers are like.
  const key = sheetNamed(file.name.split('/').at(-1) ?? '') ?? (alone ? 'skills' : sheetByHeader(header.fields));
  if (!key) return { sheets: [], ignored: [file.name] };
  const rows = body.map(({ row, fields }) => ({ row, cells: fields }));
  return { sheets: [{ key, file: file.name, header: { row: header.row, names: header.fields }, rows }], ignored: [] };
}

/** Spreadsheet programs of many countries set columns apart by semicolons. */
function delimiterOf(text: string): string {
  const line = text.slice(0, text.search(/[\r\n]|$/)).replace(/"[^"]*"/g, '');
  const count = (sign: string) => line.split(sign).length;
  return [',', ';', '\t'].sort((one, other) => count(other) - count(one))[0] ?? ',';
}

/** A table under a name of its own is the one whose headers it has; null when it has those of none. */
function sheetByHeader(names: readonly string[]): SheetKey | null {
  const words = new Set(names.map(plainWord));
  const known = (key: SheetKey) => {
    const { fields }: Sheet = SHEETS[key];
    const has = fields.filter(({ name, also = [] }) => [name, ...also].some((each) => words.has(plainWord(each))));
    return fields.every((field) => !field.needed || has.includes(field)) ? has.length : 0;
  };
  const best = [...SHEET_KEYS].sort((one, other) => known(other) - known(one))[0];
  return best && known(best) > 0 ? best : null;
}

async function archivedSheets(file: ImportFile, workbooks: WorkbooksService): Promise<SheetsFound> {
  const parts = await officeParts(Buffer.from(file.bytes), (name) => /\.(csv|tsv|txt)$/i.test(name));
  if ('fault' in parts) return { problems: [problem('NOT_READABLE', file.name, null, null, parts.fault)] };
  const found = await sheetsOf(
    [...parts].map(([name, bytes]) => ({ name, bytes })),
    workbooks,
  );
  const within = (name: string) => tablesIn(file.name) + name;
  if ('problems' in found) return { problems: found.problems.map((each) => ({ ...each, file: within(each.file) })) };
  const sheets = found.sheets.map((sheet) => ({ ...sheet, file: within(sheet.file) }));
  return { sheets, ignored: found.ignored.map(within) };
}

async function workbookSheets(file: ImportFile, workbooks: WorkbooksService): Promise<SheetsFound> {
  const sheets = await workbooks.sheets(Buffer.from(file.bytes));
  if (Array.isArray(sheets)) return tablesOf(file.name, sheets);
  return { problems: [problem('NOT_READABLE', file.name, null, null, sheets.fault)] };
}

function tablesOf(file: string, sheets: { sheet: string; data: RawCell[][] }[]): SheetsFound {
  const found = { sheets: [] as RawSheet[], ignored: [] as string[] };
  for (const { sheet, data } of sheets) {
    const [names, ...rows] = data;
    const key = sheetNamed(sheet) ?? (sheets.length === 1 && names ? sheetByHeader(names.map(String)) : null);
    if (!names || !key) found.ignored.push(tablesIn(file) + sheet);
    else
      found.sheets.push({
        key,
        file: tablesIn(file) + sheet,
        header: { row: 1, names: names.map((name) => String(name ?? '')) },
        rows: rows.map((cells, at) => ({ row: at + 2, cells })),
      });
  }
  return found;
}
