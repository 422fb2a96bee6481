import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { newId } from '../../platform/database/id.js';
import type { ColumnMapping, ImportField } from './import-columns.rules.js';
import type { ImportText } from './import-text.rules.js';
import { dayIn } from './import-text.rules.js';
import { JobRoleLevels } from './job-role-levels.service.js';
import { type KnownUnit, pathText, UnitPaths } from './unit-paths.rules.js';
import { freshRows, keysTwice } from './import-compare.rules.js';
import { cell, changedRows, linesInto, managersInto, scratchTables } from './import-plan.rules.js';

/** What an import is to do, beside its file. */
export interface ImportOrder {
  mapping: readonly ColumnMapping[];
  effectiveOn: string;
  /** Units within which changes may be made; null: everywhere. */
  unitIds: readonly string[] | null;
}

const MOST_ROWS = 200_000;
const ROWS_BY_INDEX = 2_000;

/**
 * Works out, inside the transaction and in tables that end with it, what each row of a file would change.
 * Nothing is changed here. What comes of it are the tables `import_line` (every row with the person it means),
 * `import_plan` (the rows that differ from what is recorded), `import_problem` and the units that the file would make.
 */
@Injectable()
export class ImportPlanService {
  constructor(private readonly levels: JobRoleLevels) {}

  /** Gives where in the file each field is, or why the file is no table. */
  async lay(
    system: Viewer,
    source: ImportText,
    order: ImportOrder,
  ): Promise<{ columns: ReadonlyMap<ImportField, string> } | { problem: string }> {
    const { tx } = system;
    // Compiling a query costs more than these queries do; the joins fit into this much memory each, and so do the rows that
    // are looked up: a few in a hundred by their index, and nothing is sorted in order to be joined.
    await tx.query(
      `SET LOCAL jit = off; SET LOCAL work_mem = '64MB'; SET LOCAL random_page_cost = 1.1; SET LOCAL enable_mergejoin = off`,
    );
    await tx.query(scratchTables(source.headers.length));
    const copied = await this.copy(system, source);
    if ('problem' in copied) return copied;
    const columns = columnsOf(source, order.mapping);
    const paths = new UnitPaths(await tx.query<KnownUnit>('SELECT id, name, parent_id AS "parentId" FROM org_unit'));
    if (columns.has('UNIT')) await this.keepUnits(system, paths.known());
    await this.resolveLevels(system, columns.get('JOB_ROLE_LEVEL'));
    await this.resolveDays(system, [columns.get('STARTS_ON'), columns.get('LAST_DAY')]);
    await tx.query(keysTwice(columns));
    // Going through an index row by row pays for some hundreds of rows, and is dear beyond.
    if (copied.rows > ROWS_BY_INDEX) await tx.query('SET LOCAL enable_nestloop = off');
    await tx.query(freshRows(columns), [order.effectiveOn]);
    await tx.query('SET LOCAL enable_nestloop = on');
    await tx.query('ANALYZE import_fresh (row)');
    await this.resolveUnits(system, columns.get('UNIT'), paths, order.unitIds);
    await tx.query(linesInto(columns), [order.effectiveOn]);
    await tx.query('ANALYZE import_line (row, person_id, person_number, email, manager_number, manager_email)');
    const mapped = new Set(columns.keys());
    for (const statement of managersInto(mapped)) await tx.query(statement, [order.effectiveOn]);
    await tx.query(changedRows(mapped), [order.effectiveOn]);
    await tx.query('ANALYZE import_plan (row, person_id, employment_id)');
    return { columns };
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

  /** Units that are new, unclear or written in another way; few of them stand in many rows. */
  private async resolveUnits(
    system: Viewer,
    column: string | undefined,
    paths: UnitPaths,
    unitIds: readonly string[] | null,
  ): Promise<void> {
    if (!column) return;
    const known = new Set(paths.known().map(({ text }) => text));
    const texts = (await this.distinct(system, column, 'import_fresh')).filter((text) => !known.has(text));
    const reach = new Set(unitIds);
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
      if (unitIds && !(meaning.belowId && reach.has(meaning.belowId)))
        return { text, problem: 'Your role is limited to a unit: a new one lies below it.' };
      let parentId = meaning.belowId;
      for (const name of meaning.names) {
        const unit = { id: newId(), name, parentId, position: made.length };
        made.push(unit);
        paths.add(unit);
        reach.add(unit.id);
        parentId = unit.id;
      }
      return { text, unit_id: parentId, label: `${pathText(paths.pathOf(parentId ?? ''))} (new unit)` };
    });
    await this.keepUnits(system, meanings);
    await this.keep(
      system,
      'import_new_unit (id, name, parent_id, position)',
      'id uuid, name text, parent_id uuid, position int',
      made.map(({ id, name, parentId, position }) => ({ id, name, parent_id: parentId, position })),
    );
  }

  private keepUnits(
    system: Viewer,
    meanings: readonly { text: string; unit_id?: string | null; label?: string; problem?: string }[],
  ): Promise<unknown> {
    const columns = 'text text, unit_id uuid, label text, problem text';
    return this.keep(system, 'import_unit (text, unit_id, label, problem)', columns, meanings);
  }

  private async resolveLevels(system: Viewer, column: string | undefined): Promise<void> {
    if (!column) return;
    const texts = await this.distinct(system, column);
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

  private async resolveDays(system: Viewer, columns: readonly (string | undefined)[]): Promise<void> {
    const texts = new Set<string>();
    for (const column of columns) if (column) for (const text of await this.distinct(system, column)) texts.add(text);
    const days = [...texts].map((text) => ({ text, day: dayIn(text) }));
    await this.keep(system, 'import_day (text, day)', 'text text, day date', days);
  }

  private async distinct(system: Viewer, column: string, table = 'import_raw'): Promise<string[]> {
    const rows = await system.tx.query<{ text: string }>(
      `SELECT DISTINCT ${cell('text')} AS text FROM (SELECT DISTINCT ${column} AS text FROM ${table}) once
       WHERE ${cell('text')} <> '-' ORDER BY 1`,
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
export function columnsOf(source: ImportText, mapping: readonly ColumnMapping[]): ReadonlyMap<ImportField, string> {
  const columns = new Map<ImportField, string>();
  for (const { header, field } of mapping) {
    const index = source.headers.indexOf(header);
    if (field && index >= 0) columns.set(field, `c${index}`);
  }
  return columns;
}
