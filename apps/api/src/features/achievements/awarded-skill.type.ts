import { Field, ID, ObjectType } from '@nestjs/graphql';

@ObjectType('AwardedSkill', { description: 'A skill that an award gives, at its level.' })
export class AwardedSkillType {
  @Field(() => ID, { description: 'The skill, as criteria name it.' })
  skillId: string;

  @Field({ description: 'Whether it is the principal one, which gives the badge its level.' })
  isPrincipal: boolean;
}
