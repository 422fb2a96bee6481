import { Field, Float, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { ReadinessBand } from '@assay/pathway';
import type { JobRoleRequirement } from '../skills/job-role.entity.js';
import { JobRoleLevelType, JobRoleRequirementType } from '../skills/job-role.type.js';
import { SkillType } from '../skills/skill.type.js';
import type { Layers } from './layers.service.js';
import { SkillLayersType } from './skill-layers.type.js';

/** One asked skill beside what is known of it, layer by layer. */
export interface ReadinessRow {
  personId: string;
  requirement: JobRoleRequirement;
  /** The verified level that counts; 0 where none does. */
  have: number;
  gap: number;
  lapsedOn: Date | null;
  validUntil: Date | null;
  layers: Layers | null;
  /** All rows of the same answer: what is planned is planned for all of them together. */
  among: readonly ReadinessRow[];
}

export const ReadinessBandEnum: { [B in ReadinessBand]: B } = {
  ...{ READY: 'READY', BLOCKED: 'BLOCKED', NEXT_STEP: 'NEXT_STEP', STRETCH: 'STRETCH', EXPLORE: 'EXPLORE' },
  NOTHING_ASKED: 'NOTHING_ASKED',
};
registerEnumType(ReadinessBandEnum, {
  name: 'ReadinessBand',
  description:
    'How near what is verified is to a job role level, in a word. BLOCKED: near enough, but a must-have is missing. NOTHING_ASKED: the level states no requirements, so nothing can be said.',
});

@ObjectType('ReadinessRow', { description: 'One skill that the job asks for, beside what is known of it.' })
export class ReadinessRowType {
  @Field(() => JobRoleRequirementType, { description: 'What is asked.' })
  requirement: JobRoleRequirementType;

  @Field(() => Int, { description: 'How many levels are still to be verified.' })
  gap: number;

  @Field(() => Date, { nullable: true, description: 'When a verified level ended; null while one counts.' })
  lapsedOn: Date | null;

  @Field(() => Date, {
    nullable: true,
    description: 'Until when the verified level counts; null when it does not end.',
  })
  validUntil: Date | null;

  @Field(() => SkillLayersType, {
    nullable: true,
    description: 'What is said, seen and verified, each with where it comes from; null where nothing is known.',
  })
  layers: SkillLayersType | null;
}

@ObjectType('LevelNearness', {
  description: 'How near the viewer is to a job role level: each layer on its own, 0 to 1, by weight of importance.',
})
export class LevelNearnessType {
  @Field(() => Float, { description: 'The share of the asked levels that is verified.' })
  verified: number;

  @Field(() => Float, { description: 'The share that others saw at work.' })
  observed: number;

  @Field(() => Float, { description: 'The share that the person says they hold. It counts for nothing.' })
  claimed: number;

  @Field(() => ReadinessBandEnum, { description: 'What is verified, in a word.' })
  band: ReadinessBand;
}

@ObjectType('RoleReadiness', {
  description: 'What a job role level asks beside what is known of a person. Promotion stays a decision of people.',
})
export class RoleReadinessType extends LevelNearnessType {
  @Field(() => JobRoleLevelType, { description: 'The rung of the job architecture.' })
  jobRoleLevel: JobRoleLevelType;

  @Field(() => [SkillType], { description: 'Must-haves that are not verified at the level asked.' })
  blockedBy: SkillType[];

  @Field(() => [ReadinessRowType], { description: 'Skill by skill.' })
  rows: ReadinessRowType[];
}

@ObjectType('RoleHolding', { description: 'What people who work at a job role level have verified of one skill.' })
export class RoleHoldingType {
  @Field(() => Int, { description: 'How many work there; at least five, or nothing is said.' })
  people: number;

  @Field(() => Int, { description: 'How many of them have it verified.' })
  holders: number;
}
