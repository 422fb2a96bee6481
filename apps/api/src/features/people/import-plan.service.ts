import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { newId } from '../../platform/database/id.js';
import type { ColumnMapping, ImportField } from './import-columns.rules.js';
import type { ImportText } from './import-text.rules.js';
import { dayIn } from './import-text.rules.js';
import { JobRoleLevels } from './job-role-levels.service.js';
import { type KnownUnit, pathText, UnitPaths } from './unit-paths.rules.js';
import { changedRows, linesInto, managersInto, scratchTables } from './import-plan.rules.js';

/** What an import is to do, beside its file. */
export interface ImportOrder {
  mapping: readonly ColumnMapping[];
  effectiveOn: string;
  /** Units within which changes may be made; null: everywhere. */
  unitIds: readonly string[] | null;
}

export const MOST_ROWS = 200_000;

/**
 * Works out, inside the transaction and in tables that end with it, what each row of a file would change.
 * Nothing is changed here. What comes of it are the tables `import_line` (every row with the person it means),
 * `import_plan` (the rows that differ from what is recorded), `import_problem` and the units that the file would make.
 */
@Injectable()
export class ImportPlanService {
  constructor(private readonly levels: JobRoleLevels) {}

  /** Gives how many rows were read, or why the file is no table. */
  async lay(system: Viewer, source: ImportText, order: ImportOrder): Promise<{ rows: number } | { problem: string }> {
    const { tx } = system;
    // Compiling a query costs more than these queries do; and the joins fit into this much memory each.
    await tx.query(`SET LOCAL jit = off; SET LOCAL work_mem = '64MB'`);
    await tx.query(scratchTables(source.headers.length));
    const copied = await this.copy(system, source);
    if ('problem' in copied) return copied;
    const cells = columnsOf(source, order.mapping);
    await tx.query(linesInto(cells), [order.effectiveOn]);
    await tx.query('ANALYZE import_line');
    const mapped = new Set(order.mapping.map(({ field }) => field).filter((field) => field !== null));
    await this.resolveUnits(system, mapped);
    await this.resolveLevels(system, mapped);
    await this.resolveDays(system, mapped);
    for (const statement of managersInto(mapped)) await tx.query(statement, [order.effectiveOn]);
    await tx.query(changedRows(mapped), [order.effectiveOn]);
    await tx.query('ANALYZE import_plan');
    const [counted] = await tx.query<{ n: number }>('SELECT count(*)::int AS n FROM import_line');
    return { rows: counted?.n ?? 0 };
  }

  private async copy(system: Viewer, source: ImportText): Promise<{ rows: number } | { problem: string }> {
    const names = source.headers.map((_, index) => `c${index}`).join(', ');
    const delimiter = source.delimiter === '\t' ? `E'\\t'` : `'${source.delimiter}'`;
    await system.tx.query('SAVEPOINT reading');
    try {
      const rows = await system.tx.copyIn(
        `COPY import_raw (${names}) FROM STDIN (FORMAT csv, HEADER true, DELIMITER ${delimiter}, ENCODING 'UTF8')`,
        Readable.from(pieces(source.text)),
      );
      if (rows > MOST_ROWS) throw new TooMany(rows);
      await system.tx.query('RELEASE SAVEPOINT reading');
      return { rows };
    } catch (error) {
      const problem = inPlainWords(error);
      if (problem === null) throw error;
      await system.tx.query('ROLLBACK TO SAVEPOINT reading');
      return { problem };
    }
  }

  /** Few units stand in many rows: each text is read once, here. */
  private async resolveUnits(system: Viewer, mapped: ReadonlySet<ImportField>): Promise<void> {
    if (!mapped.has('UNIT')) return;
    const texts = await this.distinct(system, 'unit');
    const paths = new UnitPaths(
      await system.tx.query<KnownUnit>('SELECT id, name, parent_id AS "parentId" FROM org_unit'),
    );
    const made: (KnownUnit & { position: number })[] = [];
    const meanings = texts.map((text) => {
      const meaning = paths.meaningOf(text);
      if (meaning.is === 'unclear')
        return {
          text,
          problem: `There are several units ${text}. Name it by its path: ${meaning.paths.slice(0, 5).join(' or ')}.`,
        };
      if (meaning.is === 'wrong') return { text, problem: meaning.why };
      if (meaning.is === 'known') return { text, unit_id: meaning.id, label: pathText(paths.pathOf(meaning.id)) };
      let parentId = meaning.belowId;
      for (const name of meaning.names) {
        const unit = { id: newId(), name, parentId, position: made.length };
        made.push(unit);
        paths.add(unit);
        parentId = unit.id;
      }
      return { text, unit_id: parentId, label: `${pathText(paths.pathOf(parentId ?? ''))} (new unit)` };
    });
    await this.keep(
      system,
      'import_unit (text, unit_id, label, problem)',
      'text text, unit_id uuid, label text, problem text',
      meanings,
    );
    await this.keep(
      system,
      'import_new_unit (id, name, parent_id, position)',
      'id uuid, name text, parent_id uuid, position int',
      made.map(({ id, name, parentId, position }) => ({ id, name, parent_id: parentId, position })),
    );
  }

  private async resolveLevels(system: Viewer, mapped: ReadonlySet<ImportField>): Promise<void> {
    if (!mapped.has('JOB_ROLE_LEVEL')) return;
    const texts = await this.distinct(system, 'level');
    const found = await this.levels.named(system, texts);
    const meanings = texts.map((text) => {
      const ids = found.get(text) ?? [];
      if (ids.length === 1) return { text, level_id: ids[0] };
      if (ids.length === 0) return { text, problem: `There is no level of a job role called ${text}.` };
      return { text, problem: `Several levels of job roles are called ${text}. Use its code.` };
    });
    await this.keep(
      system,
      'import_level (text, level_id, problem)',
      'text text, level_id uuid, problem text',
      meanings,
    );
  }

  private async resolveDays(system: Viewer, mapped: ReadonlySet<ImportField>): Promise<void> {
    const days: { text: string; day: string | null }[] = [];
    for (const [field, column] of [
      ['STARTS_ON', 'starts_on'],
      ['LAST_DAY', 'last_day'],
    ] as const)
      if (mapped.has(field))
        days.push(...(await this.distinct(system, column)).map((text) => ({ text, day: dayIn(text) })));
    if (days.length === 0) return;
    const once = [...new Map(days.map((each) => [each.text, each])).values()];
    await this.keep(system, 'import_day (text, day)', 'text text, day date', once);
  }

  private async distinct(system: Viewer, column: string): Promise<string[]> {
    const rows = await system.tx.query<{ text: string }>(
      `SELECT DISTINCT ${column} AS text FROM import_line WHERE ${column} IS NOT NULL AND ${column} <> '-' ORDER BY 1`,
    );
    return rows.map(({ text }) => text);
  }

  private keep(system: Viewer, into: string, columns: string, rows: readonly object[]): Promise<unknown> {
    const names = /\((.*)\)/.exec(into)?.[1] ?? '*';
    return system.tx.query(
      `INSERT INTO ${into} SELECT ${names} FROM jsonb_to_recordset($1::jsonb) AS given (${columns})`,
      [JSON.stringify(rows)],
    );
  }
}

class TooMany extends Error {
  constructor(rows: number) {
    super(`The file has ${rows} rows; ${MOST_ROWS} are the most. Part it into several.`);
  }
}

/** The database's own words about a line that is no row, in ours; null for faults that are not the file's. */
function inPlainWords(error: unknown): string | null {
  if (error instanceof TooMany) return error.message;
  if (!(error instanceof Error) || !('code' in error) || error.code !== '22P04') return null;
  const where = 'where' in error && typeof error.where === 'string' ? error.where : '';
  const row = Number(/line (\d+)/.exec(where)?.[1] ?? 0);
  const at = row ? `Row ${row}` : 'A row';
  if (/missing data/.test(error.message)) return `${at} has fewer columns than the first line names.`;
  if (/extra data/.test(error.message)) return `${at} has more columns than the first line names.`;
  if (/unterminated/.test(error.message)) return `${at} opens a quote that is never closed.`;
  return `${at} cannot be read as a row of a table.`;
}

/** The text in pieces that the connection takes without holding a second whole copy of it. */
function* pieces(text: string): Generator<Buffer> {
  const size = 256 * 1024;
  for (let at = 0, end = 0; at < text.length; at = end) {
    end = at + size;
    // A sign of two halves is never cut in the middle.
    if (/[\ud800-\udbff]/.test(text[end - 1] ?? '')) end += 1;
    yield Buffer.from(text.slice(at, end));
  }
}

/** Which column of the file each field is in. */
function columnsOf(source: ImportText, mapping: readonly ColumnMapping[]): ReadonlyMap<ImportField, string> {
  const columns = new Map<ImportField, string>();
  for (const { header, field } of mapping) {
    const index = source.headers.indexOf(header);
    if (field && index >= 0) columns.set(field, `c${index}`);
  }
  return columns;
}
