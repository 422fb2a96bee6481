import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How much an assessor takes on. Who has none takes on what everybody does. */
@Entity('assessor_profile')
export class AssessorProfile {
  @PrimaryColumn('uuid')
  personId: string;

  /** How many places of judgement are held at once, at most. */
  @Column('int')
  capacity: number;

  @Column('double precision', { nullable: true })
  weeklyHours: number | null;

  /** Takes nothing new until further notice. */
  @Column('boolean')
  paused: boolean;

  @Column('int')
  revision: number;

  @Column('timestamptz')
  savedAt: Date;
}

/** Days on which an assessor is not there. */
@Entity('assessor_leave')
export class AssessorLeave {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  personId: string;

  @Column('date')
  startsOn: string;

  @Column('date')
  endsOn: string;

  @Column('text')
  reason: string;

  @Column('timestamptz')
  addedAt: Date;

  @Column('uuid', { nullable: true })
  addedBy: string | null;

  @Column('timestamptz', { nullable: true })
  removedAt: Date | null;
}
