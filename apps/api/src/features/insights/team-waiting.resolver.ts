import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { Viewer } from '../../platform/access/viewer.js';
import type { AchievementVersion } from '../achievements/achievement-version.entity.js';
import { AchievementVersionType } from '../achievements/achievement-version.type.js';
import { AchievementsService } from '../achievements/achievements.service.js';
import type { TeamWaiting } from './team.rules.js';
import { TeamWaitingType } from './team.type.js';

@Resolver(() => TeamWaitingType)
export class TeamWaitingResolver {
  constructor(private readonly achievements: AchievementsService) {}

  @ResolveField(() => AchievementVersionType, { description: 'What it aims at.' })
  achievementVersion(
    @CurrentViewer() viewer: Viewer,
    @Parent() waiting: TeamWaiting,
  ): Promise<AchievementVersion | null> {
    return this.achievements.versionById(viewer, waiting.achievementVersionId);
  }
}
