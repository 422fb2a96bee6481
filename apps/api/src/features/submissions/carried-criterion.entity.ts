import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Met in an attempt before and still current: it counts at this level and is not asked again. */
@Entity('carried_criterion')
export class CarriedCriterion {
  @PrimaryColumn('uuid')
  submissionId: string;

  @PrimaryColumn('text')
  criterionId: string;

  @Column('uuid')
  fromDecisionId: string;

  @Column('int')
  level: number;

  /** When it was first decided; its age counts from then, however often it was carried. */
  @Column('timestamptz')
  decidedAt: Date;
}
