import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connectionOf } from '../../platform/graphql/connection.js';
import { SubmissionStateEnum } from '../submissions/submission.type.js';
import type { SubmissionState } from '../submissions/submission.lifecycle.js';
import type { CriterionMark, OverallView } from './mark.entity.js';
import { CriterionMarkType, OverallViewEnum, RulesOfEvidenceType, SlotPurposeEnum } from './marking-slot.type.js';
import { SLOT_REASONS, type SlotPurpose, type SlotReason } from './marking-slot.entity.js';
import type { ModerationOutcome } from './moderation.entity.js';
import type { AgreedCriterion, ReconciliationState, SettledHow } from './reconciliation.entity.js';
import type { DecisionCause } from './decision.entity.js';

const words = <Word extends string>(...all: readonly Word[]) =>
  Object.fromEntries(all.map((word) => [word, word])) as { [Each in Word]: Each };

export const SlotReasonEnum = words<SlotReason>(...SLOT_REASONS);
registerEnumType(SlotReasonEnum, { name: 'SlotReason', description: 'Why a place for a judgement exists.' });
export const ReconciliationStateEnum = words<ReconciliationState>('OPEN', 'THIRD_MARK', 'ADJUDICATION', 'SETTLED');
registerEnumType(ReconciliationStateEnum, {
  name: 'ReconciliationState',
  description: 'The two talk, a third assessor marks, a lead settles it, or it is settled.',
});
export const SettledHowEnum = words<SettledHow>('AGREED', 'NEAREST_PAIR', 'ADJUDICATED', 'SENT_BACK');
registerEnumType(SettledHowEnum, {
  name: 'SettledHow',
  description: 'How differing marks became one. SENT_BACK: one of the two no longer marks, and others judge it anew.',
});
export const ModerationOutcomeEnum = words<ModerationOutcome>('CONFIRMED', 'ADJUSTED', 'SENT_BACK');
registerEnumType(ModerationOutcomeEnum, {
  name: 'ModerationOutcome',
  description: 'What a moderator found of a decision.',
});
export const DecisionCauseEnum = words<DecisionCause>('MARKING', 'MODERATION', 'APPEAL', 'RECALL', 'MALPRACTICE');
registerEnumType(DecisionCauseEnum, { name: 'DecisionCause', description: 'What led to a decision.' });

@ObjectType('MarkOnSubmission', { description: 'A handed-in mark, for those who may see it beside others.' })
export class MarkOnSubmissionType {
  @Field(() => ID, { description: 'Its id.' })
  markId: string;

  @Field(() => SlotPurposeEnum, { description: 'What the judgement was for.' })
  purpose: SlotPurpose;

  @Field(() => SlotReasonEnum, { description: 'Why it was asked for.' })
  reason: SlotReason;

  @Field(() => Int, { description: 'Which round of marking it belongs to, from 1.' })
  round: number;

  @Field({ description: 'When it was handed in.' })
  handedInAt: Date;

  @Field(() => [CriterionMarkType], { description: 'Level and comment per criterion.' })
  criteria: CriterionMark[];

  @Field(() => RulesOfEvidenceType, { description: 'The rules of evidence.' })
  rules: RulesOfEvidenceType;

  @Field(() => OverallViewEnum, { nullable: true, description: 'The view of the whole.' })
  overall: OverallView | null;
}

@ObjectType('AgreedCriterion', { description: 'The level that is settled on for a criterion.' })
export class AgreedCriterionType {
  @Field(() => ID, { description: 'The criterion.' })
  criterionId: string;

  @Field(() => Int, { nullable: true, description: 'Ordinal of the level; null while none is chosen.' })
  level: number | null;

  @Field({ description: 'Why this level.' })
  reason: string;
}

@ObjectType('AgreementGap', { description: 'Something that is still to be settled.' })
export class AgreementGapType {
  @Field({ description: 'level, reason or rules.<rule>.' })
  field: string;

  @Field(() => ID, { nullable: true, description: 'The criterion it concerns.' })
  criterionId: string | null;

  @Field({ description: 'What is left, in words.' })
  message: string;
}

@ObjectType('Reconciliation', {
  description: 'How differing marks become one. The marks themselves stay as they were.',
})
export class ReconciliationType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field(() => ID, { description: 'The submission it is about.' })
  submissionId: string;

  @Field(() => ReconciliationStateEnum, { description: 'Where it stands.' })
  state: ReconciliationState;

  @Field(() => SettledHowEnum, { nullable: true, description: 'How it was settled.' })
  settledHow: SettledHow | null;

  @Field(() => [AgreedCriterionType], { description: 'What is proposed so far.' })
  criteria: AgreedCriterion[];

  @Field(() => RulesOfEvidenceType, {
    nullable: true,
    description: 'Proposed answers where the rules of evidence differ.',
  })
  rules: RulesOfEvidenceType | null;

  @Field(() => Int, { description: 'Counts saves; an agreement is to one of them.' })
  revision: number;

  @Field({ description: 'When it was saved last.' })
  savedAt: Date;

  @Field({ description: 'Since when the two are asked to settle it.' })
  openedAt: Date;

  @Field(() => Date, { nullable: true, description: 'When it became one judgement.' })
  settledAt: Date | null;

  @Field(() => Date, { nullable: true, description: 'When the first assessor agreed to what stands there.' })
  firstAgreedAt: Date | null;

  @Field(() => Date, { nullable: true, description: 'When the second assessor agreed to what stands there.' })
  secondAgreedAt: Date | null;
}

@ObjectType('Moderation', { description: 'What a moderator found of a decision before its release.' })
export class ModerationType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field(() => ModerationOutcomeEnum, { description: 'Confirmed, adjusted or sent back.' })
  outcome: ModerationOutcome;

  @Field({ description: 'Why.' })
  reason: string;

  @Field({ description: 'When.' })
  at: Date;
}

@ObjectType('SubmissionHold', { description: 'A time in which the clock of a submission stood.' })
export class SubmissionHoldType {
  @Field({ description: 'From when.' })
  fromAt: Date;

  @Field(() => Date, { nullable: true, description: 'Until when; null while it stands.' })
  untilAt: Date | null;

  @Field({ description: 'Why.' })
  reason: string;
}

@ObjectType('MalpracticeCase', {
  description: 'A proposal to declare a submission void. A second person confirms it or does not.',
})
export class MalpracticeCaseType {
  @Field({ description: 'Why.' })
  reason: string;

  @Field({ description: 'Since when.' })
  proposedAt: Date;
}

@ObjectType('CasePlace', { description: 'A place for a judgement as those who lead see it.' })
export class CasePlaceType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field(() => SlotPurposeEnum, { description: 'What the judgement is for.' })
  purpose: SlotPurpose;

  @Field(() => SlotReasonEnum, { description: 'Why it exists.' })
  reason: SlotReason;

  @Field(() => Int, { description: 'Which round of marking it belongs to, from 1.' })
  round: number;

  @Field({ description: 'OPEN, ALLOCATED, LEASED, HANDED_IN or CANCELLED.' })
  state: string;

  @Field({ description: 'When it is due.' })
  dueAt: Date;

  @Field(() => Date, { nullable: true, description: 'When the judgement was handed in.' })
  handedInAt: Date | null;
}

@ObjectType('AssessmentCase', {
  description: 'A submission under assessment, as those who lead it see it: by a code, not by a name.',
})
export class AssessmentCaseType {
  @Field(() => ID, { description: 'The submission.' })
  id: string;

  @Field(() => SubmissionStateEnum, { description: 'Where it stands.' })
  state: SubmissionState;

  @Field(() => Int, { description: 'Which attempt of the candidate this is.' })
  attemptNo: number;

  @Field(() => Date, { nullable: true, description: 'When it was handed in.' })
  submittedAt: Date | null;
}
export const AssessmentCaseConnection = connectionOf(AssessmentCaseType, 'AssessmentCase');

@ObjectType('NotReleased', { description: 'An outcome that could not be released.' })
export class NotReleasedType {
  @Field(() => ID, { description: 'The submission.' })
  submissionId: string;

  @Field({ description: 'Why not.' })
  reason: string;
}

@ObjectType('ReleaseBatch', { description: 'Outcomes released together, at once or at an hour.' })
export class ReleaseBatchType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field(() => [ID], { description: 'The submissions.' })
  submissionIds: string[];

  @Field({ description: 'When they are released.' })
  releaseAt: Date;

  @Field(() => Date, { nullable: true, description: 'When that was done.' })
  doneAt: Date | null;

  @Field(() => Date, { nullable: true, description: 'When somebody called it off.' })
  cancelledAt: Date | null;

  @Field(() => Int, { nullable: true, description: 'How many were released.' })
  released: number | null;

  @Field(() => [NotReleasedType], { description: 'Those that were not, and why.' })
  skipped: NotReleasedType[];
}
