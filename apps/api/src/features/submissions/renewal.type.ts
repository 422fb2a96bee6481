import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { AskedBecause, RenewalReason } from './renewal.rules.js';

const RenewalReasonEnum: { [R in RenewalReason]: R } = { ENDING: 'ENDING', ENDED: 'ENDED', CHANGED: 'CHANGED' };
registerEnumType(RenewalReasonEnum, {
  name: 'RenewalReason',
  description:
    'Why a badge can be renewed now: it ends soon, it has ended, or more is asked than its holder has shown.',
});

const AskedBecauseEnum: { [B in AskedBecause]: B } = {
  NEW: 'NEW',
  CHANGED: 'CHANGED',
  AGED: 'AGED',
  NOT_MET: 'NOT_MET',
  ALL: 'ALL',
};
registerEnumType(AskedBecauseEnum, {
  name: 'AskedBecause',
  description:
    'Why a criterion is asked again: it is new, it asks something else, what was met is too old, it was not met, or everything is asked.',
});

@ObjectType('RenewalCriterion', { description: 'A criterion that a renewal asks.' })
export class RenewalCriterionType {
  @Field(() => ID, { description: 'The criterion.' })
  criterionId: string;

  @Field({ description: 'What it is called.' })
  title: string;

  @Field(() => AskedBecauseEnum, { description: 'Why it is asked.' })
  because: AskedBecause;
}

@ObjectType('CredentialRenewal', { description: 'Renewing a badge, for its holder.' })
export class RenewalType {
  @Field(() => RenewalReasonEnum, { nullable: true, description: 'Why it can be renewed now; null: it cannot.' })
  reason: RenewalReason | null;

  @Field(() => Date, { nullable: true, description: 'From when on it can be; null where no day is known.' })
  opensOn: Date | null;

  @Field(() => ID, { nullable: true, description: 'The version that a renewal is begun with; null: none is offered.' })
  achievementVersionId: string | null;

  @Field(() => ID, { nullable: true, description: 'The renewal that is under way.' })
  submissionId: string | null;
}
