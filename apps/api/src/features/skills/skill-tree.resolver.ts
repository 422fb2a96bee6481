import { Args, ID, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/access/allow.decorator.js';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { Viewer } from '../../platform/access/viewer.js';
import type { Page } from '../../platform/graphql/connection.js';
import { SimilarSkillType } from './framework-draft.type.js';
import type { SkillFramework } from './framework.entity.js';
import { SkillFrameworkType } from './framework.type.js';
import { FrameworksService } from './frameworks.service.js';
import { type SimilarSkill, SimilarSkillsService } from './similar-skills.service.js';
import { SkillRelation, SkillView } from './skill.entity.js';
import { SkillPlaceConnection, SkillPlaceType, SkillRelationType } from './skill-relation.type.js';
import { SkillRelationsService } from './skill-relations.service.js';
import { type SkillPlace, SkillTreeService } from './skill-tree.service.js';
import { SkillType } from './skill.type.js';
import { SkillsService } from './skills.service.js';

@Resolver(() => SkillFrameworkType)
export class SkillTreeResolver {
  constructor(
    private readonly places: SkillTreeService,
    private readonly frameworks: FrameworksService,
    private readonly skills: SkillsService,
    private readonly similar: SimilarSkillsService,
  ) {}

  @Query(() => SkillType, { nullable: true, description: 'A skill in the wording of one framework version.' })
  @Allow('framework.read')
  async frameworkSkill(
    @CurrentViewer() viewer: Viewer,
    @Args('frameworkId', { type: () => ID }) frameworkId: string,
    @Args('skillId', { type: () => ID }) skillId: string,
  ): Promise<SkillView | null> {
    const framework = await this.frameworks.find(viewer, frameworkId);
    return framework ? this.skills.findIn(viewer, framework.id, skillId) : null;
  }

  @Query(() => [SimilarSkillType], { description: 'Skills whose name is nearly this one; at most eight.' })
  @Allow('framework.read')
  async similarSkills(
    @CurrentViewer() viewer: Viewer,
    @Args('name') name: string,
    @Args('frameworkId', { type: () => ID, nullable: true, description: 'A draft to look in, too.' })
    frameworkId: string | null,
    @Args('exceptSkillId', { type: () => ID, nullable: true, description: 'The skill that it is about.' })
    exceptSkillId: string | null,
  ): Promise<SimilarSkill[]> {
    const draft = frameworkId ? await this.frameworks.find(viewer, frameworkId) : null;
    return this.similar.to(viewer, name, { frameworkId: draft?.id, exceptSkillId });
  }

  @ResolveField(() => SkillPlaceConnection, {
    description: 'What stands directly below a skill, or at the top; by name.',
  })
  tree(
    @CurrentViewer() viewer: Viewer,
    @Parent() framework: SkillFramework,
    @Args('parentId', { type: () => ID, nullable: true, description: 'The skill; the top when left out.' })
    parentId: string | null,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 50 }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after?: string | null,
  ): Promise<Page<SkillPlace>> {
    return this.places.below(viewer, framework.id, parentId ?? null, { first, after });
  }
}

@Resolver(() => SkillPlaceType)
export class SkillPlaceResolver {
  constructor(private readonly skills: SkillsService) {}

  @ResolveField(() => SkillType, { description: 'The skill.' })
  skill(@CurrentViewer() viewer: Viewer, @Parent() place: SkillPlace): Promise<SkillView | null> {
    return this.skills.skillIn(viewer, place.frameworkId, place.skillId);
  }
}

@Resolver(() => SkillType)
export class SkillTiesResolver {
  constructor(
    private readonly tree: SkillTreeService,
    private readonly skills: SkillsService,
    private readonly ties: SkillRelationsService,
  ) {}

  @ResolveField(() => [SkillType], { description: 'One way from the top of the tree down to it.' })
  async ancestors(@CurrentViewer() viewer: Viewer, @Parent() skill: SkillView): Promise<SkillView[]> {
    const path = await this.tree.pathTo(viewer, skill.frameworkId, skill.id);
    const views = await Promise.all(path.map((id) => this.skills.skillIn(viewer, skill.frameworkId, id)));
    return views.filter((view) => view !== null);
  }

  @ResolveField(() => [SkillRelationType], {
    description: 'What ties it to others, whichever end it is; the first two hundred.',
  })
  relations(@CurrentViewer() viewer: Viewer, @Parent() skill: SkillView): Promise<SkillRelation[]> {
    return this.ties.of(viewer, skill);
  }
}

@Resolver(() => SkillRelationType)
export class SkillRelationResolver {
  constructor(private readonly ties: SkillRelationsService) {}

  @ResolveField(() => SkillType, { nullable: true, description: 'The skill that it begins at.' })
  origin(@CurrentViewer() viewer: Viewer, @Parent() relation: SkillRelation): Promise<SkillView | null> {
    return this.ties.end(viewer, relation, relation.originSkillId);
  }

  @ResolveField(() => SkillType, { nullable: true, description: 'The skill that it ends at; null: it is elsewhere.' })
  target(@CurrentViewer() viewer: Viewer, @Parent() relation: SkillRelation): Promise<SkillView | null> {
    return this.ties.end(viewer, relation, relation.targetSkillId);
  }
}
