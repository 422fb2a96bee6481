import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/access/allow.decorator.js';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { Viewer } from '../../platform/access/viewer.js';
import { ChangedMeanwhile, InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import type { SkillFramework } from '../skills/framework.entity.js';
import { JobFamily, JobRole } from '../skills/job-role.entity.js';
import { JobRoleType } from '../skills/job-role.type.js';
import { JobFamiliesService } from './job-families.service.js';
import {
  JobFamilyResult,
  JobRoleResult,
  RemovedFamilyResult,
  RemovedRoleResult,
  RoleLatticeType,
} from './job-role-edit.type.js';
import { JobRoleLatticeService, type RoleLattice } from './job-role-lattice.service.js';
import { JobFamilyInput, JobRoleInput } from './job-role.inputs.js';
import { PeopleStandHere } from './job-role.refusals.js';
import { JobRolesService } from './job-roles.service.js';

type No = InvalidInput | NotAllowed | NotFound;

/** Families and job roles: looked at as a lattice, changed in a draft. */
@Resolver()
export class JobRolesResolver {
  constructor(
    private readonly families: JobFamiliesService,
    private readonly roles: JobRolesService,
    private readonly lattice: JobRoleLatticeService,
  ) {}

  @Query(() => RoleLatticeType, {
    nullable: true,
    description: 'Job roles of one framework version with their ladders and steps: all, of some families, or by name.',
  })
  @Allow('framework.read')
  roleLattice(
    @CurrentViewer() viewer: Viewer,
    @Args('frameworkId', { type: () => ID }) frameworkId: string,
    @Args('familyIds', { type: () => [ID], nullable: true }) familyIds?: string[] | null,
    @Args('search', { type: () => String, nullable: true }) search?: string | null,
  ): Promise<RoleLattice | null> {
    return this.lattice.of(viewer, frameworkId, { familyIds, search });
  }

  @Query(() => JobRoleType, { nullable: true, description: 'One job role; of a draft for designers only.' })
  @Allow('framework.read')
  jobRole(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID }) id: string): Promise<JobRole | null> {
    return this.roles.find(viewer, id);
  }

  @Mutation(() => JobFamilyResult, { description: 'Adds a family of job roles to a draft.' })
  @Allow('framework.manage')
  addJobFamily(
    @CurrentViewer() viewer: Viewer,
    @Args('frameworkId', { type: () => ID }) frameworkId: string,
    @Args('name') name: string,
  ): Promise<JobFamily | No> {
    return this.families.add(viewer, frameworkId, name);
  }

  @Mutation(() => JobFamilyResult, { description: 'Renames a family of a draft, or moves it among the others.' })
  @Allow('framework.manage')
  changeJobFamily(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID }) id: string,
    @Args('input') input: JobFamilyInput,
  ): Promise<JobFamily | No> {
    return this.families.change(viewer, id, input);
  }

  @Mutation(() => RemovedFamilyResult, { description: 'Removes an empty family from a draft; gives the draft.' })
  @Allow('framework.manage')
  removeJobFamily(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<SkillFramework | No> {
    return this.families.remove(viewer, id);
  }

  @Mutation(() => JobRoleResult, { description: 'Adds a job role with its ladder to a family of a draft.' })
  @Allow('framework.manage')
  addJobRole(
    @CurrentViewer() viewer: Viewer,
    @Args('familyId', { type: () => ID }) familyId: string,
    @Args('name') name: string,
    @Args('levels', { type: () => [String], description: 'Names of its levels, lowest first; one at least.' })
    levels: string[],
  ): Promise<JobRole | No> {
    return this.roles.add(viewer, familyId, name, levels);
  }

  @Mutation(() => JobRoleResult, { description: 'Changes what is given of a job role of a draft, or its place.' })
  @Allow('framework.manage')
  changeJobRole(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID }) id: string,
    @Args('expectedRevision', { type: () => Int }) expectedRevision: number,
    @Args('input') input: JobRoleInput,
  ): Promise<JobRole | No | ChangedMeanwhile> {
    return this.roles.change(viewer, id, expectedRevision, input);
  }

  @Mutation(() => JobRoleResult, { description: 'The same ladder with the same requirements under another name.' })
  @Allow('framework.manage')
  copyJobRole(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID }) id: string,
    @Args('name') name: string,
  ): Promise<JobRole | No> {
    return this.roles.copy(viewer, id, name);
  }

  @Mutation(() => RemovedRoleResult, {
    description: 'Removes a job role nobody stands on from a draft; gives its family.',
  })
  @Allow('framework.manage')
  removeJobRole(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<JobFamily | No | PeopleStandHere> {
    return this.roles.remove(viewer, id);
  }
}
