import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connectionOf } from '../../platform/graphql/connection.js';
import { NodeType } from '../../platform/graphql/node.js';
import type { SkillCategory, SkillKind } from './framework-content.rules.js';
import { ProficiencyLevelType } from './framework.type.js';

export const SkillKindEnum: { [K in SkillKind]: K } = {
  SKILL: 'SKILL',
  KNOWLEDGE: 'KNOWLEDGE',
  TOOL: 'TOOL',
  GROUP: 'GROUP',
  STATEMENT: 'STATEMENT',
};
registerEnumType(SkillKindEnum, {
  name: 'SkillKind',
  description: 'A skill, a field of knowledge, a tool, a group that others belong to, or a statement of a curriculum.',
});

export const SkillCategoryEnum: { [C in SkillCategory]: C } = { TECHNICAL: 'TECHNICAL', TRANSFERABLE: 'TRANSFERABLE' };
registerEnumType(SkillCategoryEnum, {
  name: 'SkillCategory',
  description: 'TECHNICAL: of a field of work. TRANSFERABLE: useful in any.',
});

@ObjectType('SkillLevel', { description: 'What a skill means at one level.' })
export class SkillLevelType {
  @Field(() => ProficiencyLevelType, { description: 'The level.' })
  level: ProficiencyLevelType;

  @Field(() => [String], { description: 'What somebody can do there; empty where the framework says nothing.' })
  descriptors: string[];
}

@ObjectType('Skill', { implements: () => [NodeType], description: 'A skill in the wording of one framework version.' })
export class SkillType implements NodeType {
  id: string;

  @Field({ description: 'Its name in the framework, fit for addresses.' })
  code: string;

  @Field({ description: 'Its name.' })
  name: string;

  @Field({ description: 'What it is about; empty where the framework says nothing.' })
  description: string;

  @Field(() => ID, { description: 'The wording. The id of the skill outlives it.' })
  revisionId: string;

  @Field(() => SkillKindEnum, { description: 'What sort of entry it is.' })
  kind: SkillKind;

  @Field(() => SkillCategoryEnum, {
    nullable: true,
    description: 'Technical or transferable, where the framework says.',
  })
  category: SkillCategory | null;

  @Field(() => [String], { description: 'Other names that people know it by.' })
  synonyms: string[];

  @Field(() => String, { nullable: true, description: 'The code that people read.' })
  coding: string | null;

  @Field(() => String, { nullable: true, description: 'Its address at the publisher of the framework.' })
  uri: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What the framework notes about it, e.g. where it does not apply.',
  })
  notes: string | null;

  @Field(() => Int, { description: 'Counts saves of this wording while it is a draft.' })
  edit: number;
}

export const SkillConnection = connectionOf(SkillType, 'Skill');
