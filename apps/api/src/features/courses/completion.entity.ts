import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CompletionResult } from './course-words.rules.js';

/** What a course led to when a completion was recorded. */
export interface CompletedOutcome {
  skillId: string;
  levelOrdinal: number | null;
  result: CompletionResult;
}

/** The fact that somebody finished a course. By itself it verifies nothing. */
@Entity('course_completion')
export class Completion {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  courseId: string;

  @Column('uuid')
  personId: string;

  @Column('date')
  completedOn: string;

  @Column('text')
  grade: string;

  @Column('jsonb')
  outcomes: CompletedOutcome[];

  @Column('timestamptz')
  recordedAt: Date;

  @Column('uuid', { nullable: true })
  recordedBy: string | null;

  @Column('timestamptz', { nullable: true })
  withdrawnAt: Date | null;

  @Column('uuid', { nullable: true })
  withdrawnBy: string | null;

  @Column('text', { nullable: true })
  withdrawnReason: string | null;
}
