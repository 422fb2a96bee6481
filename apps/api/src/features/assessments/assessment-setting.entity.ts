import { Column, Entity, PrimaryColumn } from 'typeorm';

export type AllocationMode = 'CLAIM' | 'AUTOMATIC';

/** How this organisation gives out work and what assessors know of candidates. One row, or none as long as nothing differs. */
@Entity('assessment_setting')
export class AssessmentSetting {
  @PrimaryColumn('boolean')
  onlyOne: boolean;

  @Column('boolean')
  hidesNames: boolean;

  @Column('boolean')
  teamIsConflict: boolean;

  @Column('text')
  allocation: AllocationMode;

  /** So many levels of one criterion may two marks lie apart and still say the same. */
  @Column('int')
  toleratedLevels: number;

  /** Working days after an outcome in which it can be appealed. */
  @Column('int')
  appealWindowDays: number;

  /** So many days before an appealed decision the same assessor's others are looked at again. */
  @Column('int')
  recallDays: number;

  /** Of so many places that an assessor takes one is a check; 0: none. */
  @Column('int')
  checkEvery: number;

  @Column('int')
  revision: number;

  @Column('uuid', { nullable: true })
  changedBy: string | null;

  @Column('timestamptz', { nullable: true })
  changedAt: Date | null;
}
