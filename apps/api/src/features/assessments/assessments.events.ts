import { DomainEvent } from '../../platform/events/event.js';

/** An assessor took a slot. */
export class SlotClaimed extends DomainEvent {
  constructor(
    readonly subjectId: string,
    readonly assessorId: string,
  ) {
    super();
  }
}

/** A slot went back into the queue, by its assessor or because the lease ended. */
export class SlotPutBack extends DomainEvent {
  constructor(
    readonly subjectId: string,
    readonly reason: string,
  ) {
    super();
  }
}

/** A mark was handed in. */
export class MarkHandedIn extends DomainEvent {
  constructor(
    readonly subjectId: string,
    readonly submissionId: string,
  ) {
    super();
  }
}

/** An exemplar that stood in for live work was judged. */
export class LiveCheckHandedIn extends DomainEvent {
  constructor(
    readonly subjectId: string,
    readonly achievementId: string,
    readonly personId: string,
  ) {
    super();
  }
}

/** The candidate may read the outcome from now on. */
export class DecisionReleased extends DomainEvent {
  constructor(
    readonly subjectId: string,
    readonly submissionId: string,
    readonly candidateId: string,
    readonly outcome: string,
  ) {
    super();
  }
}

/** Two assessors differ; they are to settle on one judgement. */
export class ReconciliationOpened extends DomainEvent {
  constructor(
    readonly subjectId: string,
    readonly submissionId: string,
    readonly assessorIds: string[],
  ) {
    super();
  }
}

/** One of the two agrees to what stands there; the other is waited for. */
export class ReconciliationSigned extends DomainEvent {
  constructor(
    readonly subjectId: string,
    readonly submissionId: string,
    readonly waitsForId: string,
  ) {
    super();
  }
}

/** A moderator or a third assessor is wanted. */
export class JudgementAsked extends DomainEvent {
  constructor(
    readonly subjectId: string,
    readonly submissionId: string,
    readonly purpose: string,
  ) {
    super();
  }
}

/** No two of three marks agree: a lead is to settle it. */
export class AdjudicationAsked extends DomainEvent {
  constructor(
    readonly subjectId: string,
    readonly submissionId: string,
  ) {
    super();
  }
}

/** A decision was made; it waits for a moderator or for release. */
export class ReconciliationSettled extends DomainEvent {
  constructor(
    readonly subjectId: string,
    readonly submissionId: string,
    readonly how: string,
  ) {
    super();
  }
}

/** The clock of a submission stands. */
export class SubmissionHeld extends DomainEvent {
  constructor(
    readonly subjectId: string,
    readonly candidateId: string,
  ) {
    super();
  }
}

/** A held submission goes on. */
export class SubmissionResumed extends DomainEvent {
  constructor(
    readonly subjectId: string,
    readonly candidateId: string,
  ) {
    super();
  }
}

/** The candidate has something to mend before it can be judged. */
export class SubmissionReturned extends DomainEvent {
  constructor(
    readonly subjectId: string,
    readonly candidateId: string,
  ) {
    super();
  }
}

/** A lead says that a submission is void; another is to confirm it. */
export class MalpracticeProposed extends DomainEvent {
  constructor(
    readonly subjectId: string,
    readonly candidateId: string,
  ) {
    super();
  }
}

/** Two people found malpractice: nothing that came of the submission counts. */
export class SubmissionVoided extends DomainEvent {
  constructor(
    readonly subjectId: string,
    readonly candidateId: string,
  ) {
    super();
  }
}

/** A moderator confirmed a decision, adjusted it, or sent it back. */
export class SubmissionModerated extends DomainEvent {
  constructor(
    readonly subjectId: string,
    readonly submissionId: string,
    readonly outcome: string,
  ) {
    super();
  }
}

/** Nobody may assess something that is offered who did not write it. `subjectId` is the achievement; `gap` says what lacks. */
export class AssessorsMissing extends DomainEvent {
  constructor(
    readonly subjectId: string,
    readonly gap: string,
  ) {
    super();
  }
}
