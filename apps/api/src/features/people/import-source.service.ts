import { Injectable } from '@nestjs/common';
import readXlsxFile from 'read-excel-file/node';
import { decode, type ImportText, readImportText, textOfTable } from './import-text.rules.js';

/** A spreadsheet is unpacked in memory many times its size; a file of text is not. */
const MOST_SHEET_BYTES = 20 * 1024 * 1024;

/** Turns an uploaded file into the one text that is read: spreadsheets by their first sheet, text in whatever encoding. */
@Injectable()
export class ImportSourceService {
  async read(name: string, bytes: Buffer): Promise<ImportText | { problem: string }> {
    if (!/\.xlsx$/i.test(name)) return readImportText(decode(bytes));
    if (bytes.length > MOST_SHEET_BYTES)
      return { problem: 'A spreadsheet of this size cannot be read. Save it as .csv and take that.' };
    try {
      const [first] = await readXlsxFile(bytes);
      return readImportText(textOfTable(first?.data ?? []));
    } catch {
      return { problem: 'The spreadsheet cannot be opened. Save it anew as .xlsx or .csv.' };
    }
  }
}
