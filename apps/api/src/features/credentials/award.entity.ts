import type { IssuancePlan } from '@assay/credential';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What an award rests on. */
export type AwardBasis = 'DECISION' | 'STACK' | 'COMPLETION' | 'BULK' | 'LEGACY';

/** PENDING until its credential is signed; QUARANTINED when signing failed too often for a machine to go on. */
export type AwardState = 'PENDING' | 'ISSUED' | 'QUARANTINED' | 'CANCELLED';

/** The plan of an award. Which key signs is settled by the worker, which alone holds keys. */
export type AwardPlan = Omit<IssuancePlan, 'verificationMethod'> & { verificationMethod?: string };

/** A person has earned an achievement version. */
@Entity('award')
export class Award {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  personId: string;

  @Column('uuid')
  achievementVersionId: string;

  /** Written by the database from the version. Null: an award of a version that nobody knows. */
  @Column({ type: 'uuid', nullable: true, insert: false, update: false })
  achievementId: string | null;

  @Column('text')
  basis: AwardBasis;

  /** The decision, rule or completion; one award each. */
  @Column('uuid')
  basisId: string;

  /** The award that it renews. */
  @Column({ type: 'uuid', nullable: true, update: false })
  renewsId: string | null;

  /** The list that it was made by. */
  @Column({ type: 'uuid', nullable: true, update: false })
  bulkIssueId: string | null;

  @Column('text')
  state: AwardState;

  @Column('timestamptz')
  awardedOn: Date;

  @Column('jsonb')
  plan: AwardPlan;

  @Column('timestamptz')
  createdAt: Date;

  /** Tries that failed. */
  @Column('int')
  attempts: number;

  @Column('text', { nullable: true })
  lastError: string | null;

  @Column('timestamptz', { nullable: true })
  lastTriedAt: Date | null;
}
