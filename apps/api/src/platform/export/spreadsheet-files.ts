import { Zip, ZipDeflate } from 'fflate';
import { type Cell, csvLine, csvSafe } from './spreadsheet-safe.js';

/** A table that is written while its rows come. */
export interface ExportTable {
  /** Name of the file or the sheet. */
  name: string;
  columns: readonly { header: string; width?: number }[];
  rows: () => AsyncIterable<readonly Cell[]>;
}

/** Spreadsheet programs take a file for UTF-8 only when it begins like this. */
const MARK = '\ufeff';

/** One CSV file per table, packed together. */
export function csvArchive(tables: readonly ExportTable[]): AsyncGenerator<Uint8Array> {
  return zipped(tables.map((table) => ({ name: `${table.name}.csv`, content: () => csvText(table) })));
}

async function* csvText({ columns, rows }: ExportTable): AsyncGenerator<string> {
  yield MARK + csvLine(columns.map(({ header }) => header));
  for await (const row of rows()) yield csvLine(row);
}

/**
 * One workbook with a sheet per table. Written row by row: a framework has more rows than a writer that holds them all
 * could take. Every cell is of the format “text”, so that no program makes dates of codes when somebody edits them.
 */
export function workbook(tables: readonly ExportTable[]): AsyncGenerator<Uint8Array> {
  return zipped([
    { name: '[Content_Types].xml', content: once(contentTypes(tables.length)) },
    { name: '_rels/.rels', content: once(PACKAGE_RELATIONS) },
    { name: 'xl/workbook.xml', content: once(workbookXml(tables)) },
    { name: 'xl/_rels/workbook.xml.rels', content: once(workbookRelations(tables.length)) },
    { name: 'xl/styles.xml', content: once(STYLES) },
    ...tables.map((table, at) => ({ name: `xl/worksheets/sheet${at + 1}.xml`, content: () => sheetXml(table) })),
  ]);
}

const [PLAIN, TEXT, HEADER] = [0, 1, 2];
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const BEGIN = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
/** What the program that most people have refuses to open. */
const MOST_LETTERS = 32_767;

async function* sheetXml({ name, columns, rows }: ExportTable): AsyncGenerator<string> {
  const widths = columns.map(
    ({ width }, at) => `<col min="${at + 1}" max="${at + 1}" width="${width ?? 24}" style="${TEXT}" customWidth="1"/>`,
  );
  yield `${BEGIN}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`;
  yield `<cols>${widths.join('')}</cols><sheetData>${rowXml(
    1,
    columns.map(({ header }) => header),
    HEADER,
    name,
  )}`;
  let at = 1;
  for await (const row of rows()) yield rowXml((at += 1), row, TEXT, name);
  yield '</sheetData></worksheet>';
}

function rowXml(at: number, cells: readonly Cell[], style: number, sheet: string): string {
  const written = cells.map((cell, column) => cellXml(`${letters(column)}${at}`, cell, style, sheet));
  return `<row r="${at}">${written.join('')}</row>`;
}

function cellXml(place: string, cell: Cell, style: number, sheet: string): string {
  if (cell === null || cell === undefined || cell === '') return '';
  if (typeof cell === 'number') return `<c r="${place}" s="${PLAIN}"><v>${cell}</v></c>`;
  const text = csvSafe(cell);
  if (text.length > MOST_LETTERS)
    throw new Error(`Cell ${place} of “${sheet}” has more letters than a spreadsheet takes. Take it along as CSV.`);
  // Said only where something would be lost: in the many cells of a large framework the words alone are megabytes.
  const kept = /^\s|\s$|\s\s|[\n\t\r]/.test(text) ? ' xml:space="preserve"' : '';
  return `<c r="${place}" s="${style}" t="inlineStr"><is><t${kept}>${escaped(text)}</t></is></c>`;
}

// The signs that XML 1.0 has no way to write are left out.
const escaped = (text: string) =>
  text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    // A parser would take the end of a line of some systems for that of others.
    .replaceAll('\r', '&#13;');

function letters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : letters(Math.floor(column / 26) - 1) + last;
}

const PACKAGE_RELATIONS = `${BEGIN}<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;

const STYLES = `${BEGIN}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/></cellXfs></styleSheet>`;

function contentTypes(sheets: number): string {
  const parts = range(sheets).map(
    (at) => `<Override PartName="/xl/worksheets/sheet${at}.xml" ContentType="${TYPE}.worksheet+xml"/>`,
  );
  return `${BEGIN}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>${parts.join('')}</Types>`;
}

function workbookXml(tables: readonly ExportTable[]): string {
  const sheets = tables.map(
    ({ name }, at) => `<sheet name="${escaped(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
  );
  return `${BEGIN}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${sheets.join('')}</sheets></workbook>`;
}

function workbookRelations(sheets: number): string {
  const parts = range(sheets).map(
    (at) => `<Relationship Id="rId${at}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${at}.xml"/>`,
  );
  return `${BEGIN}<Relationships xmlns="${RELATIONS}">${parts.join('')}<Relationship Id="rId${sheets + 1}" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`;
}

const range = (length: number) => Array.from({ length }, (_, at) => at + 1);

async function* nothingMore(text: string): AsyncGenerator<string> {
  yield await Promise.resolve(text);
}
const once = (text: string) => () => nothingMore(text);

const CHUNK = 64 * 1024;

/** Files packed one after another, given on as soon as they are packed. */
async function* zipped(
  files: readonly { name: string; content: () => AsyncIterable<string> }[],
): AsyncGenerator<Uint8Array> {
  const packed: Uint8Array[] = [];
  let failed: Error | null = null;
  const zip = new Zip((error, chunk) => {
    if (error) failed = error;
    else packed.push(chunk);
  });
  const encoder = new TextEncoder();
  for (const { name, content } of files) {
    const entry = new ZipDeflate(name, { level: 6 });
    zip.add(entry);
    let together = '';
    for await (const piece of content()) {
      together += piece;
      if (together.length < CHUNK) continue;
      entry.push(encoder.encode(together));
      together = '';
      if (failed) throw failed as Error;
      yield* packed.splice(0);
    }
    entry.push(encoder.encode(together), true);
    yield* packed.splice(0);
  }
  zip.end();
  yield* packed.splice(0);
}
