import { Args, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { Viewer } from '../../platform/access/viewer.js';
import type { Page } from '../../platform/graphql/connection.js';
import type { AchievementVersion } from '../achievements/achievement-version.entity.js';
import { AchievementVersionType } from '../achievements/achievement-version.type.js';
import type { Person } from '../people/person.entity.js';
import { PersonConnection } from '../people/person.type.js';
import { HoldersService } from './holders.service.js';
import { TouchedService, type VersionRecord } from './touched.service.js';
import { VersionRecordType } from './version-record.type.js';

/** A smaller number, or that there is nobody, would say something about people that can be named. */
const FEWEST = 5;

@Resolver(() => AchievementVersionType)
export class AchievementHoldersResolver {
  constructor(
    private readonly holders: HoldersService,
    private readonly touched: TouchedService,
  ) {}

  @ResolveField(() => Int, {
    name: 'holders',
    nullable: true,
    description:
      'How many people hold a current credential of this version; null where they are fewer than five and the viewer does not design.',
  })
  async count(@CurrentViewer() viewer: Viewer, @Parent() version: AchievementVersion): Promise<number | null> {
    const holders = await this.holders.of(viewer, version.id);
    return holders >= FEWEST || viewer.may('achievement.design') ? holders : null;
  }

  @ResolveField(() => PersonConnection, {
    nullable: true,
    description: 'Who holds a current credential of this version; null for whoever may not see everybody.',
  })
  holderList(
    @CurrentViewer() viewer: Viewer,
    @Parent() version: AchievementVersion,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 20 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after?: string | null,
  ): Promise<Page<Person> | null> {
    return this.touched.holdersOf(viewer, version, { first, after });
  }

  @ResolveField(() => VersionRecordType, {
    nullable: true,
    description: 'How it has done so far; null for whoever does not design it.',
  })
  record(@CurrentViewer() viewer: Viewer, @Parent() version: AchievementVersion): Promise<VersionRecord | null> {
    return this.touched.recordOf(viewer, version);
  }
}
