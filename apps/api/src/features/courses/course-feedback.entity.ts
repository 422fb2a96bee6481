import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What one person who finished a course says of it. Others see means of many, never this. */
@Entity('course_feedback')
export class CourseFeedback {
  @PrimaryColumn('uuid')
  courseId: string;

  @PrimaryColumn('uuid')
  personId: string;

  @Column('int')
  content: number;

  @Column('int')
  teaching: number;

  @Column('int')
  usefulness: number;

  @Column('text')
  comment: string;

  @Column('timestamptz')
  givenAt: Date;
}
