import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Actor, SubmissionState } from './submission.lifecycle.js';

/** One step in the life of a submission: who, in which role, why, before and after. */
@Entity('submission_transition')
export class SubmissionTransition {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  submissionId: string;

  @Column('timestamptz')
  at: Date;

  @Column('text', { nullable: true })
  fromState: SubmissionState | null;

  @Column('text')
  toState: SubmissionState;

  @Column('uuid', { nullable: true })
  actorId: string | null;

  @Column('text')
  actorRole: Actor;

  @Column('text', { nullable: true })
  note: string | null;
}
