import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/access/allow.decorator.js';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { viewerCan } from '../../platform/access/policy.js';
import { Viewer } from '../../platform/access/viewer.js';
import type { Page } from '../../platform/graphql/connection.js';
import { ChangedMeanwhile, InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import { resultOf } from '../../platform/graphql/result-of.js';
import type { AchievementVersion } from '../achievements/achievement-version.entity.js';
import { AchievementVersionType } from '../achievements/achievement-version.type.js';
import { AchievementsService } from '../achievements/achievements.service.js';
import type { Person } from '../people/person.entity.js';
import { PersonType } from '../people/person.type.js';
import { PeopleService } from '../people/people.service.js';
import { DefinitiveMarkType, ExemplarConnection, ExemplarType, ReleasedWorkType } from './calibration.type.js';
import type { DefinitiveMark, Exemplar } from './exemplar.entity.js';
import { ExemplarsService, type ReleasedWork } from './exemplars.service.js';
import { DefinitiveLevelInput, ExemplarInput } from './quality.inputs.js';

const ExemplarResult = resultOf('ExemplarResult', ExemplarType, [ChangedMeanwhile, InvalidInput, NotAllowed, NotFound]);

/** Definitively marked work. */
@Resolver(() => ExemplarType)
export class ExemplarsResolver {
  constructor(
    private readonly achievements: AchievementsService,
    private readonly exemplarsService: ExemplarsService,
  ) {}

  @Query(() => ExemplarConnection, { description: 'Exemplars in use or in the making, newest first.' })
  @Allow('assessment.lead')
  exemplars(
    @CurrentViewer() viewer: Viewer,
    @Args('achievementId', { type: () => ID, nullable: true }) achievementId: string | null,
    @Args('first', { type: () => Int, defaultValue: 50, nullable: true }) first: number,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ): Promise<Page<Exemplar>> {
    return this.exemplarsService.page(viewer, { achievementId, first, after });
  }

  @Query(() => ExemplarType, { nullable: true, description: 'One exemplar; null where there is none for the viewer.' })
  @Allow('assessment.lead')
  exemplar(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID }) id: string): Promise<Exemplar | null> {
    return this.exemplarsService.find(viewer, id);
  }

  @Query(() => [ReleasedWorkType], {
    description: 'Released work that an exemplar can be made of, newest first; 100 at most.',
  })
  @Allow('assessment.lead')
  releasedWork(
    @CurrentViewer() viewer: Viewer,
    @Args('achievementId', { type: () => ID }) achievementId: string,
  ): Promise<ReleasedWork[]> {
    return this.exemplarsService.releasedWork(viewer, achievementId);
  }

  @ResolveField(() => AchievementVersionType, { description: 'With the rubric by which it is judged.' })
  version(@CurrentViewer() viewer: Viewer, @Parent() it: Exemplar): Promise<AchievementVersion | null> {
    return this.achievements.versionById(viewer, it.achievementVersionId);
  }

  @ResolveField(() => DefinitiveMarkType, {
    nullable: true,
    description: 'What it is worth: for leads, and for whoever has handed in a judgement of it. Null for others.',
  })
  definitive(@CurrentViewer() viewer: Viewer, @Parent() it: Exemplar): Promise<DefinitiveMark | null> {
    return this.exemplarsService.definitiveOf(viewer, it.id);
  }

  @ResolveField(() => [String], { description: 'What the viewer may do with it.' })
  viewerCan(@CurrentViewer() viewer: Viewer, @Parent() it: Exemplar): string[] {
    return viewerCan(viewer, it);
  }

  @Mutation(() => ExemplarResult, {
    description:
      'Begins an exemplar: empty, or from the words of released work without the name of whoever wrote them.',
  })
  @Allow('assessment.lead')
  createExemplar(
    @CurrentViewer() viewer: Viewer,
    @Args('achievementId', { type: () => ID }) achievementId: string,
    @Args('title') title: string,
    @Args('submissionId', { type: () => ID, nullable: true }) submissionId?: string | null,
  ) {
    return this.exemplarsService.create(viewer, achievementId, title, submissionId ?? null);
  }

  @Mutation(() => ExemplarResult, { description: 'Saves an exemplar as it stands.' })
  @Allow('assessment.lead')
  saveExemplar(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID }) id: string,
    @Args('input') input: ExemplarInput,
  ) {
    const items = input.items.map(({ title, text, url }) => ({ title, text, url: url ?? null }));
    return this.exemplarsService.save(viewer, id, {
      title: input.title,
      items,
      expectedRevision: input.expectedRevision,
    });
  }

  @Mutation(() => ExemplarResult, { description: 'Says what an exemplar is worth. Somebody else has to agree.' })
  @Allow('assessment.lead')
  proposeDefinitiveMark(
    @CurrentViewer() viewer: Viewer,
    @Args('exemplarId', { type: () => ID }) exemplarId: string,
    @Args('criteria', { type: () => [DefinitiveLevelInput] }) criteria: DefinitiveLevelInput[],
  ) {
    const levels = criteria.map(({ criterionId, level, reason }) => ({
      criterionId,
      level: level ?? null,
      reason,
    }));
    return this.exemplarsService.propose(viewer, exemplarId, levels);
  }

  @Mutation(() => ExemplarResult, { description: 'Agrees with what somebody else said an exemplar is worth.' })
  @Allow('assessment.lead')
  agreeDefinitiveMark(@CurrentViewer() viewer: Viewer, @Args('exemplarId', { type: () => ID }) exemplarId: string) {
    return this.exemplarsService.agree(viewer, exemplarId);
  }

  @Mutation(() => ExemplarResult, { description: 'Takes an exemplar out of use. Rounds that have it keep it.' })
  @Allow('assessment.lead')
  retireExemplar(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID }) id: string,
    @Args('reason') reason: string,
  ) {
    return this.exemplarsService.retire(viewer, id, reason);
  }
}

@Resolver(() => DefinitiveMarkType)
export class DefinitiveMarkResolver {
  constructor(private readonly people: PeopleService) {}

  @ResolveField(() => PersonType, { description: 'Who said so.' })
  proposedBy(@CurrentViewer() viewer: Viewer, @Parent() it: DefinitiveMark): Promise<Person | null> {
    return this.people.byId(viewer, it.proposedBy);
  }

  @ResolveField(() => PersonType, { nullable: true, description: 'Who agreed.' })
  agreedBy(@CurrentViewer() viewer: Viewer, @Parent() it: DefinitiveMark): Promise<Person | null> {
    return it.agreedBy ? this.people.byId(viewer, it.agreedBy) : Promise.resolve(null);
  }

  @ResolveField(() => [String], { description: 'What the viewer may do with it.' })
  viewerCan(@CurrentViewer() viewer: Viewer, @Parent() it: DefinitiveMark): string[] {
    return viewerCan(viewer, it);
  }
}
