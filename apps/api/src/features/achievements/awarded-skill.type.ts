import { Field, ID, ObjectType } from '@nestjs/graphql';
import { SkillCategoryEnum } from './achievement-version.type.js';
import type { SkillCategory } from './achievement-version.entity.js';

@ObjectType('AwardedSkill', { description: 'A skill that an award gives, at its level.' })
export class AwardedSkillType {
  @Field(() => ID, { description: 'The skill, as criteria name it.' })
  skillId: string;

  @Field(() => SkillCategoryEnum, {
    nullable: true,
    description: 'Technical or transferable, where the designer says so; null: as its framework says.',
  })
  category: SkillCategory | null;

  @Field({ description: 'Whether it is the principal one, which gives the badge its level.' })
  isPrincipal: boolean;
}
