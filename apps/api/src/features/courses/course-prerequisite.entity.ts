import { Entity, PrimaryColumn } from 'typeorm';

/** One course before another. */
@Entity('course_prerequisite')
export class CoursePrerequisite {
  @PrimaryColumn('uuid')
  courseId: string;

  @PrimaryColumn('uuid')
  requiredId: string;
}
