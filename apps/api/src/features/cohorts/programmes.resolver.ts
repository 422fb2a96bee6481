import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/access/allow.decorator.js';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { viewerCan } from '../../platform/access/policy.js';
import { Viewer } from '../../platform/access/viewer.js';
import type { Page } from '../../platform/graphql/connection.js';
import { InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import { resultOf } from '../../platform/graphql/result-of.js';
import type { AchievementVersion } from '../achievements/achievement-version.entity.js';
import { AchievementVersionType } from '../achievements/achievement-version.type.js';
import { AchievementsService } from '../achievements/achievements.service.js';
import { PeopleService } from '../people/people.service.js';
import type { Person } from '../people/person.entity.js';
import { PersonType } from '../people/person.type.js';
import type { Cohort } from './cohort.entity.js';
import { ProgrammeInput } from './cohort.inputs.js';
import { CohortType } from './cohort.type.js';
import { CohortsService } from './cohorts.service.js';
import type { Programme } from './programme.entity.js';
import { ProgrammeConnection, ProgrammeType } from './programme.type.js';
import { ProgrammesService } from './programmes.service.js';

const ProgrammeResult = resultOf('ProgrammeResult', ProgrammeType, [InvalidInput, NotAllowed, NotFound]);

@Resolver(() => ProgrammeType)
export class ProgrammesResolver {
  constructor(
    private readonly service: ProgrammesService,
    private readonly together: CohortsService,
    private readonly earned: AchievementsService,
    private readonly people: PeopleService,
  ) {}

  @Query(() => ProgrammeConnection, { description: 'Programmes by name.' })
  @Allow('achievement.read')
  programmes(
    @CurrentViewer() viewer: Viewer,
    @Args('search', { type: () => String, nullable: true, description: 'Words of the name or of what it is for.' })
    search: string | null,
    @Args('ended', { defaultValue: false, description: 'Those that ended instead of those that are run.' })
    ended: boolean,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 50 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ): Promise<Page<Programme>> {
    return this.service.page(viewer, { search, ended, first, after });
  }

  @Query(() => ProgrammeType, { nullable: true, description: 'One programme.' })
  @Allow('achievement.read')
  programme(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID }) id: string): Promise<Programme | null> {
    return this.service.find(viewer, id);
  }

  @Mutation(() => ProgrammeResult, { description: 'Makes a programme of achievements that are published.' })
  @Allow('programme.run')
  createProgramme(@CurrentViewer() viewer: Viewer, @Args('input') input: ProgrammeInput) {
    return this.service.create(viewer, input);
  }

  @Mutation(() => ProgrammeResult, { description: 'Changes what a programme is.' })
  @Allow('programme.run')
  changeProgramme(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID }) id: string,
    @Args('input') input: ProgrammeInput,
  ) {
    return this.service.change(viewer, id, input);
  }

  @Mutation(() => ProgrammeResult, { description: 'Ends a programme, or takes it up again. Cohorts that run go on.' })
  @Allow('programme.run')
  endProgramme(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID }) id: string,
    @Args('ended', { description: 'Whether it is to end.' }) ended: boolean,
  ) {
    return this.service.end(viewer, id, ended);
  }

  @ResolveField(() => PersonType, { nullable: true, description: 'Who runs it, and whom people ask about it.' })
  lead(@CurrentViewer() viewer: Viewer, @Parent() programme: Programme): Promise<Person | null> {
    return this.people.visible(viewer, programme.leadId);
  }

  @ResolveField(() => [AchievementVersionType], {
    description: 'What is earned on the way: the versions that are offered now, in their order; twenty at most.',
  })
  async achievements(@CurrentViewer() viewer: Viewer, @Parent() programme: Programme): Promise<AchievementVersion[]> {
    const versions = await Promise.all(programme.achievementIds.map((id) => this.earned.currentOf(viewer, id)));
    return versions.filter((each) => each !== null);
  }

  @ResolveField(() => [CohortType], {
    description: 'Its cohorts that the viewer sees, newest first; a hundred at most.',
  })
  cohorts(@CurrentViewer() viewer: Viewer, @Parent() programme: Programme): Promise<Cohort[]> {
    return this.together.of(viewer, programme);
  }

  @ResolveField(() => [String], { description: 'What the viewer may do with it.' })
  viewerCan(@CurrentViewer() viewer: Viewer, @Parent() programme: Programme): string[] {
    return viewerCan(viewer, programme);
  }
}
