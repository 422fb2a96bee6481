import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Until when goals stay with what an earlier version asked, after this version of the framework took its place. */
@Entity('goal_keeping')
export class GoalKeeping {
  /** The newer version. */
  @PrimaryColumn('uuid')
  frameworkId: string;

  /** The last day. */
  @Column('date')
  keptUntil: string;

  @Column('uuid')
  setBy: string;

  @Column('timestamptz')
  setAt: Date;
}
