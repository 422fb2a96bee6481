import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Why a decision is looked at again. */
export type Stratum = 'NEW_ASSESSOR' | 'BORDERLINE' | 'HIGH_STAKES' | 'RANDOM' | 'ADDED';
export type Finding = 'SOUND' | 'NOT_SOUND';

/** Which decisions are looked at again. One is in force for an achievement, or for all that have none of their own. */
@Entity('sampling_plan')
export class SamplingPlan {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { nullable: true })
  achievementId: string | null;

  /** 0 to 1, of what no other reason picks. */
  @Column('double precision')
  share: number;

  /** Whoever has it can draw the same sample again. */
  @Column('text')
  seed: string;

  @Column('boolean')
  newAssessor: boolean;

  @Column('boolean')
  borderline: boolean;

  @Column('boolean')
  highStakes: boolean;

  @Column('timestamptz')
  startedAt: Date;

  @Column('uuid')
  startedBy: string;

  @Column('timestamptz', { nullable: true })
  endedAt: Date | null;
}

/** A decision that a plan looked at, chosen or not. */
@Entity('sample_item')
export class SampleItem {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  planId: string;

  @Column('uuid')
  submissionId: string;

  @Column('uuid')
  markId: string;

  @Column('uuid')
  assessorId: string;

  @Column('uuid')
  candidateId: string;

  @Column('uuid')
  achievementId: string;

  /** 0 to 1, from the seed and the submission. */
  @Column('double precision')
  draw: number;

  @Column('text', { array: true })
  strata: Stratum[];

  @Column('timestamptz')
  lookedAt: Date;

  @Column('timestamptz', { nullable: true })
  chosenAt: Date | null;

  /** Null: the plan. */
  @Column('uuid', { nullable: true })
  chosenBy: string | null;

  @Column('text', { nullable: true })
  finding: Finding | null;

  @Column('text', { nullable: true })
  findingNote: string | null;

  @Column('timestamptz', { nullable: true })
  foundAt: Date | null;

  @Column('uuid', { nullable: true })
  foundBy: string | null;
}
