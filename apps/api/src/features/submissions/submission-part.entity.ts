import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ShownBefore } from './asked-again.rules.js';

/** An evidence item that is used in a submission, with its letter there. */
@Entity('submission_item')
export class SubmissionItem {
  @PrimaryColumn('uuid')
  submissionId: string;

  @PrimaryColumn('uuid')
  itemId: string;

  @Column('text')
  letter: string;
}

/** An evidence mapping: this item shows that criterion, and how. */
@Entity('evidence_link')
export class EvidenceLink {
  @PrimaryColumn('uuid')
  submissionId: string;

  @PrimaryColumn('uuid')
  itemId: string;

  @PrimaryColumn('text')
  criterionId: string;

  @Column('text')
  reflection: string;
}

/** Where the person puts themselves on one criterion, or that there is nothing to show for it. */
@Entity('criterion_claim')
export class CriterionClaim {
  @PrimaryColumn('uuid')
  submissionId: string;

  @PrimaryColumn('text')
  criterionId: string;

  @Column('int', { nullable: true })
  claimedLevel: number | null;

  @Column('boolean')
  notEvidenced: boolean;

  /** What had been handed in for it when it was found unmet in an attempt before; null where it was not. */
  @Column('jsonb', { nullable: true })
  shownBefore: ShownBefore[] | null;

  /** Why the same evidence shows it now; empty where there is something new, or nothing was said. */
  @Column('text')
  sameBecause: string;
}
