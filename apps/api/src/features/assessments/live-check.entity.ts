import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SubmissionSnapshot } from '../submissions/submission-snapshot.entity.js';
import type { CriterionMark, OverallView, RulesOfEvidence } from './mark.entity.js';

/** OPEN: held. PUT_BACK: may be taken again. WITHDRAWN: its author took their consent back. OVER: its place is nobody's any more. */
export const LIVE_CHECK_STATES = ['OPEN', 'PUT_BACK', 'WITHDRAWN', 'HANDED_IN', 'OVER'] as const;
export type LiveCheckState = (typeof LIVE_CHECK_STATES)[number];

/** An exemplar in the place of live work, for one assessor alone. Who judges it does not know until it is handed in. */
@Entity('live_check')
export class LiveCheck {
  @PrimaryColumn('uuid')
  id: string;

  /** The assessor. */
  @Column('uuid')
  personId: string;

  @Column('uuid')
  exemplarId: string;

  @Column('uuid')
  achievementId: string;

  @Column('uuid')
  achievementVersionId: string;

  /** The place whose line of the queue it shows. */
  @Column('uuid')
  slotId: string;

  /** That line: the columns of the place, as they would stand had it been taken. */
  @Column('jsonb')
  line: Record<string, unknown>;

  /** What is judged; null once it is over. */
  @Column('jsonb', { nullable: true })
  content: SubmissionSnapshot['content'] | null;

  @Column('text')
  state: LiveCheckState;

  @Column('timestamptz')
  begunAt: Date;

  @Column('timestamptz', { nullable: true })
  endedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  leaseUntil: Date | null;

  @Column('text', { nullable: true })
  putBackReason: string | null;

  /** Null before the first save. */
  @Column('uuid', { nullable: true })
  markId: string | null;

  @Column('int')
  revision: number;

  @Column('timestamptz', { nullable: true })
  savedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  handedInAt: Date | null;

  @Column('jsonb')
  criteria: CriterionMark[];

  @Column('jsonb')
  rules: RulesOfEvidence;

  @Column('text', { nullable: true })
  overall: OverallView | null;

  @Column('jsonb')
  seenLetters: string[];

  /** By how many levels a criterion might be off when it was handed in. */
  @Column('int', { nullable: true })
  tolerance: number | null;
}
