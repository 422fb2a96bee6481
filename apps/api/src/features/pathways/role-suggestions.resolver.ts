import { Args, ID, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/access/allow.decorator.js';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { Viewer } from '../../platform/access/viewer.js';
import { isId } from '../../platform/database/id.js';
import type { JobRoleLevel } from '../skills/job-role.entity.js';
import { JobRoleLevelType } from '../skills/job-role.type.js';
import type { SkillView } from '../skills/skill.entity.js';
import { SkillType } from '../skills/skill.type.js';
import { SkillsService } from '../skills/skills.service.js';
import { ReadinessService, type RoleReadiness } from '../standings/readiness.service.js';
import { RoleReadinessType } from '../standings/readiness.type.js';
import { SkillAdvanceType } from './plan.type.js';
import { RoleSuggestionType } from './role-suggestion.type.js';
import { RoleSuggestionsService, type SuggestedRole } from './role-suggestions.service.js';
import { RoleRouteType, RouteLegType } from './route.type.js';
import { type RoleRoute, RoutesService } from './routes.service.js';

@Resolver(() => RoleSuggestionType)
export class RoleSuggestionsResolver {
  constructor(
    private readonly service: RoleSuggestionsService,
    private readonly routes: RoutesService,
    private readonly skills: SkillsService,
    private readonly standing: ReadinessService,
  ) {}

  @Query(() => [RoleSuggestionType], {
    description:
      "Job role levels near the viewer's own that ask for more, the likeliest first, ten at most; rare skills weigh more.",
  })
  @Allow('framework.read')
  myRoleSuggestions(
    @CurrentViewer() viewer: Viewer,
    @Args('first', { type: () => Int }) first: number,
  ): Promise<SuggestedRole[]> {
    return this.service.mine(viewer, first);
  }

  @Query(() => RoleRouteType, {
    nullable: true,
    description: "The way from the viewer's job of today to a job role level; null where no ladder leads from there.",
  })
  @Allow('framework.read')
  myRoute(
    @CurrentViewer() viewer: Viewer,
    @Args('jobRoleLevelId', { type: () => ID }) levelId: string,
  ): Promise<RoleRoute | null> {
    return isId(levelId) ? this.routes.mine(viewer, levelId) : Promise.resolve(null);
  }

  @ResolveField(() => JobRoleLevelType, { nullable: true, description: 'What is suggested.' })
  jobRoleLevel(@CurrentViewer() viewer: Viewer, @Parent() role: SuggestedRole): Promise<JobRoleLevel | null> {
    return this.skills.jobRoleLevelById(viewer, role.levelId);
  }

  @ResolveField(() => [SkillType], { description: 'Those that the job of today asks for, too: what `shared` counts.' })
  sharedSkills(@CurrentViewer() viewer: Viewer, @Parent() role: SuggestedRole): Promise<SkillView[]> {
    return this.named(viewer, role.sharedIds);
  }

  @ResolveField(() => [SkillType], { description: 'Those of today that it does not use, or not as much.' })
  leftSkills(@CurrentViewer() viewer: Viewer, @Parent() role: SuggestedRole): Promise<SkillView[]> {
    return this.named(viewer, role.leftIds);
  }

  @ResolveField(() => RoleReadinessType, { nullable: true, description: 'Where the viewer stands on the way to it.' })
  readiness(@CurrentViewer() viewer: Viewer, @Parent() role: SuggestedRole): Promise<RoleReadiness | null> {
    return this.standing.of(viewer, viewer.personId ?? '', role.levelId, viewer.now);
  }

  private async named(viewer: Viewer, ids: readonly string[]): Promise<SkillView[]> {
    const skills = await Promise.all(ids.map((id) => this.skills.skillById(viewer, id)));
    return skills.filter((skill) => skill !== null).sort((one, other) => one.name.localeCompare(other.name));
  }
}

@Resolver(() => RouteLegType)
export class RouteLegResolver {
  constructor(private readonly skills: SkillsService) {}

  @ResolveField(() => JobRoleLevelType, { nullable: true, description: 'The job role level after it.' })
  to(@CurrentViewer() viewer: Viewer, @Parent() leg: RouteLegType): Promise<JobRoleLevel | null> {
    return this.skills.jobRoleLevelById(viewer, leg.toId);
  }
}

@Resolver(() => SkillAdvanceType)
export class SkillAdvanceResolver {
  constructor(private readonly skills: SkillsService) {}

  @ResolveField(() => SkillType, { nullable: true, description: 'The skill.' })
  skill(@CurrentViewer() viewer: Viewer, @Parent() { skillId }: SkillAdvanceType): Promise<SkillView | null> {
    return this.skills.skillById(viewer, skillId);
  }
}
