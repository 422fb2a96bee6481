import { Column, Entity, PrimaryColumn } from 'typeorm';

export type QualificationBasis = 'HOLDS_SKILL' | 'FOUNDER';

/** A person may assess an achievement, all its versions, from a day until it is ended. */
@Entity('assessor_qualification')
export class AssessorQualification {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  achievementId: string;

  @Column('uuid')
  personId: string;

  @Column('text')
  basis: QualificationBasis;

  @Column('date')
  since: string;

  @Column('timestamptz', { nullable: true })
  endedAt: Date | null;

  @Column('uuid', { nullable: true })
  namedBy: string | null;
}
