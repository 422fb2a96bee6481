import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Viewer } from '../access/viewer.js';
import { limitOf, type Page, type PageInput, pageOf, readTimeCursor } from '../graphql/connection.js';
import type { AuditFilters } from './audit.inputs.js';
import { AuditLink } from './audit-chain.entity.js';
import { CHAIN_BEGINS } from './audit-chain.js';
import { AuditEntry } from './audit-entry.entity.js';
import type { AuditHeadType } from './audit-entry.type.js';
import './audit.policy.js';
import { type AuditSearch, searchOf } from './audit-search.js';

/** Counting a million rows takes longer than reading a page; beyond this nobody needs the exact number. */
const MOST_COUNTED = 10_000;

/** Reads the audit log. Nothing here or elsewhere changes it. */
@Injectable()
export class AuditLogService {
  /** Newest first. */
  async page(viewer: Viewer, input: PageInput & AuditFilters): Promise<Page<AuditEntry>> {
    const search = await searchOf(viewer, input);
    const total = await count(viewer, search);
    const rows = await this.rows(viewer, search, input);
    return pageOf(rows, input, total, (entry) => [entry.at.toISOString(), entry.id]);
  }

  /** Where a row stands in the chain; null for less than a second. */
  placeOf(viewer: Viewer, entryId: string): Promise<AuditLink | null> {
    return viewer.load('audit-place', entryId, async (ids) => {
      const links = await viewer.tx.manager.findBy(AuditLink, { entryId: In([...ids]) });
      return new Map(links.map((link) => [link.entryId, link]));
    });
  }

  async head(viewer: Viewer): Promise<AuditHeadType> {
    const [last] = await viewer.tx.manager.find(AuditLink, { order: { sequence: 'DESC' }, take: 1 });
    const [waiting] = await viewer.tx.query<{ n: number; oldest: Date | null }>(
      'SELECT count(*)::int AS n, min(at) AS oldest FROM audit_unchained',
    );
    return {
      sequence: last?.sequence ?? 0,
      hash: last?.chainHash ?? CHAIN_BEGINS,
      chainedAt: last?.chainedAt ?? null,
      unchained: waiting?.n ?? 0,
      oldestUnchained: waiting?.oldest ?? null,
    };
  }

  /** Each way gives its newest rows by its index; the newest of them all are the page. */
  private async rows(viewer: Viewer, { ways, parameters }: AuditSearch, input: PageInput): Promise<AuditEntry[]> {
    if (ways.length === 0) return [];
    const given = [...parameters];
    const limit = `LIMIT $${given.push(limitOf(input))}`;
    const from = readTimeCursor(input.after);
    const after = from
      ? `AND (entry.at, entry.id) < ($${given.push(from.at)}::timestamptz, $${given.push(from.id)}::uuid)`
      : '';
    const newest = `ORDER BY at DESC, id DESC ${limit}`;
    const each = ways.map((way) => `(SELECT ${COLUMNS} FROM audit_entry entry WHERE ${way} ${after} ${newest})`);
    const rows = await viewer.tx.query<AuditEntry>(
      `${each.join(' UNION ALL ')} ${ways.length > 1 ? newest : ''}`,
      given,
    );
    return rows.map((row) => viewer.tx.manager.create(AuditEntry, row));
  }
}

const COLUMNS = 'id, at, actor_id AS "actorId", actor_kind AS "actorKind", operation, target, detail, outcome, digest';

async function count(viewer: Viewer, { where, parameters }: AuditSearch): Promise<number> {
  const [row] = await viewer.tx.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM (SELECT FROM audit_entry entry WHERE ${where} LIMIT ${MOST_COUNTED}) AS counted`,
    parameters,
  );
  return row?.n ?? 0;
}

/** The row's detail in one line: how it ended, then what it was given (never contents, only their length). */
export function inOneLine(detail: Record<string, unknown>): string {
  const { refused, failed, arguments: given, ...others } = detail;
  const words = [...flat(given, ''), ...flat(others, '')].map(([name, value]) => `${name} ${value}`);
  const ended =
    typeof failed === 'string' ? `Failed: ${failed}` : typeof refused === 'string' ? `Refused: ${refused}` : 'Done';
  return [ended, ...words].join(' · ');
}

function flat(value: unknown, path: string): [string, string][] {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((inner, index) => flat(inner, `${path}[${index}]`));
  if (typeof value === 'object')
    return Object.entries(value).flatMap(([key, inner]) => flat(inner, path ? `${path}.${key}` : key));
  return [[path, typeof value === 'string' ? value : JSON.stringify(value)]];
}
