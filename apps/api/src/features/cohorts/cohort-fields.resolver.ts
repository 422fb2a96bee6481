import { Args, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { viewerCan } from '../../platform/access/policy.js';
import { Viewer } from '../../platform/access/viewer.js';
import type { Page } from '../../platform/graphql/connection.js';
import { PeopleService } from '../people/people.service.js';
import type { Person } from '../people/person.entity.js';
import { PersonType } from '../people/person.type.js';
import type { MemberFilter } from './cohort-board.rules.js';
import { type BoardRow, CohortBoardService, type Place } from './cohort-board.service.js';
import type { Cohort } from './cohort.entity.js';
import {
  CohortMemberConnection,
  CohortMemberType,
  CohortPlaceType,
  CohortProgressType,
  CohortSumsType,
  CohortType,
  MemberFilterEnum,
} from './cohort.type.js';
import { CohortsService } from './cohorts.service.js';
import type { Programme } from './programme.entity.js';
import { ProgrammeType } from './programme.type.js';
import { ProgrammesService } from './programmes.service.js';

@Resolver(() => CohortType)
export class CohortFieldsResolver {
  constructor(
    private readonly board: CohortBoardService,
    private readonly cohorts: CohortsService,
    private readonly programmes: ProgrammesService,
  ) {}

  @ResolveField(() => ProgrammeType, { nullable: true, description: 'The programme it goes through.' })
  programme(@CurrentViewer() viewer: Viewer, @Parent() cohort: Cohort): Promise<Programme | null> {
    return this.programmes.byId(viewer, cohort.programmeId);
  }

  @ResolveField(() => CohortMemberConnection, {
    nullable: true,
    description: 'Who is in it and how far, by name; null for those who do not run programmes.',
  })
  members(
    @CurrentViewer() viewer: Viewer,
    @Parent() cohort: Cohort,
    @Args('shown', { type: () => MemberFilterEnum, defaultValue: 'ALL', description: 'Which people.' })
    shown: MemberFilter,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 50 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ): Promise<Page<BoardRow> | null> {
    return this.board.members(viewer, cohort, { shown, first, after });
  }

  @ResolveField(() => [CohortProgressType], {
    nullable: true,
    description: 'How many are how far with each achievement; null for those who do not run programmes.',
  })
  progress(@CurrentViewer() viewer: Viewer, @Parent() cohort: Cohort): Promise<CohortProgressType[] | null> {
    return this.board.progress(viewer, cohort);
  }

  @ResolveField(() => Int, {
    nullable: true,
    description: 'On how many something waits; null for those who do not run programmes.',
  })
  behind(@CurrentViewer() viewer: Viewer, @Parent() cohort: Cohort): Promise<number | null> {
    return this.board.countBehind(viewer, cohort);
  }

  @ResolveField(() => CohortSumsType, {
    nullable: true,
    description: 'The cohort in a few numbers; null for those who do not run programmes.',
  })
  sums(@CurrentViewer() viewer: Viewer, @Parent() cohort: Cohort): Promise<CohortSumsType | null> {
    return this.board.sums(viewer, cohort);
  }

  @ResolveField(() => [CohortPlaceType], {
    description: 'How far the viewer is with each achievement; empty for whoever is not in it.',
  })
  myPlaces(@CurrentViewer() viewer: Viewer, @Parent() cohort: Cohort): Promise<Place[]> {
    return this.board.own(viewer, cohort);
  }

  @ResolveField(() => [String], { description: 'What the viewer may do with it.' })
  async viewerCan(@CurrentViewer() viewer: Viewer, @Parent() cohort: Cohort): Promise<string[]> {
    await this.cohorts.learn(viewer, cohort.id);
    return viewerCan(viewer, cohort);
  }
}

@Resolver(() => CohortMemberType)
export class CohortMemberResolver {
  constructor(private readonly people: PeopleService) {}

  @ResolveField(() => PersonType, { description: 'Who.' })
  person(@CurrentViewer() viewer: Viewer, @Parent() row: BoardRow): Promise<Person | null> {
    return this.people.byId(viewer, row.personId);
  }
}
