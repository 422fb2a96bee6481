import { Field, ID, InputType, Int } from '@nestjs/graphql';
import type { JobRoleEdge } from '../skills/job-role.entity.js';
import { RoleStepKindEnum } from './job-role-edit.type.js';

@InputType({ description: 'What is given is saved; what is left out stays as it is.' })
export class JobFamilyInput {
  @Field(() => String, { nullable: true, description: 'Its name.' })
  name?: string | null;

  @Field(() => Int, { nullable: true, description: 'Its place among the families, counted from 0.' })
  position?: number | null;
}

@InputType({ description: 'What is given is saved; what is left out stays as it is.' })
export class JobRoleInput {
  @Field(() => String, { nullable: true, description: 'Its name.' })
  name?: string | null;

  @Field(() => String, { nullable: true, description: 'What the job is.' })
  description?: string | null;

  @Field(() => [String], { nullable: true, description: 'What people in it do.' })
  responsibilities?: string[] | null;

  @Field(() => ID, { nullable: true, description: 'The family it belongs to.' })
  familyId?: string | null;

  @Field(() => Int, { nullable: true, description: 'Its place in its family, counted from 0.' })
  position?: number | null;
}

@InputType({ description: 'What is given is saved; what is left out stays as it is.' })
export class JobRoleLevelInput {
  @Field(() => String, { nullable: true, description: 'Its name.' })
  name?: string | null;

  @Field(() => String, { nullable: true, description: 'What the job is at this level.' })
  description?: string | null;

  @Field(() => [String], { nullable: true, description: 'What people at this level do.' })
  responsibilities?: string[] | null;
}

@InputType({ description: 'What a level asks of a skill.' })
export class RequirementInput {
  @Field(() => Int, { nullable: true, description: 'The level on the scale of the skill; null: no level is named.' })
  levelOrdinal?: number | null;

  @Field(() => Int, { description: '1 useful, 2 important, 3 essential.' })
  importance: number;

  @Field({ description: 'Whether nothing can outweigh it.' })
  mustHave: boolean;
}

@InputType({ description: 'One cell of the sheet: a level of the role and a skill.' })
export class RequirementCellInput {
  @Field(() => ID, { description: 'The level of the job role.' })
  levelId: string;

  @Field(() => ID, {
    description: 'The skill: of the draft itself, or of another published framework, in the version that counts today.',
  })
  skillId: string;

  @Field(() => RequirementInput, { nullable: true, description: 'What is asked from now on; null: nothing.' })
  asked: RequirementInput | null;
}

@InputType({ description: 'A step from a level of one job role to a level of another.' })
export class RoleStepInput {
  @Field(() => ID, { description: 'The level it leads from.' })
  fromLevelId: string;

  @Field(() => ID, { description: 'The level it leads to.' })
  toLevelId: string;

  @Field(() => RoleStepKindEnum, { description: 'What kind of step it is.' })
  kind: JobRoleEdge['kind'];

  @Field(() => String, { nullable: true, description: 'A word about it.' })
  note?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it was taken from a suggestion.' })
  suggested?: boolean | null;
}
