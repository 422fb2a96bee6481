import { Field, ObjectType } from '@nestjs/graphql';
import { Refusal } from '../../platform/graphql/refusal.js';
import { ImpactType } from '../skills/framework-draft.type.js';
import type { Impact } from '../skills/impact.type.js';

@ObjectType({
  implements: () => [Refusal],
  description: 'Something under way builds on this skill. Settle that first.',
})
export class StillBuiltUpon extends Refusal {
  @Field(() => [ImpactType], { description: 'What builds on it.' })
  impact: Impact[];

  constructor(impact: Impact[]) {
    super(`This cannot be retired yet. ${impact.map(({ touched }) => touched).join(' ')}`);
    this.impact = impact;
  }
}
