import { Column, Entity, PrimaryColumn } from 'typeorm';

export type CompletionClaimState = 'OPEN' | 'ACCEPTED' | 'REFUSED' | 'WITHDRAWN';

/** What was shown as proof, as it was when it was shown: what its owner changes in their library later does not reach it. */
export interface ClaimProof {
  kind: 'FILE' | 'LINK' | 'TEXT';
  title: string;
  madeOn: string | null;
  url: string | null;
  text: string | null;
  fileId: string | null;
  sha256: string | null;
}

/** Somebody says that they finished a course. Whoever keeps the catalogue says whether it is recorded. */
@Entity('completion_claim')
export class CompletionClaim {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  courseId: string;

  @Column('uuid')
  personId: string;

  @Column('date')
  completedOn: string;

  @Column('text')
  grade: string;

  @Column('text')
  note: string;

  /** Null once its owner removed it, which they may when the claim is decided. */
  @Column('uuid', { nullable: true })
  itemId: string | null;

  @Column('jsonb')
  proof: ClaimProof;

  @Column('text')
  state: CompletionClaimState;

  @Column('timestamptz')
  claimedAt: Date;

  @Column('timestamptz', { nullable: true })
  endedAt: Date | null;

  @Column('uuid', { nullable: true })
  decidedBy: string | null;

  @Column('text', { nullable: true })
  reason: string | null;

  @Column('uuid', { nullable: true })
  completionId: string | null;
}
