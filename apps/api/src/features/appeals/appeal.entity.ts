import { Column, Entity, PrimaryColumn } from 'typeorm';

export const APPEAL_GROUNDS = ['PROCEDURE', 'BIAS', 'NEW_INFORMATION', 'MARKING_ERROR'] as const;
export type AppealGrounds = (typeof APPEAL_GROUNDS)[number];
export const APPEAL_STATES = [
  'LODGED',
  'UNDER_REVIEW',
  'OUT_OF_SCOPE',
  'UPHELD',
  'PARTLY_UPHELD',
  'DISMISSED',
] as const;
export type AppealState = (typeof APPEAL_STATES)[number];

/** A candidate's objection to a released decision. One for each decision. */
@Entity('appeal')
export class Appeal {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  submissionId: string;

  @Column('uuid')
  candidateId: string;

  @Column('uuid')
  achievementId: string;

  @Column('uuid')
  decisionId: string;

  @Column('text')
  grounds: AppealGrounds;

  @Column('text')
  statement: string;

  @Column('text')
  state: AppealState;

  @Column('timestamptz')
  lodgedAt: Date;

  @Column('timestamptz')
  dueAt: Date;

  @Column('uuid', { nullable: true })
  checkedBy: string | null;

  @Column('timestamptz', { nullable: true })
  checkedAt: Date | null;

  /** Where somebody judges it anew. */
  @Column('uuid', { nullable: true })
  slotId: string | null;

  @Column('uuid', { nullable: true })
  decidedBy: string | null;

  @Column('timestamptz', { nullable: true })
  decidedAt: Date | null;

  @Column('text', { nullable: true })
  answer: string | null;

  @Column('uuid', { nullable: true })
  newDecisionId: string | null;
}
