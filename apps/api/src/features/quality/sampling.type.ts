import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connectionOf } from '../../platform/graphql/connection.js';
import type { SampleScope } from './sampling.service.js';
import type { Finding, Stratum } from './sampling.entity.js';

const words = <Word extends string>(...all: Word[]) =>
  Object.fromEntries(all.map((word) => [word, word])) as { [Each in Word]: Each };

export const StratumEnum = words<Stratum>('NEW_ASSESSOR', 'BORDERLINE', 'HIGH_STAKES', 'RANDOM', 'ADDED');
registerEnumType(StratumEnum, { name: 'SampleStratum', description: 'Why a decision is looked at again.' });
export const FindingEnum = words<Finding>('SOUND', 'NOT_SOUND');
registerEnumType(FindingEnum, { name: 'SampleFinding', description: 'What came of looking at a decision again.' });
export const SampleScopeEnum = words<SampleScope>('WAITING', 'CHECKED', 'NOT_SOUND', 'ALL');
registerEnumType(SampleScopeEnum, { name: 'SampleScope', description: 'Which part of the samples.' });

@ObjectType('SamplingCounts', { description: 'How much a plan has looked at and chosen, beside what would be enough.' })
export class SamplingCountsType {
  @Field(() => Int, { description: 'Decisions looked at.' })
  lookedAt: number;

  @Field(() => Int, { description: 'Of those, chosen.' })
  chosen: number;

  @Field(() => Int, { description: 'Of those looked at, near the score to reach.' })
  borderline: number;

  @Field(() => Int, { description: 'Checked so far.' })
  checked: number;

  @Field(() => Int, { description: 'Of those, not sound.' })
  notSound: number;

  @Field(() => Int, { description: 'The square root of what was looked at: the least to choose.' })
  least: number;

  @Field(() => Int, {
    description: 'So many would find at least one faulty decision with 95 %, were a tenth of all faulty.',
  })
  enough: number;
}

@ObjectType('SamplingPlan', { description: 'Which decisions are looked at again.' })
export class SamplingPlanType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field(() => ID, { nullable: true, description: 'For which achievement; null: all that have no plan of their own.' })
  achievementId: string | null;

  @Field(() => Float, { description: '0 to 1, drawn at random.' })
  share: number;

  @Field({ description: 'Whoever has it can draw the same sample again.' })
  seed: string;

  @Field({ description: 'All of new assessors.' })
  newAssessor: boolean;

  @Field({ description: 'All near the score to reach.' })
  borderline: boolean;

  @Field({ description: 'All of high-stakes achievements.' })
  highStakes: boolean;

  @Field(() => Date, { description: 'Since when it holds.' })
  startedAt: Date;

  @Field(() => Date, { nullable: true, description: 'Until when it held.' })
  endedAt: Date | null;
}

@ObjectType('SampleItem', { description: 'A decision that was chosen to be looked at again.' })
export class SampleItemType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field(() => ID, { description: 'The submission.' })
  submissionId: string;

  @Field(() => ID, { description: 'The plan that chose it.' })
  planId: string;

  @Field(() => Float, { description: '0 to 1, from the seed and the submission.' })
  draw: number;

  @Field(() => Date, { description: 'When it was chosen.' })
  chosenAt: Date;

  @Field(() => FindingEnum, { nullable: true, description: 'What came of it; null while it waits.' })
  finding: Finding | null;

  @Field(() => String, { nullable: true, description: 'What was found.' })
  findingNote: string | null;

  @Field(() => Date, { nullable: true, description: 'When it was checked.' })
  foundAt: Date | null;
}

export const SampleItemConnection = connectionOf(SampleItemType, 'SampleItem');
