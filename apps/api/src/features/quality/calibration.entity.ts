import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CriterionMark } from '../assessments/mark.entity.js';

/** Assessors of an achievement mark the same exemplars. */
@Entity('calibration_round')
export class CalibrationRound {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  achievementId: string;

  @Column('uuid')
  achievementVersionId: string;

  @Column('text')
  name: string;

  @Column('uuid', { array: true })
  exemplarIds: string[];

  /** So many exemplars within tolerance make an assessor approved. */
  @Column('int')
  needed: number;

  /** How many levels a criterion may be off. */
  @Column('int')
  tolerance: number;

  @Column('timestamptz')
  openedAt: Date;

  @Column('uuid')
  openedBy: string;

  @Column('timestamptz', { nullable: true })
  closedAt: Date | null;
}

/** One assessor's judgement of one exemplar. A draft until handed in. */
@Entity('calibration_mark')
export class CalibrationMark {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  roundId: string;

  @Column('uuid')
  exemplarId: string;

  @Column('uuid')
  achievementId: string;

  @Column('uuid')
  personId: string;

  @Column('int')
  revision: number;

  @Column('jsonb')
  criteria: CriterionMark[];

  @Column('timestamptz')
  savedAt: Date;

  @Column('timestamptz', { nullable: true })
  handedInAt: Date | null;
}
