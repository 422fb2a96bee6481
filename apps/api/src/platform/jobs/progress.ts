import type { Transaction } from '../database/transaction.js';

/**
 * Tells others how far a piece of work has come while its transaction still runs. A row would be seen only after commit;
 * an advisory lock is seen at once, and is gone with the transaction however it ends.
 */
export async function tellProgress(tx: Transaction, id: string, percent: number): Promise<void> {
  await tx.query('SELECT pg_advisory_xact_lock_shared(hashtext($1), $2)', [
    `progress ${id}`,
    Math.min(100, Math.max(0, Math.round(percent))),
  ]);
}

/** The last that was told of running work; 0 when none runs. */
export async function progressOf(tx: Transaction, id: string): Promise<number> {
  const [row] = await tx.query<{ percent: number | null }>(
    `SELECT max(objid::bigint)::int AS percent FROM pg_locks
     WHERE locktype = 'advisory' AND objsubid = 2 AND classid::bigint = hashtext($1)::bigint & 4294967295 AND objid::bigint <= 100
       AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
    [`progress ${id}`],
  );
  return row?.percent ?? 0;
}
