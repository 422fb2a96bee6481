import { Field, ObjectType } from '@nestjs/graphql';
import { Refusal } from '../../platform/graphql/refusal.js';
import type { EligibilityRule } from '../assessments/eligibility.service.js';
import { EligibilityRuleType } from '../assessments/marking-slot.type.js';

@ObjectType({
  implements: () => [Refusal],
  description: 'A hard rule of allocation stands against giving it to this person.',
})
export class NotTakeable extends Refusal {
  @Field(() => [EligibilityRuleType], { description: 'Every rule, and how it stands for the person.' })
  rules: EligibilityRule[];

  constructor(rules: EligibilityRule[]) {
    super(
      `It cannot go to this person: ${rules
        .filter(({ ok }) => !ok)
        .map(({ sentence }) => sentence.charAt(0).toLowerCase() + sentence.slice(1))
        .join('; ')}.`,
    );
    this.rules = rules;
  }
}

@ObjectType({ implements: () => [Refusal], description: 'Nothing waits to be given out.' })
export class NothingToGive extends Refusal {
  constructor() {
    super('Nothing waits that somebody could be given.');
  }
}
