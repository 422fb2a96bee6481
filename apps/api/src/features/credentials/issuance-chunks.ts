import { createHash } from 'node:crypto';
import type { Viewer } from '../../platform/access/viewer.js';
import { enqueueAll } from '../../platform/jobs/enqueue.js';

/** Credentials that one job signs. The queue costs as much as the signing where each has a job of its own. */
const CHUNK = 200;

/** Awards in portions of one job each. */
export function chunksOf(awardIds: readonly string[]): string[][] {
  const count = Math.ceil(awardIds.length / CHUNK);
  return Array.from({ length: count }, (_, nth) => awardIds.slice(nth * CHUNK, (nth + 1) * CHUNK));
}

/**
 * Queues the signing in the transaction of its reason. One that stands alone gets the job that counts its tries; a chunk
 * has one try, after which its halves are tried apart. The same awards for the same reason are queued once.
 */
export async function queueChunks(viewer: Viewer, chunks: readonly (readonly string[])[], why = ''): Promise<void> {
  const suffix = why && `-${why}`;
  const alone = chunks.flatMap(([awardId, ...others]) => (awardId && others.length === 0 ? [awardId] : []));
  const together = chunks.filter(({ length }) => length > 1);
  const jobs = alone.map((awardId) => ({ id: `issue-${awardId}${suffix}`, payload: { awardId } }));
  if (jobs.length > 0) await enqueueAll(viewer.tx, { name: 'credentials.issue' }, jobs);
  const chunked = together.map((awardIds) => ({ id: `chunk-${digestOf(awardIds)}${suffix}`, payload: { awardIds } }));
  const rules = { attempts: 1, backoffMs: 1_000 };
  if (chunked.length > 0) await enqueueAll(viewer.tx, { name: 'credentials.issue-chunk', rules }, chunked);
}

function digestOf(awardIds: readonly string[]): string {
  return createHash('sha256').update(awardIds.join()).digest('hex').slice(0, 32);
}
