import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connectionOf } from '../../platform/graphql/connection.js';
import { RELATION_TYPES, type RelationType } from './framework-content.rules.js';

export const RelationTypeEnum = Object.fromEntries(RELATION_TYPES.map((type) => [type, type])) as {
  [T in RelationType]: T;
};
registerEnumType(RelationTypeEnum, {
  name: 'SkillRelationType',
  description: 'How one skill is tied to another, by the names of CASE.',
});

@ObjectType('SkillRelation', { description: 'What ties a skill to another, here or elsewhere.' })
export class SkillRelationType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field(() => RelationTypeEnum, { description: 'How: from the origin to the target.' })
  type: RelationType;

  @Field(() => String, { nullable: true, description: 'Address of the target, where it is not one of ours.' })
  targetUri: string | null;

  @Field(() => String, { nullable: true, description: 'What the target is called there.' })
  targetTitle: string | null;
}

@ObjectType('SkillPlace', {
  description: 'A skill at one of its places in the tree; it may stand below several others.',
})
export class SkillPlaceType {
  @Field(() => ID, { description: 'Of the place, not of the skill.' })
  id: string;

  @Field(() => Int, { description: 'How many stand directly below it.' })
  children: number;
}

export const SkillPlaceConnection = connectionOf(SkillPlaceType, 'SkillPlace');
