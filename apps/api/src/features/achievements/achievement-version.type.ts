import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connectionOf } from '../../platform/graphql/connection.js';
import { NodeType } from '../../platform/graphql/node.js';
import type { AchievementRoute, AchievementState, MarkingPolicy } from './achievement-version.entity.js';
import { RubricType } from './rubric.type.js';

export const AchievementStateEnum: { [S in AchievementState]: S } = {
  DRAFT: 'DRAFT',
  PUBLISHED: 'PUBLISHED',
  SUPERSEDED: 'SUPERSEDED',
};
registerEnumType(AchievementStateEnum, {
  name: 'AchievementState',
  description: 'A draft is seen by designers only; a published version never changes; a newer one supersedes it.',
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

@ObjectType('EuDescriptors', {
  description: 'The EU descriptors of a micro-credential (Council Recommendation 2022/C 243/02, Annex I).',
})
export class EuDescriptorsType {
  @Field(() => Float, { nullable: true, description: 'Hours of work, all together.' })
  workloadHours: number | null;

  @Field(() => Float, { nullable: true, description: 'ECTS credits, where they are given.' })
  ects: number | null;

  @Field(() => Int, { nullable: true, description: 'Level of the European Qualifications Framework, 1 to 8.' })
  eqfLevel: number | null;

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

@ObjectType('OpenPoint', { description: 'Something that still stands between a draft and publishing.' })
export class OpenPointType {
  @Field({
    description:
      'Section of the designer: basics, outcomes, rubric, evidence, marking, descriptors, validity, assessors, badge.',
  })
  section: string;

  @Field({ description: 'Path of the field, e.g. rubric.criteria.0.title.' })
  field: string;

  @Field({ description: 'What to do.' })
  message: string;
}

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

  @Field(() => Float, { description: '0 to 1; the score an attempt must reach.' })
  cutScore: number;

  @Field(() => Int, { nullable: true, description: 'Months until it lapses; null: it does not.' })
  validityMonths: number | null;

  @Field(() => Int, { nullable: true, description: 'How old evidence may be, in months; null: as old as it is.' })
  evidenceMaxAgeMonths: number | null;

  @Field(() => AchievementRouteEnum, { description: 'How it is proved.' })
  route: AchievementRoute;

  @Field(() => MarkingPolicyEnum, { description: 'How many assessors mark an attempt.' })
  markingPolicy: MarkingPolicy;

  @Field(() => EuDescriptorsType, { description: 'The EU descriptors.' })
  descriptors: EuDescriptorsType;

  @Field(() => Date, { nullable: true, description: 'When it was published; null while it is a draft.' })
  publishedAt: Date | null;

  @Field(() => Date, { description: 'When the draft was begun.' })
  createdAt: Date;
}

export const AchievementConnection = connectionOf(AchievementVersionType, 'Achievement');
