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

  /** Identifiers and domains under which it issues badges. */
  @Column('text', { array: true })
  issuerIds: string[];

  /** What was agreed with it, such as that its credits count. */
  @Column('text')
  agreement: string;

  /** Since when we think of it as we do, and who said so. */
  @Column('timestamptz', { nullable: true })
  trustSince: Date | null;

  @Column('uuid', { nullable: true })
  trustBy: string | null;

  @Column('int')
  revision: number;

  @Column('timestamptz')
  createdAt: Date;
}
