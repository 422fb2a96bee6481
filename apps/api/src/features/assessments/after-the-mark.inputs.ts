import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { RulesOfEvidenceInput } from './assessment.inputs.js';
import { ModerationOutcomeEnum } from './after-the-mark.type.js';
import type { ModerationOutcome } from './moderation.entity.js';

@InputType({ description: 'The level that is settled on for a criterion.' })
export class AgreedCriterionInput {
  @Field(() => ID, { description: 'The criterion.' })
  criterionId: string;

  @Field(() => Int, { nullable: true, description: 'Ordinal of the level; null while none is chosen.' })
  level: number | null;

  @Field({ description: 'Why this level.' })
  reason: string;
}

@InputType({ description: 'One judgement in the place of two that differ.' })
export class AgreementInput {
  @Field(() => [AgreedCriterionInput], { description: 'The criteria that differ.' })
  criteria: AgreedCriterionInput[];

  @Field(() => RulesOfEvidenceInput, { nullable: true, description: 'Answers where the rules of evidence differ.' })
  rules: RulesOfEvidenceInput | null;
}

@InputType({ description: 'Another level for a criterion.' })
export class AdjustedCriterionInput {
  @Field(() => ID, { description: 'The criterion.' })
  criterionId: string;

  @Field(() => Int, { description: 'Ordinal of the level.' })
  level: number;

  @Field({ description: 'Words for the candidate: why this level.' })
  comment: string;
}

@InputType({ description: 'What a moderator finds of a decision.' })
export class ModerationInput {
  @Field(() => ModerationOutcomeEnum, { description: 'Confirmed, adjusted or sent back.' })
  outcome: ModerationOutcome;

  @Field({ description: 'Why; the assessors read it.' })
  reason: string;

  @Field(() => [AdjustedCriterionInput], { description: 'Of an adjustment: the criteria that get another level.' })
  criteria: AdjustedCriterionInput[];
}
