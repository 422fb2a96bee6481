import type { Viewer } from '../access/viewer.js';
import { newId } from '../database/id.js';
import { enqueue } from '../jobs/enqueue.js';

/** A fact of the field in the past tense, with ids only: `class SubmissionHandedIn extends DomainEvent { … }`. */
export abstract class DomainEvent {
  /** The thing it happened to. */
  abstract readonly subjectId: string;
}

/**
 * Records what happened, in the transaction of the change, and makes sure that every listener hears of it:
 * a job written in the same transaction tells them after commit.
 */
export async function record(viewer: Viewer, event: DomainEvent): Promise<void> {
  const id = newId();
  await viewer.tx.query(
    `INSERT INTO domain_event (id, at, type, subject_id, actor_id, payload) VALUES ($1, $2, $3, $4, $5, $6)`,
    [id, viewer.now, event.constructor.name, event.subjectId, viewer.personId, JSON.stringify(event)],
  );
  await enqueue(viewer.tx, { name: 'events.tell', id, payload: { eventId: id } });
}
