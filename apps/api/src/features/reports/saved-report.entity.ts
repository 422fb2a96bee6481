import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ReportDefinition } from './report.rules.js';

export const SCHEDULES = ['WEEKLY', 'MONTHLY'] as const;
export type Schedule = (typeof SCHEDULES)[number];

/** A report somebody keeps: what it asks for, never what it found. */
@Entity('saved_report')
export class SavedReport {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  ownerId: string;

  @Column('text')
  name: string;

  @Column('jsonb')
  definition: ReportDefinition;

  /** Everybody who reads insights may run it, each with their own rights. */
  @Column('boolean')
  shared: boolean;

  /** How often its owner is sent a link to it; null: never. */
  @Column('text', { nullable: true })
  schedule: Schedule | null;

  @Column('timestamptz', { nullable: true })
  dueAt: Date | null;

  @Column('int')
  revision: number;

  @Column('timestamptz')
  changedAt: Date;
}
