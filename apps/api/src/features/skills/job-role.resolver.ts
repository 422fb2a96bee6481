import { Args, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/access/allow.decorator.js';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { Viewer } from '../../platform/access/viewer.js';
import type { ProficiencyLevel } from './framework.entity.js';
import { ProficiencyLevelType } from './framework.type.js';
import { FrameworksService } from './frameworks.service.js';
import { JobFamily, JobRole, JobRoleLevel, JobRoleRequirement } from './job-role.entity.js';
import { JobFamilyType, JobRoleLevelType, JobRoleRequirementType, JobRoleType } from './job-role.type.js';
import type { SkillView } from './skill.entity.js';
import { SkillType } from './skill.type.js';
import { SkillsService } from './skills.service.js';

@Resolver(() => JobFamilyType)
export class JobFamilyResolver {
  constructor(private readonly frameworks: FrameworksService) {}

  @ResolveField(() => [JobRoleType], { description: 'Its job roles.' })
  roles(@CurrentViewer() viewer: Viewer, @Parent() family: JobFamily): Promise<JobRole[]> {
    return this.frameworks.rolesOf(viewer, family.id);
  }
}

@Resolver(() => JobRoleType)
export class JobRoleResolver {
  constructor(private readonly frameworks: FrameworksService) {}

  @ResolveField(() => JobFamilyType, { description: 'The family it belongs to.' })
  family(@CurrentViewer() viewer: Viewer, @Parent() role: JobRole): Promise<JobFamily | null> {
    return this.frameworks.familyById(viewer, role.familyId);
  }

  @ResolveField(() => [JobRoleLevelType], { description: 'Its ladder, lowest first.' })
  levels(@CurrentViewer() viewer: Viewer, @Parent() role: JobRole): Promise<JobRoleLevel[]> {
    return this.frameworks.levelsOf(viewer, role.id);
  }
}

@Resolver(() => JobRoleLevelType)
export class JobRoleLevelResolver {
  constructor(
    private readonly skills: SkillsService,
    private readonly frameworks: FrameworksService,
  ) {}

  @Query(() => [JobRoleLevelType], { description: 'Levels of job roles of published frameworks, ladder by ladder.' })
  @Allow('framework.read')
  jobRoleLevels(
    @CurrentViewer() viewer: Viewer,
    @Args('search', { type: () => String, nullable: true }) search: string | null | undefined,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 20 }) first: number,
  ): Promise<JobRoleLevel[]> {
    return this.skills.findJobRoleLevels(viewer, search, first);
  }

  @ResolveField(() => JobRoleType, { description: 'The job role.' })
  role(@CurrentViewer() viewer: Viewer, @Parent() level: JobRoleLevel): Promise<JobRole | null> {
    return this.frameworks.roleById(viewer, level.roleId);
  }

  @ResolveField(() => [JobRoleRequirementType], { description: 'The skills it asks for.' })
  requirements(@CurrentViewer() viewer: Viewer, @Parent() level: JobRoleLevel): Promise<JobRoleRequirement[]> {
    return this.skills.requirementsOf(viewer, level.id);
  }
}

@Resolver(() => JobRoleRequirementType)
export class JobRoleRequirementResolver {
  constructor(private readonly skills: SkillsService) {}

  @ResolveField(() => SkillType, { description: 'The skill.' })
  skill(@CurrentViewer() viewer: Viewer, @Parent() asked: JobRoleRequirement): Promise<SkillView | null> {
    return this.skills.skillIn(viewer, asked.frameworkId, asked.skillId);
  }

  @ResolveField(() => ProficiencyLevelType, { nullable: true, description: 'Null: the framework names no level.' })
  async level(@CurrentViewer() viewer: Viewer, @Parent() asked: JobRoleRequirement): Promise<ProficiencyLevel | null> {
    const scale = await this.skills.scaleOf(viewer, asked.frameworkId);
    return scale.levels.find((level) => level.ordinal === asked.levelOrdinal) ?? null;
  }

  @ResolveField(() => JobRoleLevelType, { description: 'The rung that asks.' })
  jobRoleLevel(@CurrentViewer() viewer: Viewer, @Parent() asked: JobRoleRequirement): Promise<JobRoleLevel | null> {
    return this.skills.jobRoleLevelById(viewer, asked.jobRoleLevelId);
  }
}
