import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connectionOf } from '../../platform/graphql/connection.js';
import { NEED_ORDERS, type NeedOrder, type NeedProof, PROOFS } from './needs.service.js';

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

  @Field(() => Int, { description: 'People whose own job asks for it today.' })
  people: number;

  @Field(() => Int, { description: 'Of those, verified at the level that their own job asks.' })
  met: number;

  @Field(() => Int, { description: 'Of those, not verified at that level.' })
  gap: number;

  @Field(() => Int, { description: 'People verified at any level, whatever their job asks.' })
  holders: number;

  @Field(() => NeedProofEnum, { description: 'Whether something that proves it can be earned.' })
  proof: NeedProof;

  @Field(() => Int, { description: 'Strategy notes that concern it.' })
  notes: number;
}

export const SkillNeedConnection = connectionOf(SkillNeedType, 'SkillNeed');
