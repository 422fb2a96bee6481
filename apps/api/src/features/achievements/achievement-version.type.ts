import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connectionOf } from '../../platform/graphql/connection.js';
import { NodeType } from '../../platform/graphql/node.js';
import type {
  AchievementRoute,
  AchievementState,
  MarkingPolicy,
  ReleaseMode,
  Renewal,
} from './achievement-version.entity.js';
import { EvidenceRuleType } from './asked-evidence.type.js';
import { EuDescriptorsType } from './eu-descriptors.type.js';
import { RubricType } from './rubric.type.js';

export const AchievementStateEnum: { [S in AchievementState]: S } = {
  DRAFT: 'DRAFT',
  PUBLISHED: 'PUBLISHED',
  RETIRED: 'RETIRED',
  SUPERSEDED: 'SUPERSEDED',
};
registerEnumType(AchievementStateEnum, {
  name: 'AchievementState',
  description:
    'A draft is seen by designers only; a published version never changes; retired, nobody begins it any more; a newer version supersedes it.',
});

export const AchievementRouteEnum: { [R in AchievementRoute]: R } = {
  PORTFOLIO: 'PORTFOLIO',
  OBSERVATION: 'OBSERVATION',
  COMPLETION: 'COMPLETION',
  PRIOR_LEARNING: 'PRIOR_LEARNING',
  STACK: 'STACK',
};
registerEnumType(AchievementRouteEnum, { name: 'AchievementRoute', description: 'How it is proved.' });

export const MarkingPolicyEnum: { [P in MarkingPolicy]: P } = {
  SINGLE: 'SINGLE',
  SECOND_MARK_SAMPLE: 'SECOND_MARK_SAMPLE',
  DOUBLE_BLIND: 'DOUBLE_BLIND',
};
registerEnumType(MarkingPolicyEnum, { name: 'MarkingPolicy', description: 'How many assessors mark an attempt.' });

export const ReleaseModeEnum: { [M in ReleaseMode]: M } = { SINGLE: 'SINGLE', BATCH: 'BATCH', SCHEDULED: 'SCHEDULED' };
registerEnumType(ReleaseModeEnum, {
  name: 'ReleaseMode',
  description: 'How outcomes reach candidates: each by itself, several together, or on a day.',
});

export const RenewalEnum: { [R in Renewal]: R } = {
  CHANGED_CRITERIA: 'CHANGED_CRITERIA',
  ALL_CRITERIA: 'ALL_CRITERIA',
  NOTHING: 'NOTHING',
};
registerEnumType(RenewalEnum, {
  name: 'Renewal',
  description: 'What somebody shows again when validity ends: what changed since, everything, or nothing.',
});

@ObjectType('AchievementVersion', {
  implements: () => [NodeType],
  description: 'What can be earned, in one version. A published version never changes.',
})
export class AchievementVersionType implements NodeType {
  id: string;

  @Field(() => ID, { description: 'The same for every version.' })
  achievementId: string;

  @Field(() => Int, { description: '1 for the first version.' })
  number: number;

  @Field(() => AchievementStateEnum, { description: 'Where it is in its life.' })
  state: AchievementState;

  @Field(() => Int, { description: 'Counts saves of the draft; pass it back when saving.' })
  revision: number;

  @Field({ description: 'Its name.' })
  name: string;

  @Field({ description: 'What it certifies.' })
  description: string;

  @Field(() => [String], { description: 'What people can do who have it.' })
  outcomes: string[];

  @Field(() => RubricType, { description: 'What is looked at, and how well each thing may be done.' })
  rubric: RubricType;

  @Field(() => [String], { description: 'What evidence people should bring.' })
  evidenceAsked: string[];

  @Field(() => [EvidenceRuleType], { description: 'How much evidence is enough, as far as it can be counted.' })
  evidenceRules: EvidenceRuleType[];

  @Field(() => Float, { description: '0 to 1; the score an attempt must reach.' })
  cutScore: number;

  @Field(() => Int, { nullable: true, description: 'Months until it lapses; null: it does not.' })
  validityMonths: number | null;

  @Field(() => Int, { nullable: true, description: 'How old evidence may be, in months; null: as old as it is.' })
  evidenceMaxAgeMonths: number | null;

  @Field(() => Int, { nullable: true, description: 'How often somebody may try; null: as often as they like.' })
  maxAttempts: number | null;

  @Field(() => Int, { nullable: true, description: 'Days between an outcome and the next attempt; null: none.' })
  coolOffDays: number | null;

  @Field(() => AchievementRouteEnum, { description: 'How it is proved.' })
  route: AchievementRoute;

  @Field(() => MarkingPolicyEnum, { description: 'How many assessors mark an attempt.' })
  markingPolicy: MarkingPolicy;

  @Field(() => Float, { description: '0 to 1; the share of submissions that a second assessor marks too.' })
  secondMarkShare: number;

  @Field(() => Float, { description: '0 to 0.5; how near to the cut score a second assessor is asked.' })
  borderlineBand: number;

  @Field({
    description: 'Whether much depends on it: then a second assessor always marks, and another person releases.',
  })
  highStakes: boolean;

  @Field(() => ReleaseModeEnum, { description: 'How outcomes reach candidates.' })
  releaseMode: ReleaseMode;

  @Field(() => RenewalEnum, { description: 'What somebody shows again when validity ends.' })
  renewal: Renewal;

  @Field(() => Int, {
    nullable: true,
    description: 'Months before the end at which holders are reminded; null: never.',
  })
  reminderMonths: number | null;

  @Field(() => EuDescriptorsType, { description: 'The EU descriptors.' })
  descriptors: EuDescriptorsType;

  @Field(() => Date, { nullable: true, description: 'When it was published; null while it is a draft.' })
  publishedAt: Date | null;

  @Field(() => Date, { description: 'When the draft was begun.' })
  createdAt: Date;

  @Field(() => Date, { nullable: true, description: 'When the draft was last saved.' })
  savedAt: Date | null;

  @Field(() => Date, { nullable: true, description: 'Since when nobody begins it any more; null while it is offered.' })
  retiredAt: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it is no longer offered.' })
  retiredReason: string | null;
}

export const AchievementConnection = connectionOf(AchievementVersionType, 'Achievement');
