import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { RulesOfEvidence } from './mark.entity.js';

/** OPEN: the two talk. THIRD_MARK: a third assessor marks. ADJUDICATION: no two of three agree, a lead settles it. */
export type ReconciliationState = 'OPEN' | 'THIRD_MARK' | 'ADJUDICATION' | 'SETTLED';
/** SENT_BACK: one of the two no longer marks, and others judge it anew. */
export type SettledHow = 'AGREED' | 'NEAREST_PAIR' | 'ADJUDICATED' | 'SENT_BACK';

/** The level that two assessors settle on for a criterion, with the reason. */
export interface AgreedCriterion {
  criterionId: string;
  level: number | null;
  reason: string;
}

/** How differing marks become one. The marks stay as they were; what is agreed is a record of its own. */
@Entity('reconciliation')
export class Reconciliation {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  submissionId: string;

  @Column('int')
  round: number;

  @Column('uuid')
  firstMarkId: string;

  @Column('uuid')
  secondMarkId: string;

  @Column('uuid', { nullable: true })
  thirdMarkId: string | null;

  @Column('uuid')
  firstAssessorId: string;

  @Column('uuid')
  secondAssessorId: string;

  @Column('text')
  state: ReconciliationState;

  @Column('text', { nullable: true })
  settledHow: SettledHow | null;

  @Column('jsonb')
  criteria: AgreedCriterion[];

  /** The answers to the rules of evidence, where the two differ. */
  @Column('jsonb', { nullable: true })
  rules: RulesOfEvidence | null;

  /** Counts saves; an agreement is to one of them. */
  @Column('int')
  revision: number;

  @Column('timestamptz')
  savedAt: Date;

  @Column('uuid', { nullable: true })
  savedBy: string | null;

  @Column('timestamptz', { nullable: true })
  firstAgreedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  secondAgreedAt: Date | null;

  @Column('timestamptz')
  openedAt: Date;

  @Column('timestamptz', { nullable: true })
  settledAt: Date | null;

  @Column('uuid', { nullable: true })
  settledBy: string | null;
}
