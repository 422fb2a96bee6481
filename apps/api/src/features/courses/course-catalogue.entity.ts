import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The list that entries came in with, and what its publisher asks to be said. */
@Entity('course_catalogue')
export class CourseCatalogue {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  name: string;

  @Column('text')
  licence: string;

  @Column('text')
  attribution: string;

  @Column('text', { nullable: true })
  sourceUrl: string | null;

  @Column('timestamptz')
  createdAt: Date;
}
