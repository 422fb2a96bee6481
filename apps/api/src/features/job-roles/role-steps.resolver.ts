import type { SuggestedStep } from '@assay/pathway';
import { Args, ID, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/access/allow.decorator.js';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { Viewer } from '../../platform/access/viewer.js';
import { InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import type { JobRoleEdge, JobRoleLevel } from '../skills/job-role.entity.js';
import { JobRoleLevelType } from '../skills/job-role.type.js';
import { SkillsService } from '../skills/skills.service.js';
import {
  RemovedStepResult,
  RoleStepKindEnum,
  RoleStepResult,
  RoleStepType,
  StepSuggestionType,
} from './job-role-edit.type.js';
import { RoleStepInput } from './job-role.inputs.js';
import { LadderComesRound } from './job-role.refusals.js';
import { RoleStepsService } from './role-steps.service.js';

type No = InvalidInput | NotAllowed | NotFound;

@Resolver(() => RoleStepType)
export class RoleStepsResolver {
  constructor(
    private readonly steps: RoleStepsService,
    private readonly skills: SkillsService,
  ) {}

  @Mutation(() => RoleStepResult, {
    description: 'Adds a step between levels of two job roles of a draft. A ladder must not come round.',
  })
  @Allow('framework.manage')
  addRoleStep(
    @CurrentViewer() viewer: Viewer,
    @Args('input') input: RoleStepInput,
  ): Promise<JobRoleEdge | No | LadderComesRound> {
    return this.steps.add(viewer, input);
  }

  @Mutation(() => RoleStepResult, { description: 'Changes the kind of a step of a draft, or the word about it.' })
  @Allow('framework.manage')
  changeRoleStep(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID }) id: string,
    @Args('kind', { type: () => RoleStepKindEnum, nullable: true }) kind?: JobRoleEdge['kind'] | null,
    @Args('note', { type: () => String, nullable: true }) note?: string | null,
  ): Promise<JobRoleEdge | No | LadderComesRound> {
    return this.steps.change(viewer, id, { kind, note });
  }

  @Mutation(() => RemovedStepResult, { description: 'Removes a step from a draft; gives the level that it led from.' })
  @Allow('framework.manage')
  removeRoleStep(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<JobRoleLevel | No> {
    return this.steps.remove(viewer, id);
  }

  @ResolveField(() => JobRoleLevelType, { description: 'The level it leads from.' })
  from(@CurrentViewer() viewer: Viewer, @Parent() step: JobRoleEdge): Promise<JobRoleLevel | null> {
    return this.skills.jobRoleLevelById(viewer, step.fromLevelId);
  }

  @ResolveField(() => JobRoleLevelType, { description: 'The level it leads to.' })
  to(@CurrentViewer() viewer: Viewer, @Parent() step: JobRoleEdge): Promise<JobRoleLevel | null> {
    return this.skills.jobRoleLevelById(viewer, step.toLevelId);
  }
}

@Resolver(() => StepSuggestionType)
export class StepSuggestionResolver {
  constructor(private readonly skills: SkillsService) {}

  @ResolveField(() => JobRoleLevelType, { description: 'The level it would lead to.' })
  to(@CurrentViewer() viewer: Viewer, @Parent() step: SuggestedStep): Promise<JobRoleLevel | null> {
    return this.skills.jobRoleLevelById(viewer, step.toId);
  }
}
