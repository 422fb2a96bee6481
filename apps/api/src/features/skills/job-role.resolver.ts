import { Args, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/access/allow.decorator.js';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { Viewer } from '../../platform/access/viewer.js';
import type { ProficiencyLevel, SkillFramework } from './framework.entity.js';
import { ProficiencyLevelType, SkillFrameworkType } from './framework.type.js';
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

  @ResolveField(() => SkillFrameworkType, { description: 'The framework version that it is part of.' })
  framework(@CurrentViewer() viewer: Viewer, @Parent() role: JobRole): Promise<SkillFramework | null> {
    return this.frameworks.byId(viewer, role.frameworkId);
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
  constructor(
    private readonly skills: SkillsService,
    private readonly frameworks: FrameworksService,
  ) {}

  @ResolveField(() => SkillType, { description: 'The skill.' })
  skill(@CurrentViewer() viewer: Viewer, @Parent() asked: JobRoleRequirement): Promise<SkillView | null> {
    return this.skills.skillAsked(viewer, asked);
  }

  @ResolveField(() => ProficiencyLevelType, { nullable: true, description: 'Null: the framework names no level.' })
  async level(@CurrentViewer() viewer: Viewer, @Parent() asked: JobRoleRequirement): Promise<ProficiencyLevel | null> {
    const scale = await this.skills.scaleOf(viewer, asked.adoptedFrom ?? asked.frameworkId);
    return scale.levels.find((level) => level.ordinal === asked.levelOrdinal) ?? null;
  }

  @ResolveField(() => SkillFrameworkType, {
    nullable: true,
    description:
      'The version of another framework in whose wording, and on whose scale, the skill is asked; null: the own one.',
  })
  adoptedFrom(@CurrentViewer() viewer: Viewer, @Parent() asked: JobRoleRequirement): Promise<SkillFramework | null> {
    return asked.adoptedFrom ? this.frameworks.byId(viewer, asked.adoptedFrom) : Promise.resolve(null);
  }

  @ResolveField(() => JobRoleLevelType, { description: 'The rung that asks.' })
  jobRoleLevel(@CurrentViewer() viewer: Viewer, @Parent() asked: JobRoleRequirement): Promise<JobRoleLevel | null> {
    return this.skills.jobRoleLevelById(viewer, asked.jobRoleLevelId);
  }
}
