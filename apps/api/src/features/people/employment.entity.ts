import { Column, Entity, PrimaryColumn } from 'typeorm';

export type EmploymentState = 'PAST' | 'CURRENT' | 'PLANNED';

/** Who works where, as what and for whom, from one day to another. The line manager follows from here and from nowhere else. */
@Entity('employment')
export class Employment {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  personId: string;

  @Column('text')
  jobTitle: string;

  @Column('uuid', { nullable: true })
  orgUnitId: string | null;

  @Column('uuid', { nullable: true })
  managerId: string | null;

  /** A rung of the job architecture; the skills feature knows what it is. */
  @Column('uuid', { nullable: true })
  jobRoleLevelId: string | null;

  @Column('date')
  startsOn: string;

  /** The last day; null while it lasts. */
  @Column('date', { nullable: true })
  endsOn: string | null;

  /** The main one of a person; these never overlap. */
  @Column('boolean')
  isPrimary: boolean;

  stateOn(day: string): EmploymentState {
    if (this.startsOn > day) return 'PLANNED';
    return this.endsOn !== null && this.endsOn < day ? 'PAST' : 'CURRENT';
  }
}
