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

  @Column('int')
  revision: number;

  @Column('uuid', { nullable: true })
  changedBy: string | null;

  @Column('timestamptz', { nullable: true })
  changedAt: Date | null;
}
