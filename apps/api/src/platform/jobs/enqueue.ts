import type { Transaction } from '../database/transaction.js';
import type { JobRules } from './job.js';

/** A job as it is written: deterministic id, so that the same work is never queued twice while it waits. */
export interface QueuedJob {
  name: string;
  /** No digits-only id and no colon: BullMQ reads meaning into both. */
  id: string;
  payload: object;
  rules?: JobRules;
  delayMs?: number;
}

/**
 * Writes a job in the transaction of the change that needs it: rolled back together, seen together.
 * This is BullMQ's own function for its PostgreSQL backend; a contract test compares the row with that of `queue.add()`.
 */
export async function enqueue(tx: Transaction, job: QueuedJob): Promise<void> {
  if (/^\d+$/.test(job.id) || job.id.includes(':')) throw new Error(`Not a job id: ${job.id}`);
  const rules = job.rules ?? { attempts: 8, backoffMs: 1_000 };
  const delay = job.delayMs ?? 0;
  const options = {
    attempts: rules.attempts,
    backoff: { type: 'exponential', delay: rules.backoffMs },
    ...(delay > 0 ? { delay } : {}),
    jobId: job.id,
    removeOnComplete: { age: 3_600, count: 1_000 },
  };
  await tx.query(
    `SELECT bullmq.add_job($1, $2, $3, $4::jsonb, $5::jsonb, 0, $6, $7, $8, NULL, NULL, NULL, NULL, NULL, false)`,
    [
      job.name.slice(0, job.name.indexOf('.')),
      job.id,
      job.name,
      JSON.stringify(job.payload),
      JSON.stringify(options),
      delay,
      tx.startedAt.getTime(),
      rules.attempts,
    ],
  );
}
