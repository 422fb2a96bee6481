import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '../../platform/graphql/connection.js';
import { DecisionOutcomeEnum } from '../assessments/marking-slot.type.js';
import type { ExemplarItem } from './exemplar.entity.js';

@ObjectType('ExemplarItem', { description: 'One piece of work of an exemplar.' })
export class ExemplarItemType {
  @Field({ description: 'A, B, C …' })
  letter: string;

  @Field({ description: 'Its title.' })
  title: string;

  @Field({ description: 'The work in words.' })
  text: string;

  @Field(() => String, { nullable: true, description: 'An address where it can be looked at.' })
  url: string | null;
}

@ObjectType('DefinitiveLevel', { description: 'What a criterion of an exemplar is worth, and why.' })
export class DefinitiveLevelType {
  @Field(() => ID, { description: 'The criterion.' })
  criterionId: string;

  @Field(() => Int, { nullable: true, description: 'Ordinal of the level; null: it does not apply.' })
  level: number | null;

  @Field({ description: 'Why.' })
  reason: string;
}

@ObjectType('DefinitiveMark', { description: 'What an exemplar is worth: said by one person, agreed by another.' })
export class DefinitiveMarkType {
  @Field(() => ID, { description: 'The exemplar.' })
  exemplarId: string;

  @Field(() => [DefinitiveLevelType], { description: 'Criterion by criterion.' })
  criteria: DefinitiveLevelType[];

  @Field(() => Date, { description: 'When it was said.' })
  proposedAt: Date;

  @Field(() => Date, { nullable: true, description: 'When somebody else agreed; null while nobody has.' })
  agreedAt: Date | null;
}

@ObjectType('Exemplar', { description: 'Work whose worth is known, without the name of whoever did it.' })
export class ExemplarType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field(() => ID, { description: 'The achievement it belongs to.' })
  achievementId: string;

  @Field({ description: 'Its title.' })
  title: string;

  @Field(() => [ExemplarItemType], { description: 'The work.' })
  items: ExemplarItem[];

  @Field(() => Int, { description: 'Counts saves; pass it back when saving.' })
  revision: number;

  @Field(() => Date, {
    nullable: true,
    description: 'Since when two people agree on its worth; it does not change any more.',
  })
  agreedAt: Date | null;

  @Field(() => Date, { nullable: true, description: 'Since when it is out of use.' })
  retiredAt: Date | null;
}

export const ExemplarConnection = connectionOf(ExemplarType, 'Exemplar');

@ObjectType('ReleasedWork', { description: 'Released work that an exemplar can be made of, by its code.' })
export class ReleasedWorkType {
  @Field(() => ID, { description: 'The submission.' })
  submissionId: string;

  @Field({ description: 'The code of the candidate.' })
  candidateCode: string;

  @Field(() => Int, { description: 'How many pieces of evidence.' })
  itemCount: number;

  @Field(() => DecisionOutcomeEnum, { description: 'What was released.' })
  outcome: string;

  @Field(() => Date, { description: 'When.' })
  releasedAt: Date;
}

@ObjectType('JudgedCriterion', { description: 'Where a judgement differs from what an exemplar is worth.' })
export class JudgedCriterionType {
  @Field(() => ID, { description: 'The criterion.' })
  criterionId: string;

  @Field(() => Int, { nullable: true, description: 'The level that was given.' })
  given: number | null;

  @Field(() => Int, { nullable: true, description: 'The level that it is worth.' })
  definitive: number | null;

  @Field(() => Int, { nullable: true, description: 'Given less definitive.' })
  difference: number | null;

  @Field({ description: 'Whether it is no further off than the tolerance of the round.' })
  within: boolean;

  @Field({ description: 'Why it is worth that.' })
  reason: string;
}

@ObjectType('CalibrationCriterion', {
  description: 'One assessor’s level and comment for one criterion of an exemplar.',
})
export class CalibrationCriterionType {
  @Field(() => ID, { description: 'The criterion.' })
  criterionId: string;

  @Field(() => Int, { nullable: true, description: 'Ordinal of the level; null while none is chosen.' })
  level: number | null;

  @Field({ description: 'Words for oneself.' })
  comment: string;
}

@ObjectType('CalibrationExemplar', { description: 'An exemplar of a round, with the viewer’s own judgement of it.' })
export class CalibrationExemplarType {
  @Field(() => ExemplarType, { description: 'The exemplar.' })
  exemplar: ExemplarType;

  @Field(() => [CalibrationCriterionType], { description: 'What the viewer has chosen so far.' })
  criteria: CalibrationCriterionType[];

  @Field(() => Int, { description: 'Pass it back when saving; 0 before the first save.' })
  revision: number;

  @Field(() => Date, { nullable: true, description: 'When it was handed in; null before.' })
  handedInAt: Date | null;

  @Field({ description: 'The viewer has said what it is worth, so others judge it.' })
  isOwn: boolean;

  @Field(() => [JudgedCriterionType], { nullable: true, description: 'Where it differs; null before it is handed in.' })
  compared: JudgedCriterionType[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether all of it is within tolerance; null before it is handed in.',
  })
  within: boolean | null;
}

@ObjectType('CalibrationProgress', { description: 'One assessor’s way through a round.' })
export class CalibrationProgressType {
  @Field(() => ID, { description: 'The assessor.' })
  personId: string;

  @Field(() => Int, { description: 'Exemplars handed in.' })
  handedIn: number;

  @Field(() => Int, { description: 'Of those, within tolerance.' })
  within: number;

  @Field(() => Float, {
    nullable: true,
    description: 'On average so many levels above the definitive ones; below, when negative.',
  })
  bias: number | null;

  @Field(() => Float, { nullable: true, description: 'On average so many levels off, either way.' })
  apart: number | null;

  @Field(() => Float, { nullable: true, description: 'Share of criteria with exactly the definitive level.' })
  exact: number | null;
}

@ObjectType('CalibrationRound', { description: 'Assessors of an achievement judge the same exemplars.' })
export class CalibrationRoundType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field(() => ID, { description: 'Whose assessors take part.' })
  achievementId: string;

  @Field({ description: 'Its name.' })
  name: string;

  @Field(() => Int, { description: 'So many exemplars within tolerance make an assessor approved.' })
  needed: number;

  @Field(() => Int, { description: 'How many levels a criterion may be off.' })
  tolerance: number;

  @Field(() => Date, { description: 'Since when it is open.' })
  openedAt: Date;

  @Field(() => Date, { nullable: true, description: 'When it was closed.' })
  closedAt: Date | null;
}
