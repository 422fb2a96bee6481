import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { NodeType } from '../../platform/graphql/node.js';
import { InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import { resultOf } from '../../platform/graphql/result-of.js';
import type { FrameworkContentState, FrameworkState, SourceKind } from './framework.entity.js';

export const FrameworkStateEnum: { [S in FrameworkState]: S } = {
  DRAFT: 'DRAFT',
  PUBLISHED: 'PUBLISHED',
  SUPERSEDED: 'SUPERSEDED',
};
registerEnumType(FrameworkStateEnum, {
  name: 'FrameworkState',
  description: 'A draft is seen by designers only; a published version never changes; a newer one supersedes it.',
});

const ContentStateEnum: { [S in FrameworkContentState]: S } = { WHOLE: 'WHOLE', COPYING: 'COPYING', FAILED: 'FAILED' };
registerEnumType(ContentStateEnum, {
  name: 'FrameworkContentState',
  description:
    'Whether everything is in a version. COPYING passes by itself; after FAILED, beginning the next version tries it again.',
});

export const SourceKindEnum: { [K in SourceKind]: K } = {
  UK_GDD: 'UK_GDD',
  ESCO: 'ESCO',
  ONET: 'ONET',
  CASE: 'CASE',
  CSV: 'CSV',
  OWN: 'OWN',
};
registerEnumType(SourceKindEnum, {
  name: 'FrameworkSourceKind',
  description:
    'UK_GDD: UK Government Digital and Data. ESCO: European skills and occupations. ONET: O*NET. CASE: a 1EdTech CASE package. CSV: tables. OWN: begun here.',
});

@ObjectType('ProficiencyLevel', { description: 'One step of a scale: how well a skill is held.' })
export class ProficiencyLevelType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field(() => Int, { description: 'Its place; 1 is the lowest.' })
  ordinal: number;

  @Field({ description: 'Its name.' })
  label: string;

  @Field(() => String, { nullable: true, description: 'What it means, where the framework says so.' })
  description: string | null;
}

@ObjectType('ProficiencyScale', { description: 'The levels at which skills of a framework are held.' })
export class ProficiencyScaleType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field({ description: 'Its name.' })
  name: string;

  @Field(() => [ProficiencyLevelType], { description: 'Lowest first.' })
  levels: ProficiencyLevelType[];
}

@ObjectType('FrameworkCounts', { description: 'How much a framework holds.' })
export class FrameworkCountsType {
  @Field(() => Int, { description: 'Skills.' })
  skills: number;

  @Field(() => Int, { description: 'Families of job roles.' })
  jobFamilies: number;

  @Field(() => Int, { description: 'Job roles.' })
  jobRoles: number;

  @Field(() => Int, { description: 'Levels of job roles.' })
  jobRoleLevels: number;

  @Field(() => Int, { description: 'Skills asked for by levels of job roles, all together.' })
  requirements: number;

  @Field(() => Int, { description: 'Skills that say at no level what somebody can do.' })
  skillsWithoutDescriptors: number;
}

@ObjectType('SkillFramework', {
  implements: () => [NodeType],
  description: 'One version of a set of skills and job roles.',
})
export class SkillFrameworkType implements NodeType {
  id: string;

  @Field({ description: 'Its title.' })
  title: string;

  @Field({ description: 'Who publishes it.' })
  publisher: string;

  @Field({ description: 'Which version this is, in the words of its publisher.' })
  version: string;

  @Field(() => FrameworkStateEnum, { description: 'Where it is in its life.' })
  state: FrameworkState;

  @Field(() => ContentStateEnum, { description: 'Whether everything is in it that it began with.' })
  contentState: FrameworkContentState;

  @Field({ description: 'The terms it may be used on.' })
  licence: string;

  @Field({ description: 'The sentence that its terms ask to be shown.' })
  attribution: string;

  @Field(() => String, { nullable: true, description: 'Where it came from.' })
  sourceUrl: string | null;

  @Field({ description: 'What it is about; empty where nothing is said.' })
  description: string;

  @Field({ description: 'The language of its texts (BCP 47).' })
  language: string;

  @Field(() => String, { nullable: true, description: 'Where its terms stand in full.' })
  licenceUrl: string | null;

  @Field({ description: 'Whether its texts stay off outward pages, and out of what strangers may fetch.' })
  restricted: boolean;

  @Field(() => SourceKindEnum, { description: 'By which format it came in; OWN was begun here.' })
  sourceKind: SourceKind;

  @Field(() => String, { nullable: true, description: 'Its address at its publisher.' })
  uri: string | null;

  @Field(() => Date, { nullable: true, description: 'When it was published here.' })
  publishedAt: Date | null;

  @Field(() => Date, { description: 'When it came in.' })
  createdAt: Date;

  @Field(() => Int, { description: 'Counts saves of what a draft says of itself.' })
  revision: number;
}

/** A framework as it stands afterwards, or why it does not. */
export const FrameworkResult = resultOf('FrameworkResult', SkillFrameworkType, [InvalidInput, NotAllowed, NotFound]);
