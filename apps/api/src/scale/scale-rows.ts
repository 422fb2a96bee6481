import { Readable } from 'node:stream';
import type { Viewer } from '../platform/access/viewer.js';

export type Cell = string | number | null;

/** Rows go to a temporary table first: COPY goes past row-level rules and is refused on the tables themselves. */
export async function copyInto(
  system: Viewer,
  table: string,
  columns: Readonly<Record<string, string>>,
  rows: Iterable<readonly Cell[]>,
): Promise<number> {
  const list = Object.entries(columns).map(([name, type]) => `${name} ${type}`);
  await system.tx.query(`CREATE TEMP TABLE ${table} (${list.join(', ')}) ON COMMIT DROP`);
  const copied = await system.tx.copyIn(`COPY ${table} FROM STDIN`, Readable.from(piecesOf(rows)));
  await system.tx.query(`ANALYZE ${table}`);
  return copied;
}

/** What is generated holds no tab, line break or backslash, so nothing has to be escaped. */
function* piecesOf(rows: Iterable<readonly Cell[]>): Generator<string> {
  let piece = '';
  for (const row of rows) {
    for (const [at, cell] of row.entries()) piece += `${at > 0 ? '\t' : ''}${cell ?? '\\N'}`;
    piece += '\n';
    if (piece.length < PIECE) continue;
    yield piece;
    piece = '';
  }
  yield piece;
}
const PIECE = 64 * 1024;
