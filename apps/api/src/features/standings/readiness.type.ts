import { Field, Float, ObjectType } from '@nestjs/graphql';
import { JobRoleLevelType, JobRoleRequirementType } from '../skills/job-role.type.js';
import { SkillType } from '../skills/skill.type.js';

@ObjectType('ReadinessRow', { description: 'One skill that the job asks for, beside what is verified of it.' })
export class ReadinessRowType {
  @Field(() => JobRoleRequirementType, { description: 'What is asked.' })
  requirement: JobRoleRequirementType;

  @Field(() => Date, { nullable: true, description: 'When a verified level ended; null while one counts.' })
  lapsedOn: Date | null;

  @Field(() => Date, {
    nullable: true,
    description: 'Until when the verified level counts; null when it does not end.',
  })
  validUntil: Date | null;
}

@ObjectType('RoleReadiness', {
  description:
    "What today's job role asks of the viewer beside what is verified. Promotion stays a decision of people.",
})
export class RoleReadinessType {
  @Field(() => JobRoleLevelType, { description: 'The rung of the job architecture.' })
  jobRoleLevel: JobRoleLevelType;

  @Field(() => Float, {
    description: '0 to 1: the share of the asked levels that is verified, by weight of importance.',
  })
  verified: number;

  @Field(() => [SkillType], { description: 'Must-haves that are not verified at the level asked.' })
  blockedBy: SkillType[];

  @Field(() => [ReadinessRowType], { description: 'Skill by skill.' })
  rows: ReadinessRowType[];
}
