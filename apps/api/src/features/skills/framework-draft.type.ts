import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ChangedMeanwhile, InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import { resultOf } from '../../platform/graphql/result-of.js';
import { BuiltUpon, WouldGoRound } from './framework-draft.refusals.js';
import { STEP_KINDS, type StepKind } from './framework-step.entity.js';
import { SkillFrameworkType } from './framework.type.js';
import { SkillType } from './skill.type.js';

export const StepKindEnum = Object.fromEntries(STEP_KINDS.map((kind) => [kind, kind])) as { [K in StepKind]: K };
registerEnumType(StepKindEnum, {
  name: 'FrameworkStepKind',
  description: 'What was done to the structure of a draft.',
});

@ObjectType('FrameworkStep', { description: 'One change of the structure of a draft, which can be taken back.' })
export class FrameworkStepType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field(() => StepKindEnum, { description: 'What was done.' })
  kind: StepKind;

  @Field({ description: 'The name of what it was done to, as it was then.' })
  subject: string;

  @Field(() => Date, { description: 'When.' })
  madeAt: Date;
}

@ObjectType('ImpactExample', { description: 'One of those that are touched.' })
export class ImpactExampleType {
  @Field({ description: 'Its name.' })
  name: string;

  @Field(() => String, { nullable: true, description: 'Its page in the portal.' })
  path: string | null;
}

@ObjectType('Impact', { description: 'What of one kind an act touches, and what becomes of it.' })
export class ImpactType {
  @Field({ description: 'Which kind, as a word for machines.' })
  area: string;

  @Field(() => Int, { description: 'How many.' })
  count: number;

  @Field({ description: 'What is touched, as a sentence.' })
  touched: string;

  @Field({ description: 'What becomes of it, as a sentence.' })
  happens: string;

  @Field(() => Boolean, { nullable: true, description: 'Whether it must be settled before the act.' })
  stops?: boolean | null;

  @Field(() => [ImpactExampleType], { description: 'Some of them by name, at most ten.' })
  examples: ImpactExampleType[];
}

@ObjectType('SimilarSkill', { description: 'A skill whose name is nearly the one that was asked about.' })
export class SimilarSkillType {
  @Field(() => SkillType, { description: 'The skill.' })
  skill: SkillType;

  @Field(() => Float, { description: 'How alike the names are, 0 to 1.' })
  likeness: number;

  @Field(() => String, {
    nullable: true,
    description: 'The other name that is alike, where it is not the name itself.',
  })
  synonym: string | null;
}

/** The draft as it stands afterwards, or why not. */
export const FrameworkDraftResult = resultOf('FrameworkDraftResult', SkillFrameworkType, [
  ChangedMeanwhile,
  InvalidInput,
  NotAllowed,
  NotFound,
]);
export const UndoStepResult = resultOf('UndoStepResult', SkillFrameworkType, [BuiltUpon, NotAllowed, NotFound]);
/** A skill of the draft as it stands afterwards, or why not. */
export const SkillDraftResult = resultOf('SkillDraftResult', SkillType, [
  ChangedMeanwhile,
  InvalidInput,
  NotAllowed,
  NotFound,
  WouldGoRound,
]);
