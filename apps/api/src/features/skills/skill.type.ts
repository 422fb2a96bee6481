import { Field, ID, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '../../platform/graphql/connection.js';
import { NodeType } from '../../platform/graphql/node.js';
import { ProficiencyLevelType } from './framework.type.js';

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
}

export const SkillConnection = connectionOf(SkillType, 'Skill');
