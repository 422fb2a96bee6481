import type { World } from '../invented-world.js';
import { idOf } from './actors.js';

/** Where the casts of all areas put their rows: tables that fill, and moments around now. */
export interface Stage {
  rows: World['rows'];
  day(offset: number): string;
  /** Two days ago unless told otherwise. */
  hour(offset?: number): string;
  put(table: string, row: Record<string, unknown>): void;
  /** A row that is known by name. */
  add(table: string, name: string, row: Record<string, unknown>): void;
}

export function emptyStage(now: Date): Stage {
  const rows: World['rows'] = {};
  const put: Stage['put'] = (table, row) => (rows[table] ??= []).push(row);
  return {
    rows,
    day: (offset) => new Date(now.getTime() + offset * 86_400_000).toISOString().slice(0, 10),
    hour: (offset = -48) => new Date(now.getTime() + offset * 3_600_000).toISOString(),
    put,
    add: (table, name, row) => put(table, { id: idOf(name), ...row }),
  };
}
