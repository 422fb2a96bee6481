import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Topic } from './notification-topics.rules.js';

/** Which thing happened; the portal may say it in its own words by this. */
export type NotificationKind =
  | 'ADJUDICATION_ASKED'
  | 'ASSESSOR_ANSWERED'
  | 'ASSESSOR_APPLIED'
  | 'ASSESSOR_INVITED'
  | 'ASSESSOR_STATE'
  | 'BADGE_READY'
  | 'CALIBRATION_OPENED'
  | 'COMPLETION_WITHDRAWN'
  | 'COURSE_COMPLETED'
  | 'EVIDENCE_AUDITED'
  | 'MALPRACTICE_PROPOSED'
  | 'MARKS_DIFFER'
  | 'MENTORING_ENDED'
  | 'MENTOR_ANSWERED'
  | 'MENTOR_ASKED'
  | 'MENTOR_NOTED'
  | 'OUTCOME_RELEASED'
  | 'PROPOSAL_DECIDED'
  | 'REVIEW_GIVEN'
  | 'REVIEW_TAKEN_BACK'
  | 'SAMPLE_UNSOUND'
  | 'SKILLS_MERGED'
  | 'SKILL_PROPOSED'
  | 'SUBMISSION_MOVED'
  | 'WITNESS_ANSWERED'
  | 'WITNESS_ASKED';

/** Something that one person is told. */
@Entity('notification')
export class Notification {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  personId: string;

  @Column('text')
  kind: NotificationKind;

  /** Null: from before there were topics. */
  @Column('text', { nullable: true })
  topic: Topic | null;

  @Column('text')
  title: string;

  @Column('text')
  body: string;

  /** Ids of what it is about, by their kind. */
  @Column('jsonb')
  subjects: Record<string, string>;

  /** The portal page where one goes on. */
  @Column('text', { nullable: true })
  path: string | null;

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz', { nullable: true })
  readAt: Date | null;

  /** When a mail about it is due; null: none comes. */
  @Column('timestamptz', { nullable: true })
  mailDueAt: Date | null;

  /** The mail that told of it. */
  @Column('uuid', { nullable: true })
  mailId: string | null;
}
