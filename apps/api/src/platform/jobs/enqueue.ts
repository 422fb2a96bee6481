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
  /** Above 0: taken when nothing of a lower number waits in the queue. */
  priority?: number;
}

/**
 * Writes a job in the transaction of the change that needs it: rolled back together, seen together.
 * This is BullMQ's own function for its PostgreSQL backend; a contract test compares the row with that of `queue.add()`.
 */
export function enqueue(tx: Transaction, job: QueuedJob): Promise<void> {
  return enqueueAll(tx, job, [job]);
}

/** What is written in the same statement as the jobs; its parameters are counted from `FIRST_FREE`. */
export interface Besides {
  sql: string;
  parameters: unknown[];
}
export const FIRST_FREE = 10;

/** Many of one kind in one statement. */
export async function enqueueAll(
  tx: Transaction,
  kind: Pick<QueuedJob, 'name' | 'rules' | 'delayMs' | 'priority'>,
  jobs: readonly Pick<QueuedJob, 'id' | 'payload'>[],
  besides?: Besides,
): Promise<void> {
  const wrong = jobs.find(({ id }) => /^\d+$/.test(id) || id.includes(':'));
  if (wrong) throw new Error(`Not a job id: ${wrong.id}`);
  const rules = kind.rules ?? { attempts: 8, backoffMs: 1_000 };
  const delay = kind.delayMs ?? 0;
  const priority = kind.priority ?? 0;
  const optionsOf = (jobId: string) => ({
    attempts: rules.attempts,
    backoff: { type: 'exponential', delay: rules.backoffMs },
    ...(delay > 0 ? { delay } : {}),
    ...(priority > 0 ? { priority } : {}),
    jobId,
    removeOnComplete: { age: 3_600, count: 1_000 },
  });
  await tx.query(
    `${besides ? `WITH besides AS (${besides.sql}) ` : ''}SELECT bullmq.add_job($1, id, $2, payload, options, $9, $6, $7, $8, NULL, NULL, NULL, NULL, NULL, false)
     FROM unnest($3::text[], $4::jsonb[], $5::jsonb[]) AS job (id, payload, options)`,
    [
      kind.name.slice(0, kind.name.indexOf('.')),
      kind.name,
      jobs.map(({ id }) => id),
      jobs.map(({ payload }) => JSON.stringify(payload)),
      jobs.map(({ id }) => JSON.stringify(optionsOf(id))),
      delay,
      tx.startedAt.getTime(),
      rules.attempts,
      priority,
      ...(besides?.parameters ?? []),
    ],
  );
}
