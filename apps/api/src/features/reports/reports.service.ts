import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { streamed } from '../../platform/database/streamed.js';
import { limitOf, type PageInput, readCursor } from '../../platform/graphql/connection.js';
import { InputProblem, InvalidInput } from '../../platform/graphql/refusal.js';
import {
  COUNT,
  type CountedGroup,
  problemsOf,
  type ReportDefinition,
  type ReportStatement,
  sorted,
  statementOf,
  subjectOf,
  tellableOf,
  totalOf,
} from './report.rules.js';
import { REPORT_SUBJECTS, type ReportSubject, type Subject } from './report-subjects.rules.js';
import { TookTooLong } from './reports.refusals.js';

export interface ReportRow {
  id: string;
  cells: (string | null)[];
}

/** A report to take along. */
export interface ReportFile extends Pick<Report, 'heads' | 'notice'> {
  count: number;
  rows(viewer: Viewer): AsyncIterable<ReportRow>;
}

export interface Report {
  heads: string[];
  rows: ReportRow[];
  total: number;
  /** Where more follow. */
  endCursor: string | null;
  notice: string | null;
}

/** Rows of a file, at most: a sheet holds hardly more. */
const MOST_EXPORTED = 1_000_000;
/** Nobody waits for a page here, and all rows are put in order before the first. */
const FILE_PATIENCE_MS = 120_000;
const MOST_GROUPS = 5_000;
const PATIENCE_MS = 8_000;
const CANCELLED = '57014';

/** Runs definitions as the person who asks: what their rows may be is said by the database's own rules. */
@Injectable()
export class ReportsService {
  /** What somebody can report on at all. */
  subjects(viewer: Viewer): ReportSubject[] {
    return REPORT_SUBJECTS.filter(({ key }) => mayReportOn(viewer, key));
  }

  /** What is wrong with a definition for this person; null where nothing is. */
  problems(viewer: Viewer, definition: ReportDefinition): InvalidInput | null {
    // What one may not report on answers as what there is not.
    const found = mayReportOn(viewer, definition.subject)
      ? problemsOf(definition)
      : [{ field: 'subject', message: 'There is no such subject.' }];
    return found.length > 0
      ? new InvalidInput(found.map(({ field, message }) => new InputProblem(field, message)))
      : null;
  }

  run(viewer: Viewer, definition: ReportDefinition, input: PageInput): Promise<Report | InvalidInput | TookTooLong> {
    const [word] = readCursor(input.after) ?? [];
    const offset = /^\d{1,7}$/.test(word ?? '') ? Number(word) : 0;
    return this.read(viewer, definition, limitOf(input), offset);
  }

  /** What a file of it holds and in which order; its rows are read when it is written. */
  async file(viewer: Viewer, definition: ReportDefinition): Promise<ReportFile | InvalidInput | TookTooLong> {
    if (definition.groupBy.length > 0) {
      const report = await this.read(viewer, definition, MOST_GROUPS + 1, 0);
      if (!('heads' in report)) return report;
      const { heads, rows, notice } = report;
      return { heads, notice, count: rows.length, rows: () => inTurn(rows) };
    }
    const wrong = this.problems(viewer, definition);
    if (wrong) return wrong;
    const total = await this.total(viewer, definition);
    if (total instanceof TookTooLong) return total;
    const count = Math.min(total, MOST_EXPORTED);
    const left = total - count;
    return {
      ...{ heads: headsOf(definition), count },
      notice: left > 0 ? `${left} more rows are left out: a file holds at most ${MOST_EXPORTED}. Add a filter.` : null,
      rows: (reader) => inPatience(reader, statementOf(definition, count, 0)),
    };
  }

  private async read(
    viewer: Viewer,
    definition: ReportDefinition,
    limit: number,
    offset: number,
  ): Promise<Report | InvalidInput | TookTooLong> {
    const wrong = this.problems(viewer, definition);
    if (wrong) return wrong;
    const counted = definition.groupBy.length > 0;
    const { sql, values } = statementOf(definition, counted ? MOST_GROUPS : limit, offset);
    const rows = await inTime<ReportRow & CountedGroup>(viewer, sql, values);
    if (rows instanceof TookTooLong) return rows;
    const heads = headsOf(definition);
    if (counted) return countedReport(definition, heads, rows, limit, offset);
    const total = await this.total(viewer, definition);
    if (total instanceof TookTooLong) return total;
    return { heads, notice: null, ...pageFrom(rows, limit, offset, total) };
  }

  private async total(viewer: Viewer, definition: ReportDefinition): Promise<number | TookTooLong> {
    const { sql, values } = totalOf(definition);
    // Nothing is narrowed: every row is met once, and looking each up would take twice as long.
    const all = definition.filters.length === 0;
    const found = await inTime<{ total: number }>(viewer, sql, values, all ? 'SET LOCAL enable_nestloop = off' : '');
    return found instanceof TookTooLong ? found : (found[0]?.total ?? 0);
  }
}

/** People and what they hold: who plans for everybody and keeps the directory. Attempts: who watches over assessment. */
function mayReportOn(viewer: Viewer, subject: Subject): boolean {
  if (!viewer.mayEverywhere('insights.read')) return false;
  if (subject === 'ATTEMPTS') return viewer.mayEverywhere('assessment.quality');
  return viewer.mayEverywhere('achievement.design') && viewer.mayEverywhere('people.read');
}

/** A statement that is given up after its time leaves the rest of the request as it was. */
async function inTime<Row extends object>(
  viewer: Viewer,
  sql: string,
  values: unknown[],
  setting = '',
): Promise<Row[] | TookTooLong> {
  await viewer.tx.query(`SAVEPOINT report; SET LOCAL statement_timeout = ${PATIENCE_MS}; ${setting}`);
  try {
    const rows = await viewer.tx.query<Row>(sql, values);
    await viewer.tx.query(`ROLLBACK TO SAVEPOINT report; RELEASE SAVEPOINT report`);
    return rows;
  } catch (error) {
    if ((error as { code?: string }).code !== CANCELLED) throw error;
    await viewer.tx.query('ROLLBACK TO SAVEPOINT report; RELEASE SAVEPOINT report');
    return new TookTooLong();
  }
}

function headsOf({ subject, columns, groupBy }: ReportDefinition): string[] {
  const all = subjectOf(subject)?.columns ?? [];
  const label = (key: string) => all.find((column) => column.key === key)?.label ?? '';
  if (groupBy.length === 0) return columns.map(label);
  return [...groupBy.map(label), 'Count', ...(subjectOf(subject)?.person ? ['People'] : [])];
}

function countedReport(
  definition: ReportDefinition,
  heads: string[],
  groups: CountedGroup[],
  limit: number,
  offset: number,
): Report {
  const { shown, leftOut } = tellableOf(groups);
  const ordered = sorted(shown, definition).map(({ cells, rows, people }, at) => ({
    id: `${COUNT}-${at}`,
    cells: [...cells, String(rows), ...(heads.length > cells.length + 1 ? [String(people)] : [])],
  }));
  return {
    heads,
    ...pageFrom(ordered.slice(offset, offset + limit), limit, offset, ordered.length),
    notice: noticeOf(shown.length, leftOut, groups.length >= MOST_GROUPS),
  };
}

function noticeOf(shown: number, leftOut: number, more: boolean): string | null {
  if (more) return `There are more than ${MOST_GROUPS} groups. Add a filter: those that are shown are not all.`;
  if (leftOut === 0) return null;
  if (shown === 0) return 'This report would tell of fewer than five people at a time. Nothing of it is shown.';
  return leftOut === 1
    ? 'One group is left out: it, or what could be worked out from it, would tell of fewer than five people.'
    : `${leftOut} groups are left out: they, or what could be worked out from them, would tell of fewer than five people.`;
}

/** By place: a report is read from its beginning, and what changes meanwhile moves at most a row. */
function pageFrom(
  found: readonly ReportRow[],
  limit: number,
  offset: number,
  total: number,
): Pick<Report, 'rows' | 'total' | 'endCursor'> {
  const rows = found.slice(0, limit - 1).map(({ id, cells }) => ({ id, cells }));
  const more = found.length > rows.length;
  return { rows, total, endCursor: more ? cursorOf(offset + rows.length) : null };
}

async function* inTurn(rows: readonly ReportRow[]): AsyncGenerator<ReportRow> {
  yield* await Promise.resolve(rows);
}

/** However many there are, a handful is in memory. */
async function* inPatience(viewer: Viewer, { sql, values }: ReportStatement): AsyncGenerator<ReportRow> {
  await viewer.tx.query(`SET LOCAL statement_timeout = ${FILE_PATIENCE_MS}`);
  yield* streamed<ReportRow>(viewer, sql, values);
}

const cursorOf = (place: number) => Buffer.from(JSON.stringify([String(place)])).toString('base64url');
