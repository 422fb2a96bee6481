import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/access/allow.decorator.js';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { viewerCan } from '../../platform/access/policy.js';
import { Viewer } from '../../platform/access/viewer.js';
import type { Page } from '../../platform/graphql/connection.js';
import { InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import type { ContentCounts } from './framework-content.rules.js';
import { type ProficiencyScale, SkillFramework } from './framework.entity.js';
import { FrameworkCountsType, FrameworkResult, ProficiencyScaleType, SkillFrameworkType } from './framework.type.js';
import { FrameworksService } from './frameworks.service.js';
import type { JobFamily } from './job-role.entity.js';
import { JobFamilyType } from './job-role.type.js';
import type { SkillView } from './skill.entity.js';
import { SkillConnection } from './skill.type.js';
import { SkillsService } from './skills.service.js';

@Resolver(() => SkillFrameworkType)
export class FrameworkResolver {
  constructor(
    private readonly service: FrameworksService,
    private readonly skillsService: SkillsService,
  ) {}

  @Query(() => [SkillFrameworkType], { description: 'Framework versions, newest first; drafts for designers only.' })
  @Allow('framework.read')
  frameworks(@CurrentViewer() viewer: Viewer): Promise<SkillFramework[]> {
    return this.service.all(viewer);
  }

  @Query(() => SkillFrameworkType, { nullable: true, description: 'One framework version.' })
  @Allow('framework.read')
  framework(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<SkillFramework | null> {
    return this.service.find(viewer, id);
  }

  @Mutation(() => FrameworkResult, { description: 'Publishes a draft; the version before it is superseded.' })
  @Allow('framework.manage')
  publishFramework(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<SkillFramework | InvalidInput | NotAllowed | NotFound> {
    return this.service.publish(viewer, id);
  }

  @ResolveField(() => ProficiencyScaleType, { description: 'The levels at which its skills are held.' })
  scale(@CurrentViewer() viewer: Viewer, @Parent() framework: SkillFramework): Promise<ProficiencyScale> {
    return this.skillsService.scaleOf(viewer, framework.id);
  }

  @ResolveField(() => FrameworkCountsType, { description: 'How much it holds.' })
  counts(@CurrentViewer() viewer: Viewer, @Parent() framework: SkillFramework): Promise<ContentCounts> {
    return this.service.countsOf(viewer, framework.id);
  }

  @ResolveField(() => [String], { description: 'What the viewer may do to it.' })
  viewerCan(@CurrentViewer() viewer: Viewer, @Parent() framework: SkillFramework): string[] {
    return viewerCan(viewer, framework);
  }

  @ResolveField(() => SkillConnection, { description: 'Its skills, by name.' })
  skills(
    @CurrentViewer() viewer: Viewer,
    @Parent() framework: SkillFramework,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 50 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after?: string | null,
    @Args('search', { type: () => String, nullable: true }) search?: string | null,
  ): Promise<Page<SkillView>> {
    return this.skillsService.page(viewer, framework.id, { first, after, search });
  }

  @ResolveField(() => [JobFamilyType], { description: 'Its families of job roles, in its own order.' })
  jobFamilies(@CurrentViewer() viewer: Viewer, @Parent() framework: SkillFramework): Promise<JobFamily[]> {
    return this.service.familiesOf(viewer, framework.id);
  }
}
