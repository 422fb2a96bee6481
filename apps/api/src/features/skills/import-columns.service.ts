import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import type { FrameworkImport } from './framework-import.entity.js';
import type { ColumnsSaid, TableBefore, TableShown } from './sheet-columns.rules.js';
import type { ColumnSaid } from './sheet-fields.rules.js';

/** So many earlier imports are looked through for the same headers. */
const LOOKED_THROUGH = 50;

/** Which column is what: as somebody says, or as was said of the last file with the same headers. */
@Injectable()
export class ImportColumnsService {
  async saidOf(system: Viewer, it: FrameworkImport): Promise<ColumnsSaid> {
    return it.columns ? { said: it.columns, before: [] } : { said: null, before: await this.before(system, it) };
  }

  /** Newest first. What was given up, or never could be read, teaches nothing. */
  private async before(system: Viewer, it: FrameworkImport): Promise<TableBefore[]> {
    const rows = await system.tx.query<{ columns: ColumnSaid[]; tables: TableShown[] | null }>(
      `SELECT columns, summary->'tables' AS tables FROM framework_import
       WHERE kind = $1 AND id <> $2 AND columns IS NOT NULL AND state IN ('PREVIEWED', 'APPLYING', 'APPLIED') AND errors = 0
       ORDER BY created_at DESC, id DESC LIMIT $3`,
      [it.kind, it.id, LOOKED_THROUGH],
    );
    return rows.flatMap(({ columns, tables }) =>
      (tables ?? []).map(({ table, columns: shown }) => ({
        table,
        headers: shown.map(({ header }) => header),
        columns: columns.filter((each) => each.table === null || each.table === table),
      })),
    );
  }
}
