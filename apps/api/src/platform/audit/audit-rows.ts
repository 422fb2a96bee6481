import type { AuditedRow } from './audit-chain.js';

/** A row as it is stored, with its own digest. */
export interface StoredAuditRow extends AuditedRow {
  digest: string;
}

/** The columns of a row under the names of `StoredAuditRow`, its time with all six places. */
export const ROW_COLUMNS = `entry.id, to_char(entry.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS at,
  entry.actor_id AS "actorId", entry.actor_kind AS "actorKind", entry.operation, entry.target, entry.detail, entry.digest`;
