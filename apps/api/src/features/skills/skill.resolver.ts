import { Args, ID, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/access/allow.decorator.js';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { Viewer } from '../../platform/access/viewer.js';
import type { Page } from '../../platform/graphql/connection.js';
import type { ProficiencyLevel, SkillFramework } from './framework.entity.js';
import { SkillFrameworkType } from './framework.type.js';
import { FrameworksService } from './frameworks.service.js';
import type { JobRoleRequirement } from './job-role.entity.js';
import { JobRoleRequirementType } from './job-role.type.js';
import { SkillView } from './skill.entity.js';
import { SkillConnection, SkillLevelType, SkillType } from './skill.type.js';
import { SkillsService } from './skills.service.js';

@Resolver(() => SkillType)
export class SkillResolver {
  constructor(
    private readonly service: SkillsService,
    private readonly frameworks: FrameworksService,
  ) {}

  @Query(() => SkillConnection, { description: 'Skills of published frameworks, by name.' })
  @Allow('framework.read')
  skills(
    @CurrentViewer() viewer: Viewer,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 20 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after?: string | null,
    @Args('search', { type: () => String, nullable: true }) search?: string | null,
  ): Promise<Page<SkillView>> {
    return this.service.page(viewer, null, { first, after, search });
  }

  @Query(() => SkillType, { nullable: true, description: 'A skill in its newest published wording.' })
  @Allow('framework.read')
  skill(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID }) id: string): Promise<SkillView | null> {
    return this.service.findSkill(viewer, id);
  }

  @ResolveField(() => SkillFrameworkType, { description: 'The framework version of this wording.' })
  framework(@CurrentViewer() viewer: Viewer, @Parent() skill: SkillView): Promise<SkillFramework | null> {
    return this.frameworks.byId(viewer, skill.frameworkId);
  }

  @ResolveField(() => [SkillLevelType], { description: 'What it means at each level of the scale, lowest first.' })
  async levels(
    @CurrentViewer() viewer: Viewer,
    @Parent() skill: SkillView,
  ): Promise<{ level: ProficiencyLevel; descriptors: string[] }[]> {
    const scale = await this.service.scaleOf(viewer, skill.frameworkId);
    return scale.levels.map((level, at) => ({ level, descriptors: skill.descriptors[at] ?? [] }));
  }

  @ResolveField(() => [JobRoleRequirementType], { description: 'Which levels of job roles ask for it.' })
  requiredBy(@CurrentViewer() viewer: Viewer, @Parent() skill: SkillView): Promise<JobRoleRequirement[]> {
    return this.service.askedBy(viewer, skill);
  }
}
