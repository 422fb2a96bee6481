import { DomainEvent } from '../../platform/events/event.js';
import type { SubmissionState } from './submission.lifecycle.js';

/** Handed in and in the queue. */
export class SubmissionHandedIn extends DomainEvent {
  constructor(
    readonly subjectId: string,
    readonly personId: string,
    readonly snapshotId: string,
  ) {
    super();
  }
}

/** Any step of its life. */
export class SubmissionMoved extends DomainEvent {
  constructor(
    readonly subjectId: string,
    readonly personId: string,
    readonly before: SubmissionState,
    readonly after: SubmissionState,
  ) {
    super();
  }
}

/** An auditor opened what was handed in. The reason stands in the row of that id. */
export class EvidenceOpenedForAudit extends DomainEvent {
  constructor(
    readonly subjectId: string,
    readonly submissionId: string,
    readonly ownerId: string,
  ) {
    super();
  }
}

/** A finished course led on: an item is in the library of the person, and in drafts where there are some. */
export class CompletionFollowed extends DomainEvent {
  constructor(
    readonly subjectId: string,
    readonly personId: string,
    readonly itemId: string,
    readonly submissionIds: string[],
  ) {
    super();
  }
}
