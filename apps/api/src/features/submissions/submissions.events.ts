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

/** Somebody is asked what they saw; a colleague by name, or somebody from outside by mail alone. */
export class WitnessAsked extends DomainEvent {
  constructor(
    readonly subjectId: string,
    readonly ownerId: string,
    readonly itemId: string,
    readonly witnessId: string | null,
  ) {
    super();
  }
}

/** A witness confirmed or declined. */
export class WitnessAnswered extends DomainEvent {
  constructor(
    readonly subjectId: string,
    readonly ownerId: string,
    readonly itemId: string,
    readonly confirmed: boolean,
  ) {
    super();
  }
}

/** Somebody is asked to help with prior learning. */
export class MentorAsked extends DomainEvent {
  constructor(
    readonly subjectId: string,
    readonly personId: string,
    readonly mentorId: string,
  ) {
    super();
  }
}

/** Whoever was asked said yes or no. The subject is the submission. */
export class MentorAnswered extends DomainEvent {
  constructor(
    readonly subjectId: string,
    readonly mentorId: string,
    readonly accepted: boolean,
  ) {
    super();
  }
}

/** The help ended, by either of the two. */
export class MentoringEnded extends DomainEvent {
  constructor(
    readonly subjectId: string,
    readonly mentorId: string,
  ) {
    super();
  }
}

/** A note between mentor and candidate. */
export class MentorNoted extends DomainEvent {
  constructor(
    readonly subjectId: string,
    readonly submissionId: string,
    readonly authorId: string,
  ) {
    super();
  }
}

/** Somebody says that they finished a course. */
export class CompletionClaimed extends DomainEvent {
  constructor(
    readonly subjectId: string,
    readonly personId: string,
    readonly courseId: string,
  ) {
    super();
  }
}

/** What somebody said of a course was accepted or refused. */
export class CompletionClaimAnswered extends DomainEvent {
  constructor(
    readonly subjectId: string,
    readonly personId: string,
    readonly courseId: string,
  ) {
    super();
  }
}
