import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CourseMode, CourseState } from './course-words.rules.js';

/** An entry of the catalogue: something to learn from, our own or somebody else's. */
@Entity('course')
export class Course {
  @PrimaryColumn('uuid')
  id: string;

  /** What completions and files call it. */
  @Column('text')
  code: string;

  @Column('text')
  title: string;

  @Column('uuid', { nullable: true })
  providerId: string | null;

  @Column('uuid', { nullable: true })
  catalogueId: string | null;

  @Column('text')
  state: CourseState;

  @Column('text', { nullable: true })
  url: string | null;

  @Column('text')
  description: string;

  /** Where it stands in its catalogue. */
  @Column('text')
  area: string;

  @Column('text', { array: true })
  topics: string[];

  @Column('text', { nullable: true })
  language: string | null;

  @Column('double precision', { nullable: true })
  hours: number | null;

  @Column('double precision', { nullable: true })
  ects: number | null;

  @Column('numeric', { nullable: true, transformer: { from: asNumber, to: (value: number | null) => value } })
  priceAmount: number | null;

  @Column('text', { nullable: true })
  priceCurrency: string | null;

  @Column('text', { nullable: true })
  mode: CourseMode | null;

  /** As the provider says it: 14 weeks, 6 to 10 hours a week. */
  @Column('text')
  duration: string;

  @Column('text')
  support: string;

  @Column('text')
  prerequisites: string;

  @Column('date', { array: true })
  startDates: string[];

  @Column('jsonb')
  source: Record<string, string | boolean>;

  @Column('int')
  revision: number;

  @Column('timestamptz')
  createdAt: Date;

  @Column('uuid', { nullable: true })
  createdBy: string | null;

  @Column('timestamptz')
  savedAt: Date;
}

/** The driver gives exact numbers as text. */
function asNumber(value: string | null): number | null {
  return value === null ? null : Number(value);
}
