import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/viewer.js';
import { isId } from '../database/id.js';
import { limitOf, type Page, type PageInput, pageOf, readTimeCursor, searchPattern } from '../graphql/connection.js';
import { AuditEntry } from './audit-entry.entity.js';

/** Reads the audit log. Nothing here or elsewhere changes it. */
@Injectable()
export class AuditLogService {
  /** Newest first; `search` is part of an operation's name, or the id of an actor or target. */
  async page(viewer: Viewer, input: PageInput & { search?: string | null }): Promise<Page<AuditEntry>> {
    const matching = viewer.tx.manager.createQueryBuilder(AuditEntry, 'entry').where('true');
    const words = input.search?.trim();
    const like = searchPattern(words);
    if (words && isId(words)) matching.andWhere('(entry.target = :words OR entry.actorId = :words::uuid)', { words });
    else if (like) matching.andWhere('entry.operation ILIKE :like', { like });
    const total = await matching.getCount();
    const from = readTimeCursor(input.after);
    if (from) matching.andWhere('(entry.at, entry.id) < (:at::timestamptz, :id::uuid)', from);
    const rows = await matching
      .orderBy('entry.at', 'DESC')
      .addOrderBy('entry.id', 'DESC')
      .limit(limitOf(input))
      .getMany();
    return pageOf(rows, input, total, (entry) => [entry.at.toISOString(), entry.id]);
  }
}

/** The row's detail in one line: how it ended, then what it was given (never contents, only their length). */
export function inOneLine(detail: Record<string, unknown>): string {
  const { refused, arguments: given, ...others } = detail;
  const words = [...flat(given, ''), ...flat(others, '')].map(([name, value]) => `${name} ${value}`);
  return [typeof refused === 'string' ? `Refused: ${refused}` : 'Done', ...words].join(' · ');
}

function flat(value: unknown, path: string): [string, string][] {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((inner, index) => flat(inner, `${path}[${index}]`));
  if (typeof value === 'object')
    return Object.entries(value).flatMap(([key, inner]) => flat(inner, path ? `${path}.${key}` : key));
  return [[path, typeof value === 'string' ? value : JSON.stringify(value)]];
}
