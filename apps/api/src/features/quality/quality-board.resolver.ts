import { Args, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/access/allow.decorator.js';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { Viewer } from '../../platform/access/viewer.js';
import { CalendarDay } from '../../platform/graphql/date.scalar.js';
import type { AchievementVersion } from '../achievements/achievement-version.entity.js';
import { AchievementVersionType } from '../achievements/achievement-version.type.js';
import { AchievementsService } from '../achievements/achievements.service.js';
import type { Person } from '../people/person.entity.js';
import { PersonType } from '../people/person.type.js';
import { PeopleService } from '../people/people.service.js';
import {
  type LoadFigures,
  type QualityBoard,
  QualityBoardService,
  type QueueFigures,
  type RubricOnBoard,
} from './quality-board.service.js';
import {
  AssessorSeverityType,
  LoadFiguresType,
  QualityBoardType,
  QueueFiguresType,
  RubricFiguresType,
} from './quality-board.type.js';
import type { AssessorSeverity } from './quality-figures.rules.js';

@Resolver(() => QualityBoardType)
export class QualityBoardResolver {
  constructor(private readonly board: QualityBoardService) {}

  @Query(() => QualityBoardType, {
    description: 'How assessment runs, and how far it can be trusted. Of work whose markers are all done.',
  })
  @Allow('assessment.quality')
  qualityBoard(
    @CurrentViewer() viewer: Viewer,
    @Args('achievementId', { type: () => ID, nullable: true, description: 'Null: all.' }) achievementId: string | null,
    @Args('from', { type: () => CalendarDay, nullable: true, description: 'Null: a year back.' }) from: string | null,
    @Args('until', { type: () => CalendarDay, nullable: true, description: 'Null: today.' }) until: string | null,
  ): Promise<QualityBoard> {
    return this.board.read(viewer, { achievementId, from, until });
  }
}

@Resolver(() => QueueFiguresType)
export class QueueFiguresResolver {
  constructor(private readonly achievements: AchievementsService) {}

  @ResolveField(() => AchievementVersionType, { nullable: true, description: 'The achievement.' })
  achievement(@CurrentViewer() viewer: Viewer, @Parent() it: QueueFigures): Promise<AchievementVersion | null> {
    return this.achievements.currentOf(viewer, it.achievementId);
  }
}

@Resolver(() => LoadFiguresType)
export class LoadFiguresResolver {
  constructor(private readonly people: PeopleService) {}

  @ResolveField(() => PersonType, { description: 'The assessor.' })
  person(@CurrentViewer() viewer: Viewer, @Parent() it: LoadFigures): Promise<Person | null> {
    return this.people.byId(viewer, it.personId);
  }
}

@Resolver(() => AssessorSeverityType)
export class AssessorSeverityResolver {
  constructor(private readonly people: PeopleService) {}

  @ResolveField(() => PersonType, { description: 'The assessor.' })
  person(@CurrentViewer() viewer: Viewer, @Parent() it: AssessorSeverity): Promise<Person | null> {
    return this.people.byId(viewer, it.assessorId);
  }
}

@Resolver(() => RubricFiguresType)
export class RubricFiguresResolver {
  @ResolveField()
  versionId(@Parent() { version }: RubricOnBoard): string {
    return version.id;
  }

  @ResolveField()
  name(@Parent() { version }: RubricOnBoard): string {
    return version.name;
  }

  @ResolveField()
  number(@Parent() { version }: RubricOnBoard): number {
    return version.number;
  }

  @ResolveField()
  cutScore(@Parent() { version }: RubricOnBoard): number {
    return version.cutScore;
  }
}
