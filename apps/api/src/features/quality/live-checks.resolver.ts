import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/access/allow.decorator.js';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { Viewer } from '../../platform/access/viewer.js';
import { NotFound } from '../../platform/graphql/refusal.js';
import { resultOf } from '../../platform/graphql/result-of.js';
import type { AchievementVersion } from '../achievements/achievement-version.entity.js';
import { AchievementVersionType } from '../achievements/achievement-version.type.js';
import { AchievementsService } from '../achievements/achievements.service.js';
import type { LiveCheck } from '../assessments/live-check.entity.js';
import type { MarkingSlot } from '../assessments/marking-slot.entity.js';
import { MarkingSlotType } from '../assessments/marking-slot.type.js';
import type { Person } from '../people/person.entity.js';
import { PersonType } from '../people/person.type.js';
import { PeopleService } from '../people/people.service.js';
import { isWithin, type JudgedCriterion } from './calibration.rules.js';
import { CalibrationCriterionType, ExemplarType, JudgedCriterionType } from './calibration.type.js';
import type { Exemplar } from './exemplar.entity.js';
import type { ExemplarConsent } from './exemplar-consent.entity.js';
import { ExemplarConsentsService } from './exemplar-consents.service.js';
import { ExemplarConsentType, LiveCheckFiguresType, LiveCheckType, LiveObstacleEnum } from './live-check.type.js';
import { type CheckFigures, LiveCheckResultsService } from './live-check-results.service.js';
import { type LiveObstacle, LiveUseService } from './live-use.service.js';

const ConsentResult = resultOf('ExemplarConsentResult', ExemplarConsentType, [NotFound]);

/** Whoever wrote the work of an exemplar says whether it may be used among live work. */
@Resolver(() => ExemplarConsentType)
export class ExemplarConsentsResolver {
  constructor(
    private readonly achievements: AchievementsService,
    private readonly consents: ExemplarConsentsService,
  ) {}

  @Query(() => [ExemplarConsentType], {
    description: 'Work of the viewer that exemplars were made of, and whether it may be used among live work.',
  })
  @Allow('achievement.read')
  myExemplarConsents(@CurrentViewer() viewer: Viewer): Promise<ExemplarConsent[]> {
    return this.consents.mine(viewer);
  }

  @Mutation(() => ConsentResult, {
    description: 'Gives consent, or takes it back, which counts at once. Nothing else about the work changes.',
  })
  @Allow('achievement.read')
  answerExemplarConsent(
    @CurrentViewer() viewer: Viewer,
    @Args('exemplarId', { type: () => ID }) exemplarId: string,
    @Args('given') given: boolean,
  ) {
    return this.consents.answer(viewer, exemplarId, given);
  }

  @ResolveField(() => AchievementVersionType, { nullable: true, description: 'What the work was handed in for.' })
  achievement(@CurrentViewer() viewer: Viewer, @Parent() it: ExemplarConsent): Promise<AchievementVersion | null> {
    return this.achievements.currentOf(viewer, it.achievementId);
  }
}

@Resolver(() => LiveCheckType)
export class LiveChecksResolver {
  constructor(
    private readonly achievements: AchievementsService,
    private readonly people: PeopleService,
    private readonly results: LiveCheckResultsService,
  ) {}

  @Query(() => LiveCheckType, {
    nullable: true,
    description: 'A check that is over, for its assessor and whoever watches over assessment; null for any other.',
  })
  @Allow('achievement.read')
  liveCheck(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID }) id: string): Promise<LiveCheck | null> {
    return this.results.find(viewer, id);
  }

  @Query(() => [LiveCheckType], { description: 'The viewer’s checks that are over, newest first; at most 50.' })
  @Allow('achievement.read')
  myLiveChecks(@CurrentViewer() viewer: Viewer): Promise<LiveCheck[]> {
    return this.results.mine(viewer);
  }

  @ResolveField(() => PersonType, { nullable: true, description: 'The assessor.' })
  person(@CurrentViewer() viewer: Viewer, @Parent() it: LiveCheck): Promise<Person | null> {
    return this.people.byId(viewer, it.personId);
  }

  @ResolveField(() => AchievementVersionType, { nullable: true, description: 'With the rubric by which was judged.' })
  version(@CurrentViewer() viewer: Viewer, @Parent() it: LiveCheck): Promise<AchievementVersion | null> {
    return this.achievements.versionById(viewer, it.achievementVersionId);
  }

  @ResolveField(() => [CalibrationCriterionType], { description: 'What the assessor wrote.' })
  criteria(@Parent() { criteria }: LiveCheck): LiveCheck['criteria'] {
    return criteria;
  }

  @ResolveField(() => [JudgedCriterionType], { nullable: true, description: 'Where it differs; null when taken away.' })
  compared(@CurrentViewer() viewer: Viewer, @Parent() it: LiveCheck): Promise<JudgedCriterion[] | null> {
    return this.results.comparedOf(viewer, it);
  }

  @ResolveField(() => Boolean, { nullable: true, description: 'Whether every criterion is within tolerance.' })
  async within(@CurrentViewer() viewer: Viewer, @Parent() it: LiveCheck): Promise<boolean | null> {
    const compared = await this.results.comparedOf(viewer, it);
    return compared && isWithin(compared);
  }
}

/** What is told of a place once the judgement is handed in. */
@Resolver(() => MarkingSlotType)
export class CheckedSlotResolver {
  @ResolveField(() => LiveCheckType, {
    nullable: true,
    description: 'If this was a check: told in the answer to handing it in, never before and of no other work.',
  })
  check(@Parent() slot: MarkingSlot): LiveCheck | null {
    return slot.state === 'HANDED_IN' ? (slot.check ?? null) : null;
  }
}

@Resolver(() => ExemplarType)
export class ExemplarLiveUseResolver {
  constructor(private readonly liveUse: LiveUseService) {}

  @ResolveField(() => [LiveObstacleEnum], {
    nullable: true,
    description: 'What keeps it from standing in for live work, for leads; empty: it is used.',
  })
  liveObstacles(@CurrentViewer() viewer: Viewer, @Parent() exemplar: Exemplar): Promise<LiveObstacle[] | null> {
    return this.liveUse.obstacles(viewer, exemplar);
  }
}

@Resolver(() => LiveCheckFiguresType)
export class LiveCheckFiguresResolver {
  constructor(private readonly people: PeopleService) {}

  @ResolveField(() => PersonType, { description: 'The assessor.' })
  person(@CurrentViewer() viewer: Viewer, @Parent() it: CheckFigures): Promise<Person | null> {
    return this.people.byId(viewer, it.personId);
  }
}
