import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/access/allow.decorator.js';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { Viewer } from '../../platform/access/viewer.js';
import { ChangedMeanwhile, InvalidInput, NotFound } from '../../platform/graphql/refusal.js';
import { resultOf } from '../../platform/graphql/result-of.js';
import type { AchievementVersion } from '../achievements/achievement-version.entity.js';
import { AchievementVersionType } from '../achievements/achievement-version.type.js';
import { AchievementsService } from '../achievements/achievements.service.js';
import type { PriorLearningScreen } from './prior-learning-screen.entity.js';
import { PriorLearningService } from './prior-learning.service.js';
import { PriorLearningScreenType, ScreenedOutcomeInput } from './prior-learning.type.js';

const PriorLearningScreenResult = resultOf('PriorLearningScreenResult', PriorLearningScreenType, [
  InvalidInput,
  ChangedMeanwhile,
  NotFound,
]);

@Resolver(() => PriorLearningScreenType)
export class PriorLearningResolver {
  constructor(
    private readonly service: PriorLearningService,
    private readonly achievements: AchievementsService,
  ) {}

  @Query(() => PriorLearningScreenType, {
    nullable: true,
    description: "Where the viewer put themselves against an achievement's outcomes; null before the first answer.",
  })
  @Allow('submission.write')
  priorLearningScreen(
    @CurrentViewer() viewer: Viewer,
    @Args('achievementVersionId', { type: () => ID }) id: string,
  ): Promise<PriorLearningScreen | null> {
    return this.service.of(viewer, id);
  }

  @Query(() => [PriorLearningScreenType], { description: "The viewer's own looks at prior learning, newest first." })
  @Allow('submission.write')
  myPriorLearningScreens(@CurrentViewer() viewer: Viewer): Promise<PriorLearningScreen[]> {
    return this.service.mine(viewer);
  }

  @Mutation(() => PriorLearningScreenResult, {
    description: 'Keeps where the viewer puts themselves, outcome by outcome. Nothing is begun or handed in by it.',
  })
  @Allow('submission.write')
  savePriorLearningScreen(
    @CurrentViewer() viewer: Viewer,
    @Args('achievementVersionId', { type: () => ID }) id: string,
    @Args('answers', { type: () => [ScreenedOutcomeInput] }) answers: ScreenedOutcomeInput[],
    @Args('expectedRevision', { type: () => Int }) expectedRevision: number,
  ): Promise<PriorLearningScreen | InvalidInput | ChangedMeanwhile | NotFound> {
    return this.service.save(viewer, id, answers, expectedRevision);
  }

  @ResolveField(() => AchievementVersionType, { nullable: true, description: 'What it is about.' })
  achievementVersion(
    @CurrentViewer() viewer: Viewer,
    @Parent() screen: PriorLearningScreen,
  ): Promise<AchievementVersion | null> {
    return this.achievements.versionById(viewer, screen.achievementVersionId);
  }
}
