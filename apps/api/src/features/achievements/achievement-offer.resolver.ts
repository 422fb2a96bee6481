import { Args, ID, Mutation, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/access/allow.decorator.js';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { Viewer } from '../../platform/access/viewer.js';
import { InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import { resultOf } from '../../platform/graphql/result-of.js';
import { AchievementOfferService } from './achievement-offer.service.js';
import { AchievementVersion } from './achievement-version.entity.js';
import { AchievementVersionType } from './achievement-version.type.js';
import { NotReadyToPublish } from './achievement.refusals.js';

const PublishAchievementResult = resultOf('PublishAchievementResult', AchievementVersionType, [
  NotReadyToPublish,
  NotAllowed,
  NotFound,
]);
const RetireAchievementResult = resultOf('RetireAchievementResult', AchievementVersionType, [
  InvalidInput,
  NotAllowed,
  NotFound,
]);

/** What can be earned, and what no longer. */
@Resolver()
export class AchievementOfferResolver {
  constructor(private readonly offer: AchievementOfferService) {}

  @Mutation(() => PublishAchievementResult, {
    description: 'Publishes a draft. From then on it does not change; the version before is superseded.',
  })
  @Allow('achievement.design')
  publishAchievement(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<AchievementVersion | NotReadyToPublish | NotAllowed | NotFound> {
    return this.offer.publish(viewer, id);
  }

  @Mutation(() => RetireAchievementResult, {
    description: 'Stops offering an achievement. Who holds it keeps it; what was begun goes on.',
  })
  @Allow('achievement.design')
  retireAchievement(
    @CurrentViewer() viewer: Viewer,
    @Args('achievementVersionId', { type: () => ID }) id: string,
    @Args('reason', { description: 'Why; people who look for it read it.' }) reason: string,
  ): Promise<AchievementVersion | InvalidInput | NotAllowed | NotFound> {
    return this.offer.retire(viewer, id, reason);
  }

  @Mutation(() => RetireAchievementResult, { description: 'Offers a retired achievement again, as it was.' })
  @Allow('achievement.design')
  offerAchievementAgain(
    @CurrentViewer() viewer: Viewer,
    @Args('achievementVersionId', { type: () => ID }) id: string,
  ): Promise<AchievementVersion | NotAllowed | NotFound> {
    return this.offer.offerAgain(viewer, id);
  }
}
