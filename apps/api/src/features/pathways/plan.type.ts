import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { CoverOutcome } from '@assay/pathway';

export const PlanOutcomeEnum: { [O in CoverOutcome]: O } = {
  ...{ CLOSED: 'CLOSED', PARTLY: 'PARTLY', NOTHING_TO_CLOSE: 'NOTHING_TO_CLOSE', UNREACHABLE: 'UNREACHABLE' },
};
registerEnumType(PlanOutcomeEnum, {
  name: 'PlanOutcome',
  description:
    'CLOSED: the steps close every gap. PARTLY: for some nothing on offer goes far enough. NOTHING_TO_CLOSE: all is verified, or nothing is asked. UNREACHABLE: nothing on offer closes any gap.',
});

@ObjectType('SkillAdvance', { description: 'How far a step takes one skill towards what is asked.' })
export class SkillAdvanceType {
  @Field(() => ID, { description: 'The skill.' })
  skillId: string;

  @Field(() => Int, { description: 'The level before it, by its place on the scale; 0: none.' })
  from: number;

  @Field(() => Int, { description: 'The level after it, no higher than what is asked.' })
  to: number;
}

@ObjectType('PlanStep', { description: 'Something to earn, and why it stands here.' })
export class PlanStepType {
  @Field(() => ID, { description: 'The achievement.' })
  achievementId: string;

  @Field(() => Float, { description: 'Hours of work.' })
  hours: number;

  @Field({ description: 'False: the achievement does not say how long it takes, and ten hours are taken.' })
  hoursSaid: boolean;

  @Field(() => Float, { description: 'Hours up to and with this step.' })
  hoursSoFar: number;

  @Field(() => Float, { description: 'Verified readiness when it is done, 0 to 1.' })
  after: number;

  @Field(() => [SkillAdvanceType], { description: 'What it closes.' })
  closes: SkillAdvanceType[];

  @Field(() => [ID], { description: 'Skills that are must-haves and are met by it.' })
  unblocks: string[];

  @Field(() => [ID], { description: 'Later steps, by achievement, that ask for it first.' })
  neededFor: string[];
}

@ObjectType('PlanGap', { description: 'A gap that nothing on offer closes.' })
export class PlanGapType {
  @Field(() => ID, { description: 'The skill.' })
  skillId: string;

  @Field(() => Int, { description: 'The level that is asked.' })
  needed: number;

  @Field(() => Int, { description: 'The highest that can be reached now.' })
  reaches: number;
}

@ObjectType('PlanRunnerUp', { description: 'The cheapest plan that leaves out one of the steps.' })
export class PlanRunnerUpType {
  @Field(() => [ID], { description: 'What it takes, by achievement.' })
  achievementIds: string[];

  @Field(() => ID, { description: 'The step that it leaves out, by achievement.' })
  without: string;

  @Field(() => Float, { description: 'Its hours.' })
  hours: number;

  @Field(() => Float, { description: 'How many hours more than the plan.' })
  hoursMore: number;
}

@ObjectType('PlanOtherOrder', { description: 'The same steps by readiness per hour alone.' })
export class PlanOtherOrderType {
  @Field(() => ID, { description: 'Where it parts from the plan, by achievement.' })
  startsWith: string;

  @Field(() => [ID], { description: 'Its order, by achievement.' })
  achievementIds: string[];

  @Field(() => Float, { description: 'How many hours longer a must-have would stay open.' })
  blockedLonger: number;
}

@ObjectType('PlanPrice', { description: 'The course whose price is counted: the cheapest that teaches it.' })
export class PlanPriceType {
  @Field(() => ID, { description: 'The course.' })
  courseId: string;

  @Field({ description: 'Its title.' })
  title: string;
}

@ObjectType('PlanOffer', {
  description: 'Something on offer that bears on the plan: what the what-if of a screen counts with.',
})
export class PlanOfferType {
  @Field(() => ID, { description: 'The achievement.' })
  achievementId: string;

  @Field(() => Float, { description: 'Hours of work.' })
  hours: number;

  @Field(() => Float, {
    nullable: true,
    description:
      'The price of the cheapest course that teaches it, in the currency of the plan; null where none is known.',
  })
  price: number | null;

  @Field(() => PlanPriceType, { nullable: true, description: 'The course whose price it is.' })
  priceOf: { courseId: string; title: string } | null;

  @Field(() => [ID], { description: 'What has to be earned before, by achievement.' })
  requires: string[];

  @Field({ description: 'Whether the person holds it, so that nothing asks for it again.' })
  earned: boolean;

  @Field(() => [SkillAdvanceType], { description: 'The levels that it gives.' })
  gives: SkillAdvanceType[];
}

@ObjectType('Plan', {
  description: 'What to earn for a job role level, in which order, and what else there was to choose.',
})
export class PlanType {
  @Field(() => PlanOutcomeEnum, { description: 'How far it goes.' })
  outcome: CoverOutcome;

  @Field({ description: 'Whether every choice was compared; false where there were too many.' })
  exact: boolean;

  @Field(() => Float, { description: 'Hours of all steps.' })
  hours: number;

  @Field(() => Float, { description: 'Hours a year to renew what it earns.' })
  hoursAYear: number;

  @Field(() => String, {
    nullable: true,
    description: 'The currency in which the course catalogue states most prices; null where it states none.',
  })
  currency: string | null;

  @Field(() => Float, { description: 'The prices of the steps that have one, added up.' })
  price: number;

  @Field(() => Float, { description: 'What it costs a year to renew those steps at the same prices.' })
  priceAYear: number;

  @Field(() => [ID], { description: 'Steps of which no price is known, by achievement; they are not in the sum.' })
  unpriced: string[];

  @Field(() => Float, { description: 'Hours after which no must-have is open that it can meet; 0 where none was.' })
  unblockedAfter: number;

  @Field(() => [PlanStepType], {
    description: 'In this order: must-haves first, then the most readiness for its hours.',
  })
  steps: PlanStepType[];

  @Field(() => [PlanGapType], { description: 'What nothing on offer closes.' })
  unreached: PlanGapType[];

  @Field(() => [ID], {
    description: 'Achievements that cannot be earned, because what comes before them comes round or is not offered.',
  })
  outOfReach: string[];

  @Field(() => PlanRunnerUpType, { nullable: true, description: 'The next best set; null where there is no other.' })
  runnerUp: PlanRunnerUpType | null;

  @Field(() => PlanOtherOrderType, { nullable: true, description: 'The other order; null where it would be the same.' })
  otherOrder: PlanOtherOrderType | null;

  @Field(() => [PlanOfferType], { description: 'All that was chosen from.' })
  offers: PlanOfferType[];
}
