import { Field, Float, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { CalendarDay } from '../../platform/graphql/date.scalar.js';
import { PLAN_CHANGES, type PlanChangeKind } from './plan-changes.rules.js';
import type { PlanReviewState } from './plan-review.entity.js';

export const PlanReviewStateEnum: { [S in PlanReviewState]: S } = {
  ...{ PROPOSED: 'PROPOSED', AGREED: 'AGREED', SUPERSEDED: 'SUPERSEDED' },
};
registerEnumType(PlanReviewStateEnum, {
  name: 'PlanReviewState',
  description:
    'PROPOSED: it waits for the line manager. AGREED: both agreed. SUPERSEDED: a newer proposal took its place.',
});

export const PlanChangeEnum = Object.fromEntries(PLAN_CHANGES.map((each) => [each, each])) as {
  [K in PlanChangeKind]: K;
};
registerEnumType(PlanChangeEnum, {
  name: 'PlanChangeKind',
  description:
    'STEP_DONE: it is earned. STEP_ADDED, STEP_DROPPED: the plan takes another way. HOURS: it takes more or less. ASKS_NEW, ASKS_MORE, ASKS_LESS, ASKS_NO_MORE, MUST_HAVE, MUST_HAVE_NO_MORE: what the job role level asks is different.',
});

@ObjectType('PlanChange', { description: 'Something that is different today from what was proposed.' })
export class PlanChangeType {
  @Field(() => PlanChangeEnum, { description: 'What.' })
  kind: PlanChangeKind;

  @Field({ description: 'The achievement or the skill, by name.' })
  name: string;

  @Field(() => String, { nullable: true, description: 'Of an achievement: what its level is called.' })
  level: string | null;

  @Field(() => Float, { nullable: true, description: 'Hours or level then.' })
  from: number | null;

  @Field(() => Float, { nullable: true, description: 'Hours or level now.' })
  to: number | null;
}

@ObjectType('KeptPlanStep', { description: 'A step of a plan as it was proposed.' })
export class KeptPlanStepType {
  @Field(() => ID, { description: 'The achievement.' })
  achievementId: string;

  @Field({ description: 'Its name on that day.' })
  name: string;

  @Field(() => String, { nullable: true, description: 'What its level is called; null where it verifies none.' })
  level: string | null;

  @Field(() => Float, { description: 'Its hours on that day.' })
  hours: number;
}

@ObjectType('PlanComment', { description: 'What the person or the line manager says about a plan.' })
export class PlanCommentType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field({ description: 'What was said.' })
  words: string;

  @Field(() => Date, { description: 'When.' })
  saidAt: Date;
}

@ObjectType('PlanReview', { description: 'A plan as it stood on a day, for the line manager to agree to.' })
export class PlanReviewType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field(() => PlanReviewStateEnum, { description: 'Whether it is agreed.' })
  state: PlanReviewState;

  @Field(() => Date, { description: 'When it was proposed.' })
  proposedAt: Date;

  @Field(() => CalendarDay, { nullable: true, description: 'Until when, as both agreed.' })
  byDay: string | null;

  @Field(() => Date, { nullable: true, description: 'When it was agreed; null while it waits.' })
  agreedAt: Date | null;
}
