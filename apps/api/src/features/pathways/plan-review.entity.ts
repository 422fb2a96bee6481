import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { KeptNeed, KeptStep } from './plan-changes.rules.js';

export type PlanReviewState = 'PROPOSED' | 'AGREED' | 'SUPERSEDED';

/** A plan as it stood on a day, for the line manager to agree to. One at a time per goal; earlier ones stay. */
@Entity('plan_review')
export class PlanReview {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  goalId: string;

  @Column('uuid')
  personId: string;

  @Column('text')
  state: PlanReviewState;

  @Column('jsonb')
  steps: KeptStep[];

  /** What the job role level asked on that day. */
  @Column('jsonb')
  asked: KeptNeed[];

  @Column('timestamptz')
  proposedAt: Date;

  /** Until when, as both agreed. */
  @Column('date', { nullable: true })
  byDay: string | null;

  @Column('uuid', { nullable: true })
  agreedBy: string | null;

  @Column('timestamptz', { nullable: true })
  agreedAt: Date | null;
}

/** What the person or the line manager says about a plan. */
@Entity('plan_comment')
export class PlanComment {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  reviewId: string;

  /** Whose plan it is about. */
  @Column('uuid')
  personId: string;

  @Column('uuid')
  authorId: string;

  @Column('text')
  words: string;

  @Column('timestamptz')
  saidAt: Date;
}
