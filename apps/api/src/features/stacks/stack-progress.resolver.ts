import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { Viewer } from '../../platform/access/viewer.js';
import type { AchievementVersion } from '../achievements/achievement-version.entity.js';
import { AchievementVersionType } from '../achievements/achievement-version.type.js';
import { StackProgressService } from './stack-progress.service.js';
import { StackProgressType } from './stack-progress.type.js';

@Resolver(() => AchievementVersionType)
export class StackProgressResolver {
  constructor(private readonly progress: StackProgressService) {}

  @ResolveField(() => StackProgressType, {
    nullable: true,
    description: 'How far the viewer is with it; null where it is not earned through others.',
  })
  myStackProgress(
    @CurrentViewer() viewer: Viewer,
    @Parent() version: AchievementVersion,
  ): Promise<StackProgressType | null> {
    return this.progress.mine(viewer, version);
  }
}
