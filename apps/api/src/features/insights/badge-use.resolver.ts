import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/access/allow.decorator.js';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { Viewer } from '../../platform/access/viewer.js';
import { CalendarDay } from '../../platform/graphql/date.scalar.js';
import type { Credential } from '../credentials/credential.entity.js';
import { CredentialType } from '../credentials/credential.type.js';
import { USE_KINDS } from './badge-use.rules.js';
import { type BadgeUseGroup, type BadgeUses, BadgeUseService, type OwnUse } from './badge-use.service.js';
import { BadgeUseCountType, BadgeUseDayType, BadgeUseGroupType, BadgeUsesType } from './badge-use.type.js';

const FROM = { type: () => CalendarDay, nullable: true, description: 'A day of the first month; null: a year back.' };
const UNTIL = { type: () => CalendarDay, nullable: true, description: 'A day of the last month; null: today.' };

@Resolver()
export class BadgeUseResolver {
  constructor(private readonly badgeUse: BadgeUseService) {}

  @Query(() => BadgeUsesType, {
    description:
      'How badges are seen, shared, downloaded and checked: numbers that tell of no single holder or viewer.',
  })
  @Allow('insights.read')
  badgeUses(
    @CurrentViewer() viewer: Viewer,
    @Args('from', FROM) from: string | null,
    @Args('until', UNTIL) until: string | null,
  ): Promise<Omit<BadgeUses, 'whole'> & { whole: BadgeUseGroup }> {
    return this.badgeUse
      .uses(viewer, { from, until })
      .then(({ whole, ...uses }) => ({ ...uses, whole: { id: 'ALL', name: '', depth: 0, ...whole } }));
  }
}

/** What a holder sees of the use of a badge. */
@Resolver(() => CredentialType)
export class CredentialUseResolver {
  constructor(private readonly badgeUse: BadgeUseService) {}

  @ResolveField(() => [BadgeUseCountType], {
    description: 'How often it was used in each way, for its holder; empty for everybody else.',
  })
  async uses(@CurrentViewer() viewer: Viewer, @Parent() credential: Credential): Promise<BadgeUseCountType[]> {
    const days = await this.badgeUse.own(viewer, credential);
    const times = (kind: string) => days.reduce((sum, day) => sum + (day.kind === kind ? day.times : 0), 0);
    return USE_KINDS.map((kind) => ({ kind, times: times(kind) })).filter((count) => count.times > 0);
  }

  @ResolveField(() => [BadgeUseDayType], {
    description: 'The same by day, newest days first: at most sixty lines. Nobody is told apart.',
  })
  async useDays(@CurrentViewer() viewer: Viewer, @Parent() credential: Credential): Promise<OwnUse[]> {
    return this.badgeUse.newest(await this.badgeUse.own(viewer, credential));
  }

  @ResolveField(() => [BadgeUseGroupType], {
    description:
      'What those who plan for everybody are told of the last twelve months, where this badge counts. For its holder.',
  })
  usesToldToOthers(@CurrentViewer() viewer: Viewer, @Parent() credential: Credential): Promise<BadgeUseGroup[]> {
    return this.badgeUse.toldToOthers(viewer, credential);
  }
}
