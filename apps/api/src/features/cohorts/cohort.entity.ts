import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ReminderSchedule } from './reminder-days.rules.js';

/** People who are taken through a programme together. */
@Entity('cohort')
export class Cohort {
  @PrimaryColumn('uuid')
  id: string;

  @Column({ type: 'uuid', update: false })
  programmeId: string;

  @Column('text')
  name: string;

  @Column('date')
  startsOn: string;

  @Column('date')
  endsOn: string;

  @Column({ type: 'uuid', update: false })
  createdBy: string;

  @Column({ type: 'timestamptz', update: false })
  createdAt: Date;

  @Column('timestamptz', { nullable: true })
  closedAt: Date | null;

  /** How often those on whom something waits are reminded by themselves; null: not. */
  @Column('text', { nullable: true })
  remindSchedule: ReminderSchedule | null;

  @Column('int', { nullable: true })
  remindDaysBefore: number | null;

  /** When next; null where no such moment is left. */
  @Column('timestamptz', { nullable: true })
  remindAt: Date | null;
}

/** Somebody in a cohort. Who left it stays on record. */
@Entity('cohort_member')
export class CohortMember {
  @PrimaryColumn('uuid')
  cohortId: string;

  @PrimaryColumn('uuid')
  personId: string;

  @Column('uuid')
  enrolledBy: string;

  @Column('timestamptz')
  enrolledAt: Date;

  @Column('timestamptz', { nullable: true })
  leftAt: Date | null;

  @Column('timestamptz', { nullable: true })
  remindedAt: Date | null;
}
