import { Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { Viewer } from '../../platform/access/viewer.js';
import type { AchievementVersion } from '../achievements/achievement-version.entity.js';
import { AchievementVersionType } from '../achievements/achievement-version.type.js';
import { HoldersService } from './holders.service.js';

@Resolver(() => AchievementVersionType)
export class AchievementHoldersResolver {
  constructor(private readonly holders: HoldersService) {}

  @ResolveField(() => Int, {
    name: 'holders',
    description: 'How many people hold a current credential of this version.',
  })
  count(@CurrentViewer() viewer: Viewer, @Parent() version: AchievementVersion): Promise<number> {
    return this.holders.of(viewer, version.id);
  }
}
