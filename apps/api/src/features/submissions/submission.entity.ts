import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SubmissionState } from './submission.lifecycle.js';

/** What somebody learned for it, or what they could before. */
export type SubmissionRoute = 'LEARNING' | 'PRIOR_LEARNING';

/** One attempt of one person at one achievement version. */
@Entity('submission')
export class Submission {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  personId: string;

  @Column('uuid')
  achievementVersionId: string;

  @Column('uuid')
  achievementId: string;

  @Column('int')
  attemptNo: number;

  @Column('uuid', { nullable: true })
  previousId: string | null;

  /** The award that it renews; null where something is earned for the first time, or anew. */
  @Column({ type: 'uuid', nullable: true, update: false })
  renewsId: string | null;

  /** Written by `move` alone. */
  @Column('text')
  state: SubmissionState;

  /** Where it goes on after a hold. */
  @Column('text', { nullable: true })
  heldFrom: SubmissionState | null;

  @Column('text')
  route: SubmissionRoute;

  /** Who helps with prior learning now; written by the database when they accept. */
  @Column('uuid', { nullable: true })
  mentorId: string | null;

  /** Counts every change. */
  @Column('int')
  revision: number;

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz')
  savedAt: Date;

  @Column('timestamptz', { nullable: true })
  submittedAt: Date | null;
}
