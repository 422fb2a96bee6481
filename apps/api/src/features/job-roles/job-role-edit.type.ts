import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ChangedMeanwhile, InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import { resultOf } from '../../platform/graphql/result-of.js';
import { SkillFrameworkType } from '../skills/framework.type.js';
import type { JobRoleEdge } from '../skills/job-role.entity.js';
import { JobFamilyType, JobRoleLevelType, JobRoleType } from '../skills/job-role.type.js';
import { LadderComesRound, PeopleStandHere } from './job-role.refusals.js';

export const RoleStepKindEnum: { [K in JobRoleEdge['kind']]: K } = {
  LADDER: 'LADDER',
  LATERAL: 'LATERAL',
  BRANCH: 'BRANCH',
};
registerEnumType(RoleStepKindEnum, {
  name: 'RoleStepKind',
  description:
    'LADDER: up, to another role. LATERAL: across, to work of about the same weight. BRANCH: to another way of working, such as from specialist to management.',
});

export const RoleStepOriginEnum: { [O in JobRoleEdge['origin']]: O } = { DECLARED: 'DECLARED', DERIVED: 'DERIVED' };
registerEnumType(RoleStepOriginEnum, {
  name: 'RoleStepOrigin',
  description:
    'DECLARED: said by a person or the source. DERIVED: suggested by what the levels ask, and taken by a person.',
});

@ObjectType('RoleStep', {
  description:
    'A step from a level of one job role to a level of another. The ladder within a role is the order of its levels.',
})
export class RoleStepType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field(() => RoleStepKindEnum, { description: 'What kind of step it is.' })
  kind: JobRoleEdge['kind'];

  @Field(() => RoleStepOriginEnum, { description: 'Who thought of it.' })
  origin: JobRoleEdge['origin'];

  @Field({ description: 'A word about it; empty when nothing is said.' })
  note: string;
}

@ObjectType('StepSuggestion', {
  description: 'A step that what the two levels ask suggests. No step until a person takes it.',
})
export class StepSuggestionType {
  @Field(() => Float, {
    description: 'How much they have in common, 0 to 1: rarity-weighted Ruzicka overlap of levels and importance.',
  })
  overlap: number;

  @Field(() => Int, { description: 'Skills that both ask for.' })
  shared: number;

  @Field(() => Int, { description: 'Skills that the other asks for in addition, or at a higher level.' })
  more: number;
}

@ObjectType('LatticeFamily', { description: 'A family of job roles and how much it holds.' })
export class LatticeFamilyType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field({ description: 'Its name.' })
  name: string;

  @Field(() => Int, { description: 'Job roles.' })
  roles: number;

  @Field(() => Int, { description: 'Levels of these, all together.' })
  levels: number;
}

@ObjectType('RoleLattice', { description: 'The job roles of a framework version with their ladders and steps.' })
export class RoleLatticeType {
  @Field(() => SkillFrameworkType, { description: 'The framework version.' })
  framework: object;

  @Field(() => [LatticeFamilyType], { description: 'All its families, in its own order.' })
  families: LatticeFamilyType[];

  @Field(() => [JobRoleType], { description: 'The job roles that fit, family by family; 100 at most.' })
  roles: object[];

  @Field(() => Int, { description: 'How many job roles fit, shown or not.' })
  matching: number;
}

export const JobFamilyResult = resultOf('JobFamilyResult', JobFamilyType, [InvalidInput, NotAllowed, NotFound]);
export const RemovedFamilyResult = resultOf('RemovedFamilyResult', SkillFrameworkType, [
  InvalidInput,
  NotAllowed,
  NotFound,
]);
export const JobRoleResult = resultOf('JobRoleResult', JobRoleType, [
  InvalidInput,
  NotAllowed,
  NotFound,
  ChangedMeanwhile,
  LadderComesRound,
  PeopleStandHere,
]);
export const RemovedRoleResult = resultOf('RemovedRoleResult', JobFamilyType, [
  InvalidInput,
  NotAllowed,
  NotFound,
  PeopleStandHere,
]);
export const RoleStepResult = resultOf('RoleStepResult', RoleStepType, [
  InvalidInput,
  NotAllowed,
  NotFound,
  LadderComesRound,
]);
export const RemovedStepResult = resultOf('RemovedStepResult', JobRoleLevelType, [InvalidInput, NotAllowed, NotFound]);
