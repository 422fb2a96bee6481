import { Args, ID, Int, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/access/allow.decorator.js';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { Viewer } from '../../platform/access/viewer.js';
import type { Page } from '../../platform/graphql/connection.js';
import { CalendarDay } from '../../platform/graphql/date.scalar.js';
import { AskingService, type TeamCover, type WhoCan } from './asking.service.js';
import { AskedSkillInput, TeamCoverType, WhoCanConnection } from './asking.type.js';

const REQUIREMENTS = { type: () => [AskedSkillInput], description: 'What is asked for, at most 24 skills.' };
const UNIT = { type: () => ID, nullable: true, description: 'Only people of this unit and below it.' };
const FROM = {
  type: () => CalendarDay,
  nullable: true,
  description: 'The first day on which it is needed; null: today.',
};

@Resolver()
export class AskingResolver {
  constructor(private readonly asking: AskingService) {}

  @Query(() => WhoCanConnection, {
    description: 'Who can do what is asked for, by verified levels, among those whose credentials the viewer may see.',
  })
  @Allow('directory.read')
  whoCan(
    @CurrentViewer() viewer: Viewer,
    @Args('requirements', REQUIREMENTS) requirements: AskedSkillInput[],
    @Args('unitId', UNIT) unitId: string | null,
    @Args('from', FROM) from: string | null,
    @Args('any', { type: () => Boolean, nullable: true, description: 'Whoever meets one of them is enough.' }) any:
      | boolean
      | null,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 50 }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ): Promise<Page<WhoCan>> {
    return this.asking.whoCan(viewer, { requirements, unitId, from, any }, { first, after });
  }

  @Query(() => TeamCoverType, {
    description: 'The fewest people who together can do what is asked for, and the second best team.',
  })
  @Allow('directory.read')
  smallestTeam(
    @CurrentViewer() viewer: Viewer,
    @Args('requirements', REQUIREMENTS) requirements: AskedSkillInput[],
    @Args('unitId', UNIT) unitId: string | null,
    @Args('from', FROM) from: string | null,
  ): Promise<TeamCover> {
    return this.asking.team(viewer, { requirements, unitId, from });
  }
}
