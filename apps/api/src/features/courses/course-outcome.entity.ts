import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CompletionResult } from './course-words.rules.js';

/** A skill that a course teaches, and what its completion does about it. */
@Entity('course_outcome')
export class CourseOutcome {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  courseId: string;

  @Column('uuid')
  skillId: string;

  @Column('int', { nullable: true })
  levelOrdinal: number | null;

  @Column('text')
  result: CompletionResult;

  @Column('int')
  position: number;
}
