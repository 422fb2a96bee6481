import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { csvLine } from '../../platform/export/spreadsheet-safe.js';
import { FilesService } from '../../platform/storage/files.service.js';
import { csvRecords } from './csv-stream.js';
import { FileFault, formatFile } from './format-files.js';
import type { FormatFile } from './framework-format.js';
import type { ImportedFile } from './framework-import.entity.js';
import { FrameworkImportService } from './framework-import.service.js';
import { type Finding, tablesIn } from './import-findings.rules.js';

interface Table {
  header: string[];
  rows: ReadonlyMap<number, string[]>;
}

/** Gives rows back to whoever has to mend them. */
@Injectable()
export class FrameworkImportErrors {
  constructor(
    private readonly files: FilesService,
    private readonly imports: FrameworkImportService,
  ) {}

  /** Where the file is a table: its rows with something wrong. Else, what is wrong and where. Null: there is no such file. */
  async of(viewer: Viewer, importId: string, fileId: string): Promise<string | null> {
    const it = await this.imports.find(viewer, importId);
    const file = it?.files.find((each) => each.fileId === fileId);
    if (!it || !file) return null;
    const errors = await viewer.tx.query<Finding>(
      `SELECT severity, kind, file, row, "column", message FROM framework_import_finding
       WHERE import_id = $1 AND severity = 'ERROR' AND (file IN ($2, '') OR starts_with(file, $3)) ORDER BY n`,
      [it.id, file.name, tablesIn(file.name)],
    );
    const table = await this.tableOf(viewer, file, new Set(errors.map(({ row }) => row)));
    // In a workbook or an archive rows are counted anew in every table.
    const inTables = errors.some((error) => error.file.startsWith(tablesIn(file.name)));
    const said = (error: Finding) => [
      ...(inTables ? [error.file.slice(tablesIn(file.name).length)] : []),
      ...[error.column, error.row, error.message],
    ];
    return [
      csvLine([...table.header, ...(inTables ? ['Table'] : []), 'Column', 'Row', 'Error']),
      ...errors.map((error) => {
        const cells = table.rows.get(error.row ?? 0) ?? [];
        return csvLine([...table.header.map((_, at) => cells[at] ?? ''), ...said(error)]);
      }),
    ].join('');
  }

  private async tableOf(viewer: Viewer, file: ImportedFile, wanted: ReadonlySet<number | null>): Promise<Table> {
    const rows = new Map<number, string[]>();
    const stored = /\.(csv|txt|tsv)(\.gz)?$/i.test(file.name) ? await this.files.byId(viewer, file.fileId) : null;
    if (!stored) return { header: [], rows };
    const source = formatFile(file.slot, file.name, () => this.files.open(stored));
    const header = await fill(source, /\.csv(\.gz)?$/i.test(file.name) ? ',' : '\t', wanted, rows);
    return { header, rows };
  }
}

/** Keeps the rows that are wanted, as far as the file can be read; gives its header. */
async function fill(
  source: FormatFile,
  separator: string,
  wanted: ReadonlySet<number | null>,
  rows: Map<number, string[]>,
): Promise<string[]> {
  let header: string[] | null = null;
  try {
    for await (const records of csvRecords(source, separator))
      for (const { row, cells } of records) {
        if (!header) header = cells.map((name) => name.replace(/^\uFEFF/, '').trim());
        else if (wanted.has(row)) rows.set(row, cells);
      }
  } catch (error) {
    if (!(error instanceof FileFault)) throw error;
  }
  return header ?? [];
}
