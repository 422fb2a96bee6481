import { Column, Entity, PrimaryColumn } from 'typeorm';

export type EvidenceRuleAnswer = 'YES' | 'NO' | 'QUERY';
export type OverallView = 'CLEAR_FAIL' | 'BORDERLINE' | 'PASS' | 'STRONG';

/** One assessor's level and comment for one criterion. */
export interface CriterionMark {
  criterionId: string;
  level: number | null;
  comment: string;
}

/** The four questions every assessor answers about the evidence as a whole. */
export interface RulesOfEvidence {
  valid: EvidenceRuleAnswer | null;
  authentic: EvidenceRuleAnswer | null;
  sufficient: EvidenceRuleAnswer | null;
  current: EvidenceRuleAnswer | null;
}

/** One assessor's judgement on a slot. A draft until handed in; the database keeps it as it is from then on. */
@Entity('mark')
export class Mark {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  slotId: string;

  @Column('uuid')
  assessorId: string;

  @Column('int')
  revision: number;

  @Column('timestamptz')
  savedAt: Date;

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
}
