import type { Viewer } from '../access/viewer.js';
import { newId } from '../database/id.js';
import { enqueueAll } from '../jobs/enqueue.js';

/** A fact of the field in the past tense, with ids only: `class SubmissionHandedIn extends DomainEvent { … }`. */
export abstract class DomainEvent {
  /** The thing it happened to. */
  abstract readonly subjectId: string;
}

/**
 * Records what happened, in the transaction of the change, and makes sure that every listener hears of it:
 * a job written in the same transaction tells them after commit.
 */
export function record(viewer: Viewer, event: DomainEvent): Promise<void> {
  return recordAll(viewer, [event]);
}

/** As `record`, for what happened to many at once: two statements, however many they are. */
export async function recordAll(viewer: Viewer, events: readonly DomainEvent[]): Promise<void> {
  const rows = events.map((event) => ({ id: newId(), event }));
  await viewer.tx.query(
    `INSERT INTO domain_event (id, at, type, subject_id, actor_id, payload)
     SELECT id, $1, type, subject_id, $2, payload
     FROM unnest($3::uuid[], $4::text[], $5::uuid[], $6::jsonb[]) AS happened (id, type, subject_id, payload)`,
    [
      viewer.now,
      viewer.personId,
      rows.map(({ id }) => id),
      rows.map(({ event }) => event.constructor.name),
      rows.map(({ event }) => event.subjectId),
      rows.map(({ event }) => JSON.stringify(event)),
    ],
  );
  await queueTelling(
    viewer,
    rows.map(({ id }) => id),
  );
}

/** Events that one job tells. With a job for each the queue would cost as much as what happened. */
const TOGETHER = 100;

/** One alone by a job of its own, several by jobs that tell many. */
async function queueTelling(viewer: Viewer, eventIds: readonly string[]): Promise<void> {
  const [first, ...others] = eventIds;
  if (first === undefined) return;
  if (others.length === 0) return queueEach(viewer, [first]);
  const chunks = Array.from({ length: Math.ceil(eventIds.length / TOGETHER) }, (_, nth) =>
    eventIds.slice(nth * TOGETHER, (nth + 1) * TOGETHER),
  );
  const jobs = chunks.map((ids) => ({ id: `from-${ids[0]}`, payload: { eventIds: ids } }));
  await enqueueAll(viewer.tx, { name: 'events.tell-together' }, jobs);
}

/** Every event by a job of its own. */
export async function queueEach(viewer: Viewer, eventIds: readonly string[]): Promise<void> {
  const jobs = eventIds.map((id) => ({ id, payload: { eventId: id } }));
  await enqueueAll(viewer.tx, { name: 'events.tell' }, jobs);
}
