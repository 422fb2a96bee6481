import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connectionOf } from '../../platform/graphql/connection.js';
import { CalendarDay } from '../../platform/graphql/date.scalar.js';
import { NodeType } from '../../platform/graphql/node.js';
import type { CriterionMark, EvidenceRuleAnswer, OverallView } from './mark.entity.js';
import type { DecisionCause, DecisionOutcome } from './decision.entity.js';
import type { SlotPurpose, SlotState } from './marking-slot.entity.js';
import type { AssessorState, QualificationBasis } from './assessor-qualification.entity.js';

const words = <Word extends string>(...all: Word[]) =>
  Object.fromEntries(all.map((word) => [word, word])) as { [Each in Word]: Each };

export const SlotPurposeEnum = words<SlotPurpose>('FIRST', 'SECOND', 'THIRD', 'MODERATION', 'APPEAL');
registerEnumType(SlotPurposeEnum, { name: 'SlotPurpose', description: 'What a judgement is for.' });
export const SlotStateEnum = words<SlotState>('OPEN', 'ALLOCATED', 'LEASED', 'HANDED_IN', 'CANCELLED');
registerEnumType(SlotStateEnum, { name: 'SlotState', description: 'Where a marking slot stands.' });
export const EvidenceRuleAnswerEnum = words<EvidenceRuleAnswer>('YES', 'NO', 'QUERY');
registerEnumType(EvidenceRuleAnswerEnum, {
  name: 'EvidenceRuleAnswer',
  description: 'Answer to a rule of evidence; QUERY asks back.',
});
export const OverallViewEnum = words<OverallView>('CLEAR_FAIL', 'BORDERLINE', 'PASS', 'STRONG');
registerEnumType(OverallViewEnum, {
  name: 'OverallView',
  description: "The assessor's own view of the whole, given before any score is shown.",
});
export const DecisionOutcomeEnum = words<DecisionOutcome>('PASS', 'NOT_YET', 'INSUFFICIENT_EVIDENCE', 'REFERRED');
registerEnumType(DecisionOutcomeEnum, { name: 'DecisionOutcome', description: 'What follows from the marks.' });
const DecisionCauseEnum = words<DecisionCause>('MARKING', 'MODERATION', 'APPEAL', 'RECALL', 'MALPRACTICE');
registerEnumType(DecisionCauseEnum, { name: 'DecisionCause', description: 'What made a decision.' });
export const QualificationBasisEnum = words<QualificationBasis>('HOLDS_SKILL', 'FOUNDER');
registerEnumType(QualificationBasisEnum, {
  name: 'QualificationBasis',
  description: 'Why somebody may assess an achievement.',
});

export const AssessorStateEnum = words<AssessorState>('PROVISIONAL', 'APPROVED', 'WATCH', 'SUSPENDED');
registerEnumType(AssessorStateEnum, {
  name: 'AssessorState',
  description:
    'How far an assessor is trusted. PROVISIONAL: not calibrated yet, second-marked. WATCH: second-marked. SUSPENDED: may not mark.',
});

@ObjectType('EligibilityRule', { description: 'One hard rule of allocation, and how it stands for the viewer.' })
export class EligibilityRuleType {
  @Field({
    description:
      'qualified, within-role, not-candidate, not-manager, not-report, not-team, no-conflict, not-witness, not-mentor, no-other-part, not-decider, available or capacity.',
  })
  rule: string;

  @Field({ description: 'Whether it holds.' })
  ok: boolean;

  @Field({ description: 'The rule in a sentence to the viewer.' })
  sentence: string;
}

@ObjectType('MarkGap', { description: 'Something left to do before a mark can be handed in.' })
export class MarkGapType {
  @Field({ description: 'level, comment, rules.<rule> or overall.' })
  field: string;

  @Field(() => ID, { nullable: true, description: 'The criterion it concerns.' })
  criterionId: string | null;

  @Field({ description: 'What is left, in words.' })
  message: string;
}

@ObjectType('CriterionMark', { description: "An assessor's level and comment for one criterion." })
export class CriterionMarkType {
  @Field(() => ID, { description: 'The criterion.' })
  criterionId: string;

  @Field(() => Int, { nullable: true, description: 'Ordinal of the level; null while none is chosen.' })
  level: number | null;

  @Field({ description: 'Words for the candidate; mandatory below competent.' })
  comment: string;
}

@ObjectType('RulesOfEvidence', { description: 'The four questions about the evidence as a whole.' })
export class RulesOfEvidenceType {
  @Field(() => EvidenceRuleAnswerEnum, { nullable: true, description: 'Does it show the criteria?' })
  valid: EvidenceRuleAnswer | null;

  @Field(() => EvidenceRuleAnswerEnum, { nullable: true, description: "Is it this person's own work?" })
  authentic: EvidenceRuleAnswer | null;

  @Field(() => EvidenceRuleAnswerEnum, { nullable: true, description: 'Is there enough to judge?' })
  sufficient: EvidenceRuleAnswer | null;

  @Field(() => EvidenceRuleAnswerEnum, { nullable: true, description: 'Is it recent enough?' })
  current: EvidenceRuleAnswer | null;
}

@ObjectType('Mark', { description: "One assessor's judgement; a draft until handed in, immutable afterwards." })
export class MarkType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field(() => Int, { description: 'Counts saves; pass it back as expectedRevision.' })
  revision: number;

  @Field({ description: 'When it was saved last.' })
  savedAt: Date;

  @Field(() => Date, { nullable: true, description: 'When it was handed in.' })
  handedInAt: Date | null;

  @Field(() => [CriterionMarkType], { description: 'Level and comment per criterion marked so far.' })
  criteria: CriterionMark[];

  @Field(() => RulesOfEvidenceType, { description: 'The rules of evidence.' })
  rules: RulesOfEvidenceType;

  @Field(() => OverallViewEnum, { nullable: true, description: 'The view of the whole.' })
  overall: OverallView | null;

  @Field(() => [String], { description: 'Letters of the evidence that was opened.' })
  seenLetters: string[];
}

@ObjectType('DecidedCriterion', { description: 'What was decided about one criterion.' })
export class DecidedCriterionType {
  @Field(() => Int, { nullable: true, description: 'Ordinal of the level that was judged.' })
  level: number | null;

  @Field({ description: 'Whether that is competent and, for a must-pass, high enough.' })
  met: boolean;

  @Field({ description: "The assessor's words." })
  comment: string;
}

@ObjectType('Decision', { description: 'What follows from marks. A later one replaces it; none is rewritten.' })
export class DecisionType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field(() => Int, { description: 'Counts the decisions of a submission from 1.' })
  sequence: number;

  @Field(() => DecisionCauseEnum, { description: 'What made it: marks, or what changed an earlier one.' })
  cause: DecisionCause;

  @Field(() => DecisionOutcomeEnum, { description: 'The outcome.' })
  outcome: DecisionOutcome;

  @Field(() => Float, { description: '0 to 1: weighted points reached, of those possible.' })
  score: number;

  @Field({ description: 'When the marks became a decision.' })
  decidedAt: Date;

  @Field(() => Date, { nullable: true, description: 'When the candidate could read it.' })
  releasedAt: Date | null;

  @Field({ description: 'A sentence about the whole.' })
  overallComment: string;
}

@ObjectType('ReviewLease', { description: 'For how long a slot is whose.' })
export class ReviewLeaseType {
  @Field({ description: "Whether it is the viewer's." })
  mine: boolean;

  @Field({ description: 'When it ends, unless the holder goes on working.' })
  until: Date;
}

@ObjectType('MarkingSlot', {
  implements: () => [NodeType],
  description: 'A place for one judgement on one handed-in copy. Names nobody but by a code.',
})
export class MarkingSlotType extends NodeType {
  @Field(() => SlotPurposeEnum, { description: 'What the judgement is for.' })
  purpose: SlotPurpose;

  @Field(() => SlotStateEnum, { description: 'Where it stands. A lapsed lease reads as OPEN.' })
  state: SlotState;

  @Field({ description: "Stands in for the candidate's name." })
  candidateCode: string;

  @Field(() => Int, { description: 'Which attempt of the candidate this is.' })
  attemptNo: number;

  @Field({ description: 'When it was handed in.' })
  submittedAt: Date;

  @Field({ description: 'When an outcome is due: the end of the fifth working day.' })
  dueAt: Date;

  @Field(() => Int, { description: 'How many criteria there are to mark.' })
  criteriaCount: number;

  @Field(() => Int, { description: 'How many pieces of evidence there are.' })
  itemCount: number;

  @Field({ description: 'Put back by an earlier assessor, or after a lapsed lease.' })
  backInQueue: boolean;

  @Field(() => String, { nullable: true, description: 'Why it was put back.' })
  putBackReason: string | null;
}

export const MarkingSlotConnection = connectionOf(MarkingSlotType, 'MarkingSlot');

@ObjectType('ReviewCounts', { description: "The viewer's queue in numbers." })
export class ReviewCountsType {
  @Field(() => Int, { description: 'Open, and the viewer may take them.' })
  canTake: number;

  @Field(() => Int, { description: 'Held by the viewer, and given to them.' })
  held: number;

  @Field(() => Int, { description: 'Given to the viewer, and not begun.' })
  given: number;

  @Field(() => Int, { description: 'Handed in by the viewer.' })
  handedIn: number;

  @Field(() => Int, { description: 'Handed in by the viewer since Monday.' })
  handedInThisWeek: number;

  @Field(() => Int, { description: 'Of those one can take or holds: due by the end of today, not overdue.' })
  dueToday: number;

  @Field(() => Int, { description: 'Of those one can take or holds: past due.' })
  overdue: number;

  @Field(() => Int, { description: 'Open, but a rule of conflict or qualification stands against them.' })
  hidden: number;

  @Field(() => Int, { description: 'How many the viewer may hold at once.' })
  capacity: number;
}

@ObjectType('ReviewedAchievement', { description: 'Something that the queue holds work for.' })
export class ReviewedAchievementType {
  @Field(() => ID, { description: 'The achievement, in all its versions.' })
  id: string;

  @Field({ description: 'Its name.' })
  name: string;
}

@ObjectType('AssessorQualification', { description: 'Somebody may assess an achievement.' })
export class AssessorQualificationType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field(() => QualificationBasisEnum, { description: 'Why.' })
  basis: QualificationBasis;

  @Field(() => CalendarDay, { description: 'Since which day.' })
  since: string;

  @Field(() => CalendarDay, { nullable: true, description: 'The last day; null: until it is ended.' })
  validUntil: string | null;

  @Field(() => CalendarDay, { nullable: true, description: 'When training was completed; null: not yet.' })
  trainingCompletedOn: string | null;

  @Field({ description: 'What the training was, and who gave it.' })
  trainingNote: string;

  @Field(() => AssessorStateEnum, { description: 'How far the assessor is trusted.' })
  state: AssessorState;
}
