import { Field, Float, ID, InputType, Int } from '@nestjs/graphql';
import { AngoffPanelType } from './cut-score.type.js';
import { StackRuleInput } from './stack-rule.type.js';

@InputType({ description: 'One step of a criterion.' })
export class RubricCriterionLevelInput {
  @Field(() => ID, { description: 'Its id; a new one for a new level.' })
  id: string;

  @Field(() => Int, { description: 'Its place; 1 is the lowest.' })
  ordinal: number;

  @Field({ description: 'Its name.' })
  label: string;

  @Field(() => Float, { description: 'What it counts.' })
  points: number;

  @Field({ description: 'What work at this level looks like; may be empty in a draft.' })
  descriptor: string;

  @Field({ description: 'Whether this level is good enough.' })
  isCompetent: boolean;
}

@InputType({ description: 'One thing that is looked at.' })
export class RubricCriterionInput {
  @Field(() => ID, { description: 'Its id; a new one for a new criterion.' })
  id: string;

  @Field({ description: 'Its name; may be empty in a draft.' })
  title: string;

  @Field({ description: 'What is looked at.' })
  description: string;

  @Field(() => Float, { description: 'How much it counts beside the others.' })
  weight: number;

  @Field(() => Int, { nullable: true, description: 'The ordinal every candidate must reach; null: may be outweighed.' })
  mustReach?: number | null;

  @Field(() => [RubricCriterionLevelInput], { description: 'Lowest first.' })
  levels: RubricCriterionLevelInput[];
}

@InputType({ description: 'A whole rubric; it takes the place of the stored one.' })
export class RubricInput {
  @Field(() => [RubricCriterionInput], { description: 'In the order in which they are shown.' })
  criteria: RubricCriterionInput[];
}

@InputType({ description: 'The EU descriptors, all of them.' })
export class EuDescriptorsInput {
  @Field(() => Float, { nullable: true, description: 'Hours of work, all together.' })
  workloadHours?: number | null;

  @Field(() => Float, { nullable: true, description: 'ECTS credits, where they are given.' })
  ects?: number | null;

  @Field(() => Int, { nullable: true, description: 'Level of the European Qualifications Framework, 1 to 8.' })
  eqfLevel?: number | null;

  @Field({ description: 'Language, as a tag such as en.' })
  language: string;

  @Field({ description: 'How people take part.' })
  participation: string;

  @Field({ description: 'How it is assessed.' })
  assessmentType: string;

  @Field({ description: 'Supervision, and how identity is checked.' })
  supervision: string;

  @Field({ description: 'What assures its quality.' })
  qualityAssurance: string;

  @Field({ description: 'What people need beforehand; empty when nothing.' })
  prerequisites: string;

  @Field({ description: 'Whether it stands alone or is part of something larger.' })
  stackability: string;
}

@InputType({ description: 'A new achievement: its name and what it proves. The rest begins as a sensible draft.' })
export class CreateAchievementInput {
  @Field({ description: 'Its name.' })
  name: string;

  @Field(() => ID, { description: 'The skill that it proves.' })
  skillId: string;

  @Field(() => Int, { description: 'The level that it proves, on the scale of the skill.' })
  levelOrdinal: number;
}

@InputType({
  description: 'Everything that is given is saved; what is left out stays as it is. A draft may be incomplete.',
})
export class AchievementDraftInput {
  @Field(() => String, { nullable: true, description: 'Its name.' })
  name?: string | null;

  @Field(() => String, { nullable: true, description: 'What it certifies.' })
  description?: string | null;

  @Field(() => ID, { nullable: true, description: 'The skill that it proves; null clears it.' })
  skillId?: string | null;

  @Field(() => Int, { nullable: true, description: 'The level that it proves; null clears it.' })
  levelOrdinal?: number | null;

  @Field(() => [String], { nullable: true, description: 'What people can do who have it.' })
  outcomes?: string[] | null;

  @Field(() => RubricInput, { nullable: true, description: 'The whole rubric.' })
  rubric?: RubricInput | null;

  @Field(() => [String], { nullable: true, description: 'What evidence people should bring.' })
  evidenceAsked?: string[] | null;

  @Field(() => Float, {
    nullable: true,
    description: '0 to 1; the score an attempt must reach. Given here it is the judgement of whoever saves it.',
  })
  cutScore?: number | null;

  @Field(() => String, { nullable: true, description: 'Why this score; makes it a judgement, too.' })
  cutScoreReason?: string | null;

  @Field(() => AngoffPanelType, {
    nullable: true,
    description: 'The panel that estimates a cut score, as it stands; null takes it away.',
  })
  angoffPanel?: AngoffPanelType | null;

  @Field(() => StackRuleInput, {
    nullable: true,
    description: 'What must be held; makes it one that is earned through others. Null: earned in another way.',
  })
  stackRule?: StackRuleInput | null;

  @Field(() => Int, { nullable: true, description: 'Months until it lapses; null: it does not.' })
  validityMonths?: number | null;

  @Field(() => Int, { nullable: true, description: 'How old evidence may be, in months; null: as old as it is.' })
  evidenceMaxAgeMonths?: number | null;

  @Field(() => EuDescriptorsInput, { nullable: true, description: 'The EU descriptors, all of them.' })
  descriptors?: EuDescriptorsInput | null;
}
