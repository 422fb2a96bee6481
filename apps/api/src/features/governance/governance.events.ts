import { DomainEvent } from '../../platform/events/event.js';

/** Somebody misses a skill, and says so. */
export class SkillProposed extends DomainEvent {
  constructor(
    readonly subjectId: string,
    readonly proposedBy: string,
  ) {
    super();
  }
}

/** What becomes of a proposed skill is decided. */
export class SkillProposalDecided extends DomainEvent {
  constructor(
    readonly subjectId: string,
    readonly proposedBy: string,
  ) {
    super();
  }
}
