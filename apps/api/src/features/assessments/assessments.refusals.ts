import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Refusal } from '../../platform/graphql/refusal.js';
import type { EligibilityRule } from './eligibility.rules.js';
import type { MarkGap } from './mark-gaps.rules.js';
import { EligibilityRuleType, MarkGapType } from './marking-slot.type.js';

@ObjectType({ implements: () => [Refusal], description: 'Somebody else was quicker.' })
export class AlreadyClaimed extends Refusal {
  @Field({ description: 'Who holds it.' })
  holderName: string;

  @Field(() => Date, { description: 'Until when it is theirs, unless they go on working.' })
  until: Date;

  constructor(holderName: string, until: Date) {
    super(`${holderName} holds this until ${until.toISOString().slice(11, 16)} UTC.`);
    this.holderName = holderName;
    this.until = until;
  }
}

@ObjectType({ implements: () => [Refusal], description: 'A hard rule of allocation stands against it.' })
export class NotEligible extends Refusal {
  @Field(() => [EligibilityRuleType], { description: 'Every rule, and how it stands.' })
  rules: EligibilityRule[];

  constructor(rules: EligibilityRule[]) {
    super(
      `You may not assess this: ${rules
        .filter((each) => !each.ok)
        .map((each) => each.sentence.charAt(0).toLowerCase() + each.sentence.slice(1))
        .join('; ')}.`,
    );
    this.rules = rules;
  }
}

@ObjectType({ implements: () => [Refusal], description: 'The slot is no longer held by the viewer.' })
export class LeaseLost extends Refusal {
  constructor() {
    super('You no longer hold this. What you wrote is kept; claim it again to go on, if nobody else has.');
  }
}

@ObjectType({
  implements: () => [Refusal],
  description: 'What was marked was a check, and whoever wrote the work took their consent back.',
})
export class CheckTakenAway extends Refusal {
  @Field(() => ID, { description: 'The check; what was typed stays on it for 30 days, for the viewer alone.' })
  checkId: string;

  constructor(checkId: string) {
    super(
      'This was a check, and the work in it is no longer used: whoever wrote it took their consent back. You need not go on. What you wrote can be read for 30 days, by you alone.',
    );
    this.checkId = checkId;
  }
}

@ObjectType({ implements: () => [Refusal], description: 'The mark cannot be handed in yet.' })
export class MarkIncomplete extends Refusal {
  @Field(() => [MarkGapType], { description: 'What is left.' })
  left: MarkGap[];

  constructor(left: MarkGap[]) {
    super(`${left.map((gap) => gap.message).join('. ')}.`);
    this.left = left;
  }
}

@ObjectType({ implements: () => [Refusal], description: 'The queue holds nothing that the viewer may take.' })
export class NothingToClaim extends Refusal {
  constructor() {
    super('There is nothing in the queue that you may take.');
  }
}
