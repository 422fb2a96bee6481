import { buffer } from 'node:stream/consumers';
import { zipSync } from 'fflate';
import readWorkbook from 'read-excel-file/node';
import { officeParts } from '../storage/office-parts.js';
import { sheetsFault } from '../storage/sheet-fault.js';
import { MOST_TEXT, textOfTable } from './table-text.rules.js';
import { type ReadSheet, TOO_LARGE, type WorkbookForm, written } from './workbook-lines.rules.js';

/**
 * Reads a workbook from standard input and writes what stands in it to standard output: a line that says whether it could
 * be read, and then its first sheet as text, or all of them row by row.
 */
export async function readWorkbookAndTell([form]: string[]): Promise<void> {
  const answer = await answerTo(form as WorkbookForm);
  if (typeof answer === 'string') return write(`${JSON.stringify({ fault: answer })}\n`);
  await write('{}\n');
  for (const piece of answer) await write(piece);
}

async function answerTo(form: WorkbookForm): Promise<Iterable<string> | string> {
  const parts = await officeParts(await buffer(process.stdin), (part) => /\.xml(\.rels)?$/.test(part));
  if ('fault' in parts) return `The spreadsheet cannot be read. ${parts.fault} Save it anew as .xlsx or .csv.`;
  const fault = sheetsFault(parts);
  if (fault) return fault;
  try {
    // Packed anew: the reader goes by other headers than the directory, and must see what was looked at and nothing else.
    const sheets = (await readWorkbook(packedAnew(parts), { trim: false })) as ReadSheet[];
    if (form === 'text') {
      const text = textOfTable(sheets[0]?.data ?? []);
      return text === null ? TOO_LARGE : [text];
    }
    return isTooLong(sheets) ? TOO_LARGE : written(sheets);
  } catch {
    return 'The spreadsheet cannot be opened. Save it anew as .xlsx or .csv.';
  }
}

/** What was unpacked is given up for it: a workbook of a whole framework is large enough once. */
function packedAnew(parts: Map<string, Buffer>): Buffer {
  const { buffer: memory, byteOffset, length } = zipSync(Object.fromEntries(parts), { level: 0 });
  parts.clear();
  return Buffer.from(memory, byteOffset, length);
}

function isTooLong(sheets: readonly ReadSheet[]): boolean {
  let length = 0;
  for (const { data } of sheets)
    for (const row of data)
      for (const cell of row) {
        length += typeof cell === 'string' ? cell.length : 0;
        if (length > MOST_TEXT) return true;
      }
  return false;
}

const write = (text: string) => new Promise<void>((done) => process.stdout.write(text, () => done()));
