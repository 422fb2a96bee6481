import { Field, ID, InputType, Int, registerEnumType } from '@nestjs/graphql';
import type { EvidenceRuleAnswer, OverallView } from './mark.entity.js';
import { EvidenceRuleAnswerEnum, OverallViewEnum } from './marking-slot.type.js';

export const QueueScopeEnum = {
  CAN_TAKE: 'CAN_TAKE',
  HELD: 'HELD',
  HANDED_IN: 'HANDED_IN',
  THIS_WEEK: 'THIS_WEEK',
  DUE: 'DUE',
  ALL: 'ALL',
} as const;
registerEnumType(QueueScopeEnum, {
  name: 'QueueScope',
  description:
    'Which part of the queue. As the counts have it: THIS_WEEK was handed in since Monday, DUE can be taken or is held and is due by the end of today.',
});
export const QueueOrderEnum = { OLDEST_DUE: 'OLDEST_DUE', NEWEST: 'NEWEST', RANDOM: 'RANDOM' } as const;
registerEnumType(QueueOrderEnum, {
  name: 'QueueOrder',
  description: 'In which order. RANDOM is a shuffle that is the same all day, and for each assessor another.',
});
export const QueueDueEnum = { OVERDUE: 'OVERDUE', TODAY: 'TODAY', THIS_WEEK: 'THIS_WEEK' } as const;
registerEnumType(QueueDueEnum, {
  name: 'QueueDue',
  description: 'Past due, due by the end of today, or of this week; each with what is past due.',
});

@InputType({ description: 'Level and comment for one criterion.' })
export class CriterionMarkInput {
  @Field(() => ID, { description: 'The criterion.' })
  criterionId: string;

  @Field(() => Int, { nullable: true, description: 'Ordinal of the level; null while none is chosen.' })
  level: number | null;

  @Field({ description: 'Words for the candidate.' })
  comment: string;
}

@InputType({ description: 'Answers to the four rules of evidence; null where not answered yet.' })
export class RulesOfEvidenceInput {
  @Field(() => EvidenceRuleAnswerEnum, { nullable: true, description: 'Does it show the criteria?' })
  valid: EvidenceRuleAnswer | null;

  @Field(() => EvidenceRuleAnswerEnum, { nullable: true, description: "Is it this person's own work?" })
  authentic: EvidenceRuleAnswer | null;

  @Field(() => EvidenceRuleAnswerEnum, { nullable: true, description: 'Is there enough to judge?' })
  sufficient: EvidenceRuleAnswer | null;

  @Field(() => EvidenceRuleAnswerEnum, { nullable: true, description: 'Is it recent enough?' })
  current: EvidenceRuleAnswer | null;
}

@InputType({ description: 'The whole mark as it stands on screen.' })
export class MarkInput {
  @Field(() => [CriterionMarkInput], { description: 'Every criterion marked so far.' })
  criteria: CriterionMarkInput[];

  @Field(() => RulesOfEvidenceInput, { description: 'The rules of evidence.' })
  rules: RulesOfEvidenceInput;

  @Field(() => OverallViewEnum, { nullable: true, description: 'The view of the whole.' })
  overall: OverallView | null;

  @Field(() => [String], { description: 'Letters of the evidence that was opened.' })
  seenLetters: string[];

  @Field(() => Int, { description: 'The revision this was written on; 0 for the first save.' })
  expectedRevision: number;
}
