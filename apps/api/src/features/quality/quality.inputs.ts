import { Field, Float, ID, InputType, Int } from '@nestjs/graphql';
import { CalendarDay } from '../../platform/graphql/date.scalar.js';
import { CriterionMarkInput } from '../assessments/assessment.inputs.js';

@InputType({ description: 'How much somebody takes on as an assessor.' })
export class AvailabilityInput {
  @Field(() => Int, { description: 'Submissions held at once, at most: 1 to 40.' })
  capacity: number;

  @Field(() => Float, { nullable: true, description: 'Hours a week; null when not known.' })
  weeklyHours: number | null;

  @Field({ description: 'Takes nothing new until further notice.' })
  paused: boolean;

  @Field(() => Int, { description: 'The revision this was written on; 0 for the first save.' })
  expectedRevision: number;
}

@InputType({ description: 'Days on which an assessor is away.' })
export class LeaveInput {
  @Field(() => CalendarDay, { description: 'The first day.' })
  startsOn: string;

  @Field(() => CalendarDay, { description: 'The last day.' })
  endsOn: string;

  @Field({ description: 'Why; may be empty.' })
  reason: string;
}

@InputType({ description: 'One piece of work of an exemplar.' })
export class ExemplarItemInput {
  @Field({ description: 'Its title.' })
  title: string;

  @Field({ description: 'The work in words.' })
  text: string;

  @Field(() => String, { nullable: true, description: 'An address where it can be looked at.' })
  url: string | null;
}

@InputType({ description: 'An exemplar as it stands on screen.' })
export class ExemplarInput {
  @Field({ description: 'Its title.' })
  title: string;

  @Field(() => [ExemplarItemInput], { description: 'The work, in order.' })
  items: ExemplarItemInput[];

  @Field(() => Int, { description: 'The revision this was written on.' })
  expectedRevision: number;
}

@InputType({ description: 'What a criterion of an exemplar is worth, and why.' })
export class DefinitiveLevelInput {
  @Field(() => ID, { description: 'The criterion.' })
  criterionId: string;

  @Field(() => Int, { nullable: true, description: 'Ordinal of the level; null: it does not apply.' })
  level: number | null;

  @Field({ description: 'Why.' })
  reason: string;
}

@InputType({ description: 'A round of calibration.' })
export class CalibrationRoundInput {
  @Field(() => ID, { description: 'Whose assessors take part.' })
  achievementId: string;

  @Field({ description: 'Its name.' })
  name: string;

  @Field(() => [ID], {
    description: 'What is judged: exemplars on which two people agree, of one version of the rubric.',
  })
  exemplarIds: string[];

  @Field(() => Int, { description: 'So many within tolerance make an assessor approved.' })
  needed: number;

  @Field(() => Int, { description: 'How many levels a criterion may be off: 0 to 3.' })
  tolerance: number;
}

@InputType({ description: 'A judgement of an exemplar as it stands on screen.' })
export class CalibrationMarkInput {
  @Field(() => [CriterionMarkInput], { description: 'Every criterion judged so far.' })
  criteria: CriterionMarkInput[];

  @Field(() => Int, { description: 'The revision this was written on; 0 for the first save.' })
  expectedRevision: number;
}

@InputType({ description: 'Which decisions are looked at again.' })
export class SamplingPlanInput {
  @Field(() => ID, { nullable: true, description: 'For which achievement; null: all that have no plan of their own.' })
  achievementId: string | null;

  @Field(() => Float, { description: '0 to 1, drawn at random.' })
  share: number;

  @Field({ description: 'All of new assessors.' })
  newAssessor: boolean;

  @Field({ description: 'All near the score to reach.' })
  borderline: boolean;

  @Field({ description: 'All of high-stakes achievements.' })
  highStakes: boolean;
}
