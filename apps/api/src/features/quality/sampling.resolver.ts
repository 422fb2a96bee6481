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
import type { Person } from '../people/person.entity.js';
import { PersonType } from '../people/person.type.js';
import { PeopleService } from '../people/people.service.js';
import { SamplingPlanInput } from './quality.inputs.js';
import type { Finding, SampleItem, SamplingPlan, Stratum } from './sampling.entity.js';
import { type PlanCounts, type SampleScope, SamplingService } from './sampling.service.js';
import {
  FindingEnum,
  SampleItemConnection,
  SampleItemType,
  SampleScopeEnum,
  SamplingCountsType,
  SamplingPlanType,
  StratumEnum,
} from './sampling.type.js';

const SamplingPlanResult = resultOf('SamplingPlanResult', SamplingPlanType, [InvalidInput, NotAllowed, NotFound]);
const SampleResult = resultOf('SampleResult', SampleItemType, [InvalidInput, NotAllowed, NotFound]);

/** Which decisions are looked at again, and what came of it. */
@Resolver(() => SamplingPlanType)
export class SamplingResolver {
  constructor(
    private readonly achievements: AchievementsService,
    private readonly sampling: SamplingService,
  ) {}

  @Query(() => [SamplingPlanType], { description: 'Plans in force first, then those that ended; 100 at most.' })
  @Allow('assessment.quality')
  samplingPlans(@CurrentViewer() viewer: Viewer): Promise<SamplingPlan[]> {
    return this.sampling.plans(viewer);
  }

  @Query(() => SampleItemConnection, { description: 'What was chosen, newest first.' })
  @Allow('assessment.quality')
  samples(
    @CurrentViewer() viewer: Viewer,
    @Args('planId', { type: () => ID, nullable: true }) planId: string | null,
    @Args('scope', { type: () => SampleScopeEnum, defaultValue: 'WAITING', nullable: true }) scope: SampleScope | null,
    @Args('first', { type: () => Int, defaultValue: 50, nullable: true }) first: number,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ): Promise<Page<SampleItem>> {
    return this.sampling.page(viewer, { planId, scope: scope ?? 'WAITING', first, after });
  }

  @ResolveField(() => AchievementVersionType, {
    nullable: true,
    description: 'What it is for; null: all without a plan.',
  })
  achievement(@CurrentViewer() viewer: Viewer, @Parent() it: SamplingPlan): Promise<AchievementVersion | null> {
    return it.achievementId ? this.achievements.currentOf(viewer, it.achievementId) : Promise.resolve(null);
  }

  @ResolveField(() => SamplingCountsType, { description: 'How much it has looked at and chosen.' })
  counts(@CurrentViewer() viewer: Viewer, @Parent() it: SamplingPlan): Promise<PlanCounts> {
    return this.sampling.countsOf(viewer, it.id);
  }

  @ResolveField(() => [String], { description: 'What the viewer may do with it.' })
  viewerCan(@CurrentViewer() viewer: Viewer, @Parent() it: SamplingPlan): string[] {
    return viewerCan(viewer, it);
  }

  @Mutation(() => SamplingPlanResult, {
    description: 'Puts a plan in force. From then on every decision is looked at, and chosen by risk or by the seed.',
  })
  @Allow('assessment.lead')
  startSamplingPlan(@CurrentViewer() viewer: Viewer, @Args('input') input: SamplingPlanInput) {
    const { achievementId, share, newAssessor, borderline, highStakes } = input;
    const wanted = { achievementId: achievementId ?? null, share, newAssessor, borderline, highStakes };
    return this.sampling.start(viewer, wanted);
  }

  @Mutation(() => SamplingPlanResult, { description: 'Ends a plan. What it chose stays.' })
  @Allow('assessment.lead')
  endSamplingPlan(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID }) id: string) {
    return this.sampling.end(viewer, id);
  }

  @Mutation(() => SamplingPlanResult, {
    description: 'Chooses more of what the plan passed over, in the order of its seed.',
  })
  @Allow('assessment.lead')
  drawMoreSamples(
    @CurrentViewer() viewer: Viewer,
    @Args('planId', { type: () => ID }) planId: string,
    @Args('count', { type: () => Int }) count: number,
  ) {
    return this.sampling.drawMore(viewer, planId, count);
  }

  @Mutation(() => SampleResult, { description: 'What came of looking at a decision again. Not by whoever made it.' })
  @Allow('assessment.lead')
  recordSampleFinding(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID }) id: string,
    @Args('finding', { type: () => FindingEnum }) finding: Finding,
    @Args('note') note: string,
  ) {
    return this.sampling.recordFinding(viewer, id, finding, note);
  }
}

@Resolver(() => SampleItemType)
export class SampleItemResolver {
  constructor(
    private readonly achievements: AchievementsService,
    private readonly people: PeopleService,
    private readonly sampling: SamplingService,
  ) {}

  @ResolveField(() => [StratumEnum], { description: 'Why it was chosen.' })
  strata(@Parent() it: SampleItem): Stratum[] {
    return it.strata.length > 0 ? it.strata : ['ADDED'];
  }

  @ResolveField(() => AchievementVersionType, { nullable: true, description: 'What it is about.' })
  achievement(@CurrentViewer() viewer: Viewer, @Parent() it: SampleItem): Promise<AchievementVersion | null> {
    return this.achievements.currentOf(viewer, it.achievementId);
  }

  @ResolveField(() => PersonType, { description: 'Who made the judgement.' })
  assessor(@CurrentViewer() viewer: Viewer, @Parent() it: SampleItem): Promise<Person | null> {
    return this.people.byId(viewer, it.assessorId);
  }

  @ResolveField(() => PersonType, { nullable: true, description: 'Who checked it.' })
  foundBy(@CurrentViewer() viewer: Viewer, @Parent() it: SampleItem): Promise<Person | null> {
    return it.foundBy ? this.people.byId(viewer, it.foundBy) : Promise.resolve(null);
  }

  @ResolveField(() => SamplingPlanType, { nullable: true, description: 'The plan that chose it.' })
  plan(@CurrentViewer() viewer: Viewer, @Parent() it: SampleItem): Promise<SamplingPlan | null> {
    return this.sampling.planById(viewer, it.planId);
  }

  @ResolveField(() => [String], { description: 'What the viewer may do with it.' })
  viewerCan(@CurrentViewer() viewer: Viewer, @Parent() it: SampleItem): string[] {
    return viewerCan(viewer, it);
  }
}
