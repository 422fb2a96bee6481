import { Field, Float, ID, InputType, Int } from '@nestjs/graphql';
import { AngoffPanelType } from './cut-score.type.js';
import { StackRuleInput } from './stack-rule.type.js';
import type {
  AchievementRoute,
  MarkingPolicy,
  ReleaseMode,
  Renewal,
  SkillCategory,
} from './achievement-version.entity.js';
import { AchievementRouteEnum, MarkingPolicyEnum, ReleaseModeEnum, RenewalEnum } from './achievement-version.type.js';
import { SkillCategoryEnum } from '../skills/skill.type.js';
import { EvidenceRuleInput } from './asked-evidence.type.js';
import { EuDescriptorsInput } from './eu-descriptors.type.js';
import { ChangeMarkInput } from './version-change.type.js';

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

  @Field(() => ID, { nullable: true, description: 'The awarded skill that it shows.' })
  skillId?: string | null;

  @Field(() => [RubricCriterionLevelInput], { description: 'Lowest first.' })
  levels: RubricCriterionLevelInput[];
}

@InputType({ description: 'A whole rubric; it takes the place of the stored one.' })
export class RubricInput {
  @Field(() => [RubricCriterionInput], { description: 'In the order in which they are shown.' })
  criteria: RubricCriterionInput[];
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

@InputType({ description: 'A skill that the award gives, at its level.' })
export class AwardedSkillInput {
  @Field(() => ID, { description: 'The skill.' })
  skillId: string;

  @Field(() => Int, { nullable: true, description: 'The level on its scale; null: not chosen yet.' })
  levelOrdinal?: number | null;

  @Field(() => SkillCategoryEnum, {
    nullable: true,
    description: 'Technical or transferable; null: as its framework says.',
  })
  category?: SkillCategory | null;
}

@InputType({
  description: 'Everything that is given is saved; what is left out stays as it is. A draft may be incomplete.',
})
export class AchievementDraftInput {
  @Field(() => String, { nullable: true, description: 'Its name.' })
  name?: string | null;

  @Field(() => String, { nullable: true, description: 'What it certifies.' })
  description?: string | null;

  @Field(() => [AwardedSkillInput], {
    nullable: true,
    description: 'All skills that it awards, each at its level; the first is the principal one.',
  })
  skills?: AwardedSkillInput[] | null;

  @Field(() => [String], { nullable: true, description: 'What people can do who have it.' })
  outcomes?: string[] | null;

  @Field(() => RubricInput, { nullable: true, description: 'The whole rubric.' })
  rubric?: RubricInput | null;

  @Field(() => [String], { nullable: true, description: 'What evidence people should bring.' })
  evidenceAsked?: string[] | null;

  @Field(() => [EvidenceRuleInput], { nullable: true, description: 'How much evidence is enough; the whole list.' })
  evidenceRules?: EvidenceRuleInput[] | null;

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

  @Field(() => Int, { nullable: true, description: 'How often somebody may try; null: as often as they like.' })
  maxAttempts?: number | null;

  @Field(() => Int, { nullable: true, description: 'Days between an outcome and the next attempt; null: none.' })
  coolOffDays?: number | null;

  @Field(() => AchievementRouteEnum, { nullable: true, description: 'How it is proved.' })
  route?: AchievementRoute | null;

  @Field(() => MarkingPolicyEnum, { nullable: true, description: 'How many assessors mark an attempt.' })
  markingPolicy?: MarkingPolicy | null;

  @Field(() => Float, { nullable: true, description: '0 to 1; the share that a second assessor marks too.' })
  secondMarkShare?: number | null;

  @Field(() => Float, {
    nullable: true,
    description: '0 to 0.5; how near to the cut score a second assessor is asked.',
  })
  borderlineBand?: number | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether much depends on it.' })
  highStakes?: boolean | null;

  @Field(() => ReleaseModeEnum, { nullable: true, description: 'How outcomes reach candidates.' })
  releaseMode?: ReleaseMode | null;

  @Field(() => RenewalEnum, { nullable: true, description: 'What somebody shows again when validity ends.' })
  renewal?: Renewal | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Months before the end at which holders are reminded; null: never.',
  })
  reminderMonths?: number | null;

  @Field(() => [ID], { nullable: true, description: 'Achievements that come first, by achievement; the whole list.' })
  prerequisiteIds?: string[] | null;

  @Field(() => EuDescriptorsInput, { nullable: true, description: 'What is to change of the EU descriptors.' })
  descriptors?: EuDescriptorsInput | null;

  @Field(() => [ChangeMarkInput], {
    nullable: true,
    description: 'What is said of the changes against the version before; the whole list.',
  })
  changes?: ChangeMarkInput[] | null;
}
