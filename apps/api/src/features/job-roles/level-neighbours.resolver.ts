import { Args, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { Viewer } from '../../platform/access/viewer.js';
import type { AchievementVersion } from '../achievements/achievement-version.entity.js';
import { AchievementVersionType } from '../achievements/achievement-version.type.js';
import { AchievementsService } from '../achievements/achievements.service.js';
import type { JobRoleEdge, JobRoleLevel, JobRoleRequirement } from '../skills/job-role.entity.js';
import { JobRoleLevelType, JobRoleRequirementType } from '../skills/job-role.type.js';
import { LevelMovesService } from '../skills/level-moves.service.js';
import { RoleStepType, StepSuggestionType } from './job-role-edit.type.js';
import { JobRoleLatticeService } from './job-role-lattice.service.js';
import { RoleStepsService } from './role-steps.service.js';
import { type StepSuggestion, StepSuggestionsService } from './step-suggestions.service.js';

/** What stands around a rung: steps, suggestions, and how many people. */
@Resolver(() => JobRoleLevelType)
export class LevelNeighboursResolver {
  constructor(
    private readonly steps: RoleStepsService,
    private readonly suggesting: StepSuggestionsService,
    private readonly lattice: JobRoleLatticeService,
    private readonly moves: LevelMovesService,
  ) {}

  @ResolveField(() => Int, { description: 'How many skills it asks for.' })
  asks(@CurrentViewer() viewer: Viewer, @Parent() level: JobRoleLevel): Promise<number> {
    return this.lattice.asks(viewer, level.id);
  }

  @ResolveField(() => Int, {
    nullable: true,
    description:
      'How many people stand on it today, in whichever version of the framework; null for all but designers.',
  })
  people(@CurrentViewer() viewer: Viewer, @Parent() level: JobRoleLevel): Promise<number | null> {
    return this.moves.peopleOn(viewer, level.id);
  }

  @ResolveField(() => [RoleStepType], { description: 'Steps that lead from it to other job roles.' })
  stepsOut(@CurrentViewer() viewer: Viewer, @Parent() level: JobRoleLevel): Promise<JobRoleEdge[]> {
    return this.steps.from(viewer, level.id);
  }

  @ResolveField(() => [RoleStepType], { description: 'Steps that lead to it from other job roles.' })
  stepsIn(@CurrentViewer() viewer: Viewer, @Parent() level: JobRoleLevel): Promise<JobRoleEdge[]> {
    return this.steps.to(viewer, level.id);
  }

  @ResolveField(() => [StepSuggestionType], {
    description: 'Steps up to other job roles that what is asked suggests, the nearest first; 20 at most.',
  })
  suggestedSteps(
    @CurrentViewer() viewer: Viewer,
    @Parent() level: JobRoleLevel,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 5 }) first: number | null,
  ): Promise<StepSuggestion[]> {
    return this.suggesting.of(viewer, level, first ?? 5);
  }
}

@Resolver(() => JobRoleRequirementType)
export class RequirementProofResolver {
  constructor(private readonly achievements: AchievementsService) {}

  @ResolveField(() => [AchievementVersionType], {
    description: 'Published achievements that prove the skill at what is asked or above, the nearest first.',
  })
  async provenBy(@CurrentViewer() viewer: Viewer, @Parent() asked: JobRoleRequirement): Promise<AchievementVersion[]> {
    const offered = await this.achievements.offeredFor(viewer, asked.skillId);
    return offered.filter(({ ordinal }) => ordinal >= (asked.levelOrdinal ?? 1)).map(({ version }) => version);
  }
}
