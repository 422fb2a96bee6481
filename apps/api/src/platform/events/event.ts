import type { Viewer } from '../access/viewer.js';
import { newId } from '../database/id.js';
import { enqueueAll, FIRST_FREE } from '../jobs/enqueue.js';

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

/** As `record`, for what happened to many at once: one statement with the jobs that tell, however many they are. */
export async function recordAll(viewer: Viewer, events: readonly DomainEvent[]): Promise<void> {
  if (events.length === 0) return;
  const rows = events.map((event) => ({ id: newId(), event }));
  const { kind, jobs } = telling(rows.map(({ id }) => id));
  const [at, actor, ids, types, subjects, payloads] = Array.from({ length: 6 }, (_, nth) => `$${FIRST_FREE + nth}`);
  await enqueueAll(viewer.tx, { ...kind, priority: isPast(viewer) ? 1 : 0 }, jobs, {
    sql: `INSERT INTO domain_event (id, at, type, subject_id, actor_id, payload)
      SELECT id, ${at}::timestamptz, type, subject_id, ${actor}::uuid, payload
      FROM unnest(${ids}::uuid[], ${types}::text[], ${subjects}::uuid[], ${payloads}::jsonb[]) AS happened (id, type, subject_id, payload)`,
    parameters: [
      viewer.now,
      viewer.personId,
      rows.map(({ id }) => id),
      rows.map(({ event }) => event.constructor.name),
      rows.map(({ event }) => event.subjectId),
      rows.map(({ event }) => JSON.stringify(event)),
    ],
  });
}

const HOUR_MS = 3_600_000;

/** What is written down afterwards, like the years of an invented organisation, is told when nobody waits to be told of today. */
function isPast({ now, tx }: Viewer): boolean {
  return tx.startedAt.getTime() - now.getTime() > HOUR_MS;
}

/** Events that one job tells. With a job for each the queue would cost as much as what happened. */
const TOGETHER = 100;

/** One alone is told by a job of its own, several by jobs that tell many. */
function telling(eventIds: readonly string[]): { kind: { name: string }; jobs: { id: string; payload: object }[] } {
  if (eventIds.length === 1) return { kind: { name: 'events.tell' }, jobs: each(eventIds) };
  const chunks = Array.from({ length: Math.ceil(eventIds.length / TOGETHER) }, (_, nth) =>
    eventIds.slice(nth * TOGETHER, (nth + 1) * TOGETHER),
  );
  const jobs = chunks.map((ids) => ({ id: `from-${ids[0]}`, payload: { eventIds: ids } }));
  return { kind: { name: 'events.tell-together' }, jobs };
}

/** Every event by a job of its own. */
export async function queueEach(viewer: Viewer, eventIds: readonly string[]): Promise<void> {
  await enqueueAll(viewer.tx, { name: 'events.tell' }, each(eventIds));
}

const each = (eventIds: readonly string[]) => eventIds.map((id) => ({ id, payload: { eventId: id } }));
