import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/access/allow.decorator.js';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { Viewer } from '../../platform/access/viewer.js';
import type { Page } from '../../platform/graphql/connection.js';
import { ChangedMeanwhile, InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import { resultOf } from '../../platform/graphql/result-of.js';
import { AchievementDesignService } from './achievement-design.service.js';
import { type AchievementState, AchievementVersion } from './achievement-version.entity.js';
import { AchievementDraftInput, CreateAchievementInput } from './achievement.inputs.js';
import { AchievementConnection, AchievementStateEnum, AchievementVersionType } from './achievement-version.type.js';
import { AchievementsService } from './achievements.service.js';

export const AchievementResult = resultOf('AchievementResult', AchievementVersionType, [
  InvalidInput,
  NotAllowed,
  NotFound,
  ChangedMeanwhile,
]);
type Saved = AchievementVersion | InvalidInput | NotAllowed | NotFound | ChangedMeanwhile;

@Resolver()
export class AchievementResolver {
  constructor(
    private readonly service: AchievementsService,
    private readonly design: AchievementDesignService,
  ) {}

  @Query(() => AchievementConnection, {
    description:
      'Current versions by name: published for everyone, drafts too for designers. Retired ones only when asked for.',
  })
  @Allow('achievement.read')
  achievements(
    @CurrentViewer() viewer: Viewer,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 50 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after?: string | null,
    @Args('search', { type: () => String, nullable: true }) search?: string | null,
    @Args('state', { type: () => AchievementStateEnum, nullable: true }) state?: AchievementState | null,
  ): Promise<Page<AchievementVersion>> {
    return this.service.page(viewer, { first, after, search, state });
  }

  @Query(() => AchievementVersionType, { nullable: true, description: 'One version; drafts for designers only.' })
  @Allow('achievement.read')
  achievementVersion(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<AchievementVersion | null> {
    return this.service.find(viewer, id);
  }

  @Mutation(() => AchievementResult, { description: 'Begins an achievement as a draft with a rubric to fill.' })
  @Allow('achievement.design')
  createAchievement(@CurrentViewer() viewer: Viewer, @Args('input') input: CreateAchievementInput): Promise<Saved> {
    return this.design.create(viewer, input);
  }

  @Mutation(() => AchievementResult, { description: 'Saves what is given of a draft.' })
  @Allow('achievement.design')
  saveAchievementDraft(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID }) id: string,
    @Args('expectedRevision', { type: () => Int }) expectedRevision: number,
    @Args('input') input: AchievementDraftInput,
  ): Promise<Saved> {
    return this.design.saveDraft(viewer, id, expectedRevision, input);
  }

  @Mutation(() => AchievementResult, {
    description: 'Begins the next version as a copy of the published one; gives back the draft when there is one.',
  })
  @Allow('achievement.design')
  startNextVersion(
    @CurrentViewer() viewer: Viewer,
    @Args('achievementVersionId', { type: () => ID }) id: string,
  ): Promise<Saved> {
    return this.design.startNextVersion(viewer, id);
  }

  @Mutation(() => AchievementResult, { description: 'Begins another achievement as a copy of this version.' })
  @Allow('achievement.design')
  duplicateAchievement(
    @CurrentViewer() viewer: Viewer,
    @Args('achievementVersionId', { type: () => ID }) id: string,
  ): Promise<Saved> {
    return this.design.duplicate(viewer, id);
  }
}
