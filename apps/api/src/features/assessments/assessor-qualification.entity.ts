import { Column, Entity, PrimaryColumn } from 'typeorm';

export type QualificationBasis = 'HOLDS_SKILL' | 'FOUNDER';

/** How far an assessor is trusted: not yet calibrated, trusted, second-marked, not allowed to mark. */
export type AssessorState = 'PROVISIONAL' | 'APPROVED' | 'WATCH' | 'SUSPENDED';

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
  /** The last day; null: until it is ended. */
  @Column('date', { nullable: true })
  validUntil: string | null;

  @Column('date', { nullable: true })
  trainingCompletedOn: string | null;

  @Column('text', { default: '' })
  trainingNote: string;

  @Column('text', { default: 'APPROVED' })
  state: AssessorState;
}
