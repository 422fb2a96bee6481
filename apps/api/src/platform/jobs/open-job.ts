import type { Transaction } from '../database/transaction.js';

/** A job that is not done. */
export interface OpenJob {
  payload: Record<string, unknown>;
  askedAt: Date;
  /** Tried as often as it is tried, and in vain. */
  gaveUp: boolean;
}

/** The last job of a kind that waits, runs or was given up; for the few that people are told about. */
export async function openJob(tx: Transaction, name: string): Promise<OpenJob | null> {
  const [job] = await tx.query<OpenJob>(
    `SELECT data AS payload, to_timestamp(added_at_ms / 1000.0) AS "askedAt", state = 'failed' AS "gaveUp" FROM bullmq.job
     WHERE queue = $1 AND name = $2 AND state <> 'completed' ORDER BY added_at_ms DESC, id DESC LIMIT 1`,
    [name.slice(0, name.indexOf('.')), name],
  );
  return job ?? null;
}
