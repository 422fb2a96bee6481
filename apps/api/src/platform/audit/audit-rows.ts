import type { Viewer } from '../access/viewer.js';
import type { AuditedRow } from './audit-chain.js';

/** A row as it is stored, with its own digest. */
export interface StoredAuditRow extends AuditedRow {
  digest: string;
}

/** The columns of a row under the names of `StoredAuditRow`, its time with all six places. */
export const ROW_COLUMNS = `entry.id, to_char(entry.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS at,
  entry.actor_id AS "actorId", entry.actor_kind AS "actorKind", entry.operation, entry.target, entry.detail, entry.digest`;

const AT_ONCE = 2_000;

/** Rows of a query of any length, a handful in memory, all as they were when it began. */
export async function* streamed<Row extends object>(
  viewer: Viewer,
  sql: string,
  parameters: unknown[] = [],
): AsyncGenerator<Row> {
  await viewer.tx.query(`DECLARE streamed NO SCROLL CURSOR FOR ${sql}`, parameters);
  try {
    for (;;) {
      const rows = await viewer.tx.query<Row>(`FETCH ${AT_ONCE} FROM streamed`);
      yield* rows;
      if (rows.length < AT_ONCE) return;
    }
  } finally {
    if (viewer.tx.open) await viewer.tx.query('CLOSE streamed').catch(() => undefined);
  }
}
