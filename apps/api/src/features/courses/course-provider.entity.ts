import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ProviderKind, TrustState } from './course-words.rules.js';

/** Whoever gives courses. */
@Entity('course_provider')
export class CourseProvider {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  name: string;

  @Column('text', { nullable: true })
  website: string | null;

  @Column('text', { nullable: true })
  country: string | null;

  @Column('text')
  kind: ProviderKind;

  @Column('text')
  qualityAssurance: string;

  @Column('text')
  trust: TrustState;

  @Column('text')
  trustReason: string;

  @Column('int')
  revision: number;

  @Column('timestamptz')
  createdAt: Date;
}
