import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';

@ObjectType('RubricCriterionLevel', { description: 'One step of a criterion.' })
export class RubricCriterionLevelType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field(() => Int, { description: 'Its place; 1 is the lowest.' })
  ordinal: number;

  @Field({ description: 'Its name.' })
  label: string;

  @Field(() => Float, { description: 'What it counts.' })
  points: number;

  @Field({ description: 'What work at this level looks like.' })
  descriptor: string;

  @Field({ description: 'Whether this level is good enough.' })
  isCompetent: boolean;
}

@ObjectType('RubricCriterion', { description: 'One thing that is looked at.' })
export class RubricCriterionType {
  @Field(() => ID, { description: 'Its id, the same in every version that keeps it.' })
  id: string;

  @Field({ description: 'Its name.' })
  title: string;

  @Field({ description: 'What is looked at.' })
  description: string;

  @Field(() => Float, { description: 'How much it counts beside the others.' })
  weight: number;

  @Field(() => Int, {
    nullable: true,
    description: 'Must-pass: the ordinal every candidate must reach here; null when the criterion may be outweighed.',
  })
  mustReach: number | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The awarded skill that it shows; null where the achievement awards a single one.',
  })
  skillId: string | null;

  @Field(() => [RubricCriterionLevelType], { description: 'Lowest first.' })
  levels: RubricCriterionLevelType[];
}

@ObjectType('Rubric', { description: 'What is looked at, and how well each thing may be done.' })
export class RubricType {
  @Field(() => [RubricCriterionType], { description: 'In the order in which they are shown.' })
  criteria: RubricCriterionType[];
}
