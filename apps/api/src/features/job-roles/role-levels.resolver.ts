import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/access/allow.decorator.js';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { Viewer } from '../../platform/access/viewer.js';
import { ChangedMeanwhile, InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import { JobRole, type JobRoleLevel } from '../skills/job-role.entity.js';
import { JobRoleLevelType } from '../skills/job-role.type.js';
import { JobRoleResult } from './job-role-edit.type.js';
import { JobRoleLevelInput, RequirementCellInput } from './job-role.inputs.js';
import { LadderComesRound, PeopleStandHere } from './job-role.refusals.js';
import { JobRolesService } from './job-roles.service.js';
import { RequirementsService } from './requirements.service.js';
import { RoleLevelsService } from './role-levels.service.js';

type Saved = Promise<JobRole | InvalidInput | NotAllowed | NotFound | ChangedMeanwhile | LadderComesRound>;

/** The rungs of a ladder and what they ask. Every change is a save of the role, and answers with it. */
@Resolver()
export class RoleLevelsResolver {
  constructor(
    private readonly roles: JobRolesService,
    private readonly levels: RoleLevelsService,
    private readonly requirements: RequirementsService,
  ) {}

  @Query(() => JobRoleLevelType, {
    nullable: true,
    description: 'One level of a job role; of a draft for designers only.',
  })
  @Allow('framework.read')
  jobRoleLevel(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<JobRoleLevel | null> {
    return this.roles.findLevel(viewer, id);
  }

  @Mutation(() => JobRoleResult, { description: 'Adds a level to a job role of a draft: at a place, or at the top.' })
  @Allow('framework.manage')
  addJobRoleLevel(
    @CurrentViewer() viewer: Viewer,
    @Args('roleId', { type: () => ID }) roleId: string,
    @Args('expectedRevision', { type: () => Int }) expectedRevision: number,
    @Args('name') name: string,
    @Args('order', { type: () => Int, nullable: true, description: 'Its place; 1 is the lowest.' })
    order?: number | null,
  ): Saved {
    return this.levels.add(viewer, roleId, expectedRevision, name, order);
  }

  @Mutation(() => JobRoleResult, { description: 'Changes what is given of a level of a draft.' })
  @Allow('framework.manage')
  changeJobRoleLevel(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID }) id: string,
    @Args('expectedRevision', { type: () => Int, description: 'Of its job role.' }) expectedRevision: number,
    @Args('input') input: JobRoleLevelInput,
  ): Saved {
    return this.levels.change(viewer, id, expectedRevision, input);
  }

  @Mutation(() => JobRoleResult, { description: 'Puts the ladder of a job role of a draft in order.' })
  @Allow('framework.manage')
  orderJobRoleLevels(
    @CurrentViewer() viewer: Viewer,
    @Args('roleId', { type: () => ID }) roleId: string,
    @Args('expectedRevision', { type: () => Int }) expectedRevision: number,
    @Args('levelIds', { type: () => [ID], description: 'Every level of the role, lowest first.' }) levelIds: string[],
  ): Saved {
    return this.levels.order(viewer, roleId, expectedRevision, levelIds);
  }

  @Mutation(() => JobRoleResult, {
    description:
      'Removes a level from a draft. Where people stand on it, says where they go when the draft is published.',
  })
  @Allow('framework.manage')
  removeJobRoleLevel(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID }) id: string,
    @Args('expectedRevision', { type: () => Int, description: 'Of its job role.' }) expectedRevision: number,
    @Args('peopleGoTo', { type: () => ID, nullable: true, description: 'Another level of the draft.' })
    goTo: string | null | undefined,
    @Args('peopleStay', {
      type: () => Boolean,
      nullable: true,
      defaultValue: false,
      description: 'They stay on the level as it is in the version before.',
    })
    stay: boolean | null,
  ): Promise<Awaited<Saved> | PeopleStandHere> {
    return this.levels.remove(viewer, id, expectedRevision, { goTo, stay: stay ?? false });
  }

  @Mutation(() => JobRoleResult, {
    description: 'Saves cells of the requirements of a job role of a draft: all of them or none. Others stay.',
  })
  @Allow('framework.manage')
  saveRequirements(
    @CurrentViewer() viewer: Viewer,
    @Args('roleId', { type: () => ID }) roleId: string,
    @Args('expectedRevision', { type: () => Int }) expectedRevision: number,
    @Args('cells', { type: () => [RequirementCellInput], description: '2,000 at most, each once.' })
    cells: RequirementCellInput[],
  ): Saved {
    return this.requirements.save(viewer, roleId, expectedRevision, cells);
  }

  @Mutation(() => JobRoleResult, {
    description: 'Lets a level of a draft ask for what another level asks; what only it asks for stays.',
  })
  @Allow('framework.manage')
  copyRequirements(
    @CurrentViewer() viewer: Viewer,
    @Args('fromLevelId', { type: () => ID }) fromLevelId: string,
    @Args('toLevelId', { type: () => ID }) toLevelId: string,
    @Args('expectedRevision', { type: () => Int, description: 'Of the job role that changes.' })
    expectedRevision: number,
  ): Saved {
    return this.requirements.copy(viewer, fromLevelId, toLevelId, expectedRevision);
  }
}
