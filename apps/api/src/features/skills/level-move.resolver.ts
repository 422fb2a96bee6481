import { Args, ID, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/access/allow.decorator.js';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { Viewer } from '../../platform/access/viewer.js';
import { InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import { SkillFramework } from './framework.entity.js';
import { FrameworkResult, SkillFrameworkType } from './framework.type.js';
import { FrameworksService } from './frameworks.service.js';
import type { JobRoleLevel } from './job-role.entity.js';
import { JobRoleLevelType } from './job-role.type.js';
import { LevelMoveType } from './level-move.type.js';
import { type LevelMove, LevelMovesService } from './level-moves.service.js';
import { SkillsService } from './skills.service.js';

@Resolver(() => LevelMoveType)
export class LevelMoveResolver {
  constructor(private readonly skills: SkillsService) {}

  @ResolveField(() => JobRoleLevelType, { description: 'The level of the earlier version.' })
  from(@CurrentViewer() viewer: Viewer, @Parent() move: LevelMove): Promise<JobRoleLevel | null> {
    return this.skills.jobRoleLevelById(viewer, move.fromLevelId);
  }

  @ResolveField(() => JobRoleLevelType, {
    nullable: true,
    description: 'The level of this version; null: it has none, and the people stay where they are and keep counting.',
  })
  to(@CurrentViewer() viewer: Viewer, @Parent() move: LevelMove): Promise<JobRoleLevel | null> {
    return move.toLevelId ? this.skills.jobRoleLevelById(viewer, move.toLevelId) : Promise.resolve(null);
  }
}

@Resolver(() => SkillFrameworkType)
export class FrameworkLevelMovesResolver {
  constructor(
    private readonly frameworks: FrameworksService,
    private readonly moves: LevelMovesService,
  ) {}

  @ResolveField(() => [LevelMoveType], {
    description:
      'Where people go who stand on levels of earlier versions: in a draft what publishing would do, after it what it did. For designers; empty for others.',
  })
  levelMoves(@CurrentViewer() viewer: Viewer, @Parent() framework: SkillFramework): Promise<LevelMove[]> {
    return this.moves.of(viewer, framework);
  }

  @Mutation(() => FrameworkResult, {
    description:
      'Says where people on a level of an earlier version go when this draft is published; null: by its code.',
  })
  @Allow('framework.manage')
  async chooseLevelMove(
    @CurrentViewer() viewer: Viewer,
    @Args('frameworkId', { type: () => ID }) frameworkId: string,
    @Args('fromLevelId', { type: () => ID }) fromLevelId: string,
    @Args('toLevelId', { type: () => ID, nullable: true }) toLevelId?: string | null,
  ): Promise<SkillFramework | InvalidInput | NotAllowed | NotFound> {
    const draft = await this.frameworks.find(viewer, frameworkId);
    if (!draft) return new NotFound('This framework');
    return this.moves.choose(viewer, draft, fromLevelId, toLevelId ?? null);
  }
}
