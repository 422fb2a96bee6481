import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { RulesOfEvidence } from './mark.entity.js';

export type DecisionOutcome = 'PASS' | 'NOT_YET' | 'INSUFFICIENT_EVIDENCE' | 'REFERRED';
export type DecisionCause = 'MARKING' | 'MODERATION' | 'APPEAL' | 'RECALL' | 'MALPRACTICE';

/** What was decided about one criterion, with the words the candidate will read. */
export interface DecidedCriterion {
  criterionId: string;
  level: number | null;
  met: boolean;
  comment: string;
}

/** What follows from marks. Append-only: a later one replaces it, nothing rewrites it. */
@Entity('decision')
export class Decision {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  submissionId: string;

  @Column('int')
  sequence: number;

  @Column('text')
  cause: DecisionCause;

  @Column('uuid', { nullable: true })
  markId: string | null;

  @Column('uuid', { nullable: true })
  replacesId: string | null;

  /** Whose judgement it is where it is more than a mark; null where it follows from marks. */
  @Column('uuid', { nullable: true })
  decidedBy: string | null;

  /** The answers to the rules of evidence that it rests on. */
  @Column('jsonb', { nullable: true })
  rules: RulesOfEvidence | null;

  @Column('text')
  outcome: DecisionOutcome;

  @Column('double precision')
  score: number;

  @Column('jsonb')
  criteria: DecidedCriterion[];

  @Column('text')
  overallComment: string;

  @Column('timestamptz')
  decidedAt: Date;

  @Column('timestamptz', { nullable: true })
  releasedAt: Date | null;

  @Column('uuid', { nullable: true })
  releasedBy: string | null;
}
