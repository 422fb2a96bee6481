import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The job role level that somebody aims at. One at a time; those that ended stay. */
@Entity('goal')
export class Goal {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  personId: string;

  @Column('uuid')
  jobRoleLevelId: string;

  /** The person, or the line manager who assigned it. */
  @Column('uuid')
  chosenBy: string;

  @Column('date', { nullable: true })
  byDay: string | null;

  /** Whether the line manager sees it; what a manager assigned always is. */
  @Column('boolean')
  shared: boolean;

  @Column('timestamptz')
  createdAt: Date;

  /** When it was last looked at whether it follows a newer version. */
  @Column('timestamptz', { nullable: true })
  followedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  endedAt: Date | null;

  @Column('uuid', { nullable: true })
  endedBy: string | null;
}
