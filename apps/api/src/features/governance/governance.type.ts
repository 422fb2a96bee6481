import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connectionOf } from '../../platform/graphql/connection.js';
import { CalendarDay } from '../../platform/graphql/date.scalar.js';
import { NodeType } from '../../platform/graphql/node.js';
import { ChangedMeanwhile, InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import { resultOf } from '../../platform/graphql/result-of.js';
import { ProficiencyScaleType, SkillFrameworkType } from '../skills/framework.type.js';
import { SkillType } from '../skills/skill.type.js';
import {
  CROSSWALK_STATES,
  type CrosswalkState,
  type Horizon,
  HORIZONS,
  PROPOSAL_STATES,
  type ProposalState,
} from './governance.entity.js';
import { StillBuiltUpon } from './governance.refusals.js';

const enumOf = <Word extends string>(words: readonly Word[]) =>
  Object.fromEntries(words.map((word) => [word, word])) as { [W in Word]: W };
export const ProposalStateEnum = enumOf<ProposalState>(PROPOSAL_STATES);
export const CrosswalkStateEnum = enumOf<CrosswalkState>(CROSSWALK_STATES);
export const HorizonEnum = enumOf<Horizon>(HORIZONS);
registerEnumType(ProposalStateEnum, {
  name: 'SkillProposalState',
  description: 'Waiting, taken into a draft, refused, or there already.',
});
registerEnumType(CrosswalkStateEnum, {
  name: 'CrosswalkState',
  description: 'Written, agreed by a second person, or followed by a newer one.',
});
registerEnumType(HorizonEnum, {
  name: 'StrategyHorizon',
  description: 'When it will be needed: within half a year, within eighteen months, or later.',
});

@ObjectType('SkillProposal', { implements: () => [NodeType], description: 'A skill that somebody misses.' })
export class SkillProposalType implements NodeType {
  id: string;

  @Field({ description: 'What it would be called.' })
  name: string;

  @Field({ description: 'Why it is needed.' })
  why: string;

  @Field({ description: 'What shows that it is needed; may be empty.' })
  evidence: string;

  @Field(() => Date, { description: 'When it was proposed.' })
  proposedAt: Date;

  @Field(() => ProposalStateEnum, { description: 'What became of it.' })
  state: ProposalState;

  @Field(() => Date, { nullable: true, description: 'When it was decided.' })
  decidedAt: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it was refused.' })
  reason: string | null;
}
export const SkillProposalConnection = connectionOf(SkillProposalType, 'SkillProposal');

@ObjectType('SkillRetirement', {
  description: 'The day from which nothing new is built on a skill. Who holds it keeps it.',
})
export class SkillRetirementType {
  @Field(() => CalendarDay, { description: 'The first day.' })
  retiresOn: string;

  @Field({ description: 'Why.' })
  reason: string;

  @Field(() => Date, { description: 'When it was decided.' })
  retiredAt: Date;
}

@ObjectType('LevelPair', { description: 'A level of one scale with those of another that it means.' })
export class LevelPairType {
  @Field(() => Int, { description: 'Place of the level on the one scale.' })
  from: number;

  @Field(() => [Int], {
    description: 'Places of the levels on the other scale, lowest first; none where nobody can say.',
  })
  to: number[];
}

@ObjectType('ScaleCrosswalk', {
  implements: () => [NodeType],
  description:
    'What the levels of one scale mean on another. It suggests; levels are converted only by the word of a person.',
})
export class ScaleCrosswalkType implements NodeType {
  id: string;

  @Field(() => [LevelPairType], { description: 'Level by level, lowest first.' })
  pairs: LevelPairType[];

  @Field({ description: 'What it rests on.' })
  reason: string;

  @Field(() => CrosswalkStateEnum, { description: 'Whether a second person has agreed.' })
  state: CrosswalkState;

  @Field(() => Int, { description: 'Counts saves.' })
  revision: number;

  @Field(() => Date, { description: 'When it was last written.' })
  writtenAt: Date;

  @Field(() => Date, { nullable: true, description: 'When the second person agreed.' })
  agreedAt: Date | null;
}

@ObjectType('ScaleInUse', { description: 'A scale and the frameworks that use it.' })
export class ScaleInUseType {
  @Field(() => ProficiencyScaleType, { description: 'The scale.' })
  scale: ProficiencyScaleType;

  @Field(() => [String], { description: 'Titles of the frameworks.' })
  frameworks: string[];
}

@ObjectType('LevelMeanings', {
  description: 'What the levels of one skill mean on the scale of another: a suggestion.',
})
export class LevelMeaningsType {
  @Field(() => ProficiencyScaleType, { description: 'The scale of the one.' })
  from: ProficiencyScaleType;

  @Field(() => ProficiencyScaleType, { description: 'The scale of the other.' })
  to: ProficiencyScaleType;

  @Field(() => ScaleCrosswalkType, {
    nullable: true,
    description: 'What suggests it; null where the scale is the same, or nobody has agreed on anything.',
  })
  crosswalk: ScaleCrosswalkType | null;

  @Field(() => [LevelPairType], { description: 'Level by level; empty where nobody has agreed on anything.' })
  pairs: LevelPairType[];
}

@ObjectType('AcceptedConversion', {
  description: "The viewer's word that a level of one skill counts as a level of another.",
})
export class AcceptedConversionType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field(() => Int, { description: 'The level that was verified.' })
  fromOrdinal: number;

  @Field(() => Int, { description: 'The level that it counts as.' })
  toOrdinal: number;

  @Field(() => Date, { description: 'When that was accepted.' })
  acceptedAt: Date;
}

@ObjectType('StrategyNote', { implements: () => [NodeType], description: 'What the business expects to need.' })
export class StrategyNoteType implements NodeType {
  id: string;

  @Field({ description: 'Its title.' })
  title: string;

  @Field({ description: 'What is expected, and why.' })
  body: string;

  @Field(() => HorizonEnum, { description: 'When.' })
  horizon: Horizon;

  @Field(() => Int, { description: 'Counts saves.' })
  revision: number;

  @Field(() => Date, { description: 'When it was last changed.' })
  changedAt: Date;
}

export const StewardResult = resultOf('StewardResult', SkillFrameworkType, [InvalidInput, NotFound]);
export const ProposalResult = resultOf('ProposalResult', SkillProposalType, [InvalidInput, NotAllowed, NotFound]);
export const RetirementResult = resultOf('RetirementResult', SkillType, [InvalidInput, NotFound, StillBuiltUpon]);
export const ConversionResult = resultOf('ConversionResult', SkillType, [InvalidInput, NotFound]);
export const CrosswalkResult = resultOf('CrosswalkResult', ScaleCrosswalkType, [
  ChangedMeanwhile,
  InvalidInput,
  NotAllowed,
  NotFound,
]);
export const StrategyNoteResult = resultOf('StrategyNoteResult', StrategyNoteType, [
  ChangedMeanwhile,
  InvalidInput,
  NotAllowed,
  NotFound,
]);
