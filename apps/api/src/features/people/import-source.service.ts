import { Injectable } from '@nestjs/common';
import { WorkbooksService } from '../../platform/spreadsheets/workbooks.service.js';
import { decode, type ImportText, readImportText } from './import-text.rules.js';

/** Turns an uploaded file into the one text that is read: spreadsheets by their first sheet, text in whatever encoding. */
@Injectable()
export class ImportSourceService {
  constructor(private readonly workbooks: WorkbooksService) {}

  async read(name: string, bytes: Buffer): Promise<ImportText | { problem: string }> {
    if (!/\.xlsx$/i.test(name)) return readImportText(decode(bytes));
    const text = await this.workbooks.text(bytes);
    return typeof text === 'string' ? readImportText(text) : { problem: text.fault };
  }
}
