import { Injectable } from '@nestjs/common';
import { zipSync } from 'fflate';
import { readSheet } from 'read-excel-file/node';
import { officeParts } from '../../platform/storage/office-parts.js';
import { sheetsFault } from '../../platform/storage/sheet-fault.js';
import { decode, type ImportText, readImportText, textOfTable } from './import-text.rules.js';

/** A spreadsheet is unpacked in memory many times its size; a file of text is not. */
const MOST_SHEET_BYTES = 20 * 1024 * 1024;
const TOO_LARGE = { problem: 'A spreadsheet of this size cannot be read. Save it as .csv and take that.' };

/** Turns an uploaded file into the one text that is read: spreadsheets by their first sheet, text in whatever encoding. */
@Injectable()
export class ImportSourceService {
  async read(name: string, bytes: Buffer): Promise<ImportText | { problem: string }> {
    if (!/\.xlsx$/i.test(name)) return readImportText(decode(bytes));
    if (bytes.length > MOST_SHEET_BYTES) return TOO_LARGE;
    const parts = await officeParts(bytes, (part) => /\.xml(\.rels)?$/.test(part));
    if ('fault' in parts)
      return { problem: `The spreadsheet cannot be read. ${parts.fault} Save it anew as .xlsx or .csv.` };
    const fault = sheetsFault(parts);
    if (fault) return { problem: fault };
    try {
      // Packed anew: the reader goes by other headers than the directory, and must see what was looked at and nothing else.
      const looked = Buffer.from(zipSync(Object.fromEntries(parts), { level: 0 }));
      const text = textOfTable(await readSheet(looked, { trim: false }));
      return text === null ? TOO_LARGE : readImportText(text);
    } catch {
      return { problem: 'The spreadsheet cannot be opened. Save it anew as .xlsx or .csv.' };
    }
  }
}
