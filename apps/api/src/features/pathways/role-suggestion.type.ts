import type { SuggestionReason } from '@assay/pathway';
import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';

export const SuggestionReasonEnum: { [R in SuggestionReason]: R } = { STEP: 'STEP', SHARE: 'SHARE' };
registerEnumType(SuggestionReasonEnum, {
  name: 'SuggestionReason',
  description:
    'STEP: a step of the framework leads there from the job of today. SHARE: at least a quarter of what it asks is verified or observed.',
});

@ObjectType('RoleSuggestion', {
  description: 'A job role level that comes next after the job of today, and what speaks for it and against it.',
})
export class RoleSuggestionType {
  @Field(() => ID, { description: 'The job role level.' })
  levelId: string;

  @Field(() => SuggestionReasonEnum, { description: 'Why it is suggested at all.' })
  reason: SuggestionReason;

  @Field(() => Int, { description: 'How many skills it asks for.' })
  asks: number;

  @Field(() => Int, { description: 'How many of them the job of today asks for, too.' })
  shared: number;

  @Field(() => Int, { description: 'How many it asks for at a higher level, or anew.' })
  more: number;

  @Field(() => Int, { description: 'How many skills of today it does not use, or not as much.' })
  leaves: number;
}
