import { DomainEvent } from '../../platform/events/event.js';

/** Somebody asks to become an assessor; whoever runs assessment answers. */
export class AssessorApplied extends DomainEvent {
  constructor(
    readonly subjectId: string,
    readonly achievementId: string,
    readonly personId: string,
  ) {
    super();
  }
}

/** Somebody is asked to become an assessor; they answer. */
export class AssessorInvited extends DomainEvent {
  constructor(
    readonly subjectId: string,
    readonly achievementId: string,
    readonly personId: string,
  ) {
    super();
  }
}

/** An application or an invitation was answered. */
export class AssessorApplicationAnswered extends DomainEvent {
  constructor(
    readonly subjectId: string,
    readonly achievementId: string,
    readonly personId: string,
    readonly answer: string,
  ) {
    super();
  }
}

/** Somebody was accepted as an assessor, and could not be given the role. */
export class AssessorRoleMissing extends DomainEvent {
  constructor(
    readonly subjectId: string,
    readonly achievementId: string,
    readonly personId: string,
    readonly why: string,
  ) {
    super();
  }
}

/** An assessor is trusted more or less than before. */
export class AssessorStateChanged extends DomainEvent {
  constructor(
    readonly subjectId: string,
    readonly achievementId: string,
    readonly personId: string,
    readonly state: string,
  ) {
    super();
  }
}

/** Two people agree on what an exemplar is worth. */
export class ExemplarAgreed extends DomainEvent {
  constructor(
    readonly subjectId: string,
    readonly achievementId: string,
  ) {
    super();
  }
}

/** The author of an exemplar is asked whether it may stand in for live work. */
export class ConsentAsked extends DomainEvent {
  constructor(
    readonly subjectId: string,
    readonly achievementId: string,
    readonly personId: string,
  ) {
    super();
  }
}

/** The author of an exemplar does not let it stand in for live work any more. */
export class ConsentTakenBack extends DomainEvent {
  constructor(
    readonly subjectId: string,
    readonly at: string,
  ) {
    super();
  }
}

/** An assessor on watch is off again in checks among live work. */
export class ChecksOff extends DomainEvent {
  constructor(
    readonly subjectId: string,
    readonly achievementId: string,
    readonly personId: string,
    readonly off: number,
    readonly of: number,
  ) {
    super();
  }
}

/** A round of calibration waits for the assessors of an achievement. */
export class CalibrationOpened extends DomainEvent {
  constructor(
    readonly subjectId: string,
    readonly achievementId: string,
  ) {
    super();
  }
}

/** An assessor has judged every exemplar of a round. */
export class CalibrationFinished extends DomainEvent {
  constructor(
    readonly subjectId: string,
    readonly achievementId: string,
    readonly personId: string,
  ) {
    super();
  }
}

/** A decision that was looked at again was found not to be sound. */
export class SampleFoundUnsound extends DomainEvent {
  constructor(
    readonly subjectId: string,
    readonly submissionId: string,
  ) {
    super();
  }
}
