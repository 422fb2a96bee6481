import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connectionOf } from '../../platform/graphql/connection.js';
import { BandEnum } from './insights.type.js';
import { NEED_ORDERS, type NeedOrder, type NeedProof, PROOFS } from './needs.service.js';
import type { Band } from './suppression.rules.js';

export const NeedProofEnum = Object.fromEntries(PROOFS.map((word) => [word, word])) as { [P in NeedProof]: P };
export const NeedOrderEnum = Object.fromEntries(NEED_ORDERS.map((word) => [word, word])) as { [O in NeedOrder]: O };
registerEnumType(NeedProofEnum, {
  name: 'NeedProof',
  description: 'Whether something that proves the skill can be earned, is being designed, or is not there.',
});
registerEnumType(NeedOrderEnum, { name: 'NeedOrder', description: 'What stands first: most of it, or by name.' });

@ObjectType('SkillNeed', { description: 'A skill beside what the business asks of it today.' })
export class SkillNeedType {
  @Field(() => ID, { description: 'The skill.' })
  skillId: string;

  @Field({ description: 'Its name.' })
  name: string;

  @Field({ description: 'The title of its framework.' })
  framework: string;

  @Field(() => Int, { description: 'Levels of job roles of published frameworks that ask for it.' })
  levels: number;

  @Field(() => Int, { nullable: true, description: 'People whose own job asks for it today; null: fewer than five.' })
  people: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'Of those, verified at the level that their own job asks; null where that would tell of fewer than five.',
  })
  met: number | null;

  @Field(() => Int, { nullable: true, description: 'Of those, not verified at that level; null where the others are.' })
  gap: number | null;

  @Field(() => BandEnum, { nullable: true, description: 'What can be told of those verified where the number is not.' })
  band: Band | null;

  @Field(() => Int, { nullable: true, description: 'People verified at any level, whatever their job asks.' })
  holders: number | null;

  @Field(() => BandEnum, { nullable: true, description: 'Why the number of holders is not told.' })
  holdersBand: Band | null;

  @Field(() => NeedProofEnum, { description: 'Whether something that proves it can be earned.' })
  proof: NeedProof;

  @Field(() => Int, { description: 'Strategy notes that concern it.' })
  notes: number;
}

export const SkillNeedConnection = connectionOf(SkillNeedType, 'SkillNeed');
