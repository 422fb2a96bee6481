import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/access/allow.decorator.js';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { viewerCan } from '../../platform/access/policy.js';
import { Viewer } from '../../platform/access/viewer.js';
import { ChangedMeanwhile, InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import { resultOf } from '../../platform/graphql/result-of.js';
import type { AchievementVersion } from '../achievements/achievement-version.entity.js';
import { AchievementVersionType } from '../achievements/achievement-version.type.js';
import { AchievementsService } from '../achievements/achievements.service.js';
import type { Person } from '../people/person.entity.js';
import { PersonType } from '../people/person.type.js';
import { PeopleService } from '../people/people.service.js';
import type { CalibrationRound } from './calibration.entity.js';
import { CalibrationExemplarType, CalibrationProgressType, CalibrationRoundType } from './calibration.type.js';
import { CalibrationMarksService } from './calibration-marks.service.js';
import { CalibrationRoundsService } from './calibration-rounds.service.js';
import { CalibrationSeenService, type SeenExemplar, type SeenProgress } from './calibration-seen.service.js';
import { CalibrationMarkInput, CalibrationRoundInput } from './quality.inputs.js';

const CalibrationRoundResult = resultOf('CalibrationRoundResult', CalibrationRoundType, [
  ChangedMeanwhile,
  InvalidInput,
  NotAllowed,
  NotFound,
]);

/** Rounds of calibration, for those who run them and those who take part. */
@Resolver(() => CalibrationRoundType)
export class CalibrationResolver {
  constructor(
    private readonly achievements: AchievementsService,
    private readonly marks: CalibrationMarksService,
    private readonly rounds: CalibrationRoundsService,
    private readonly seen: CalibrationSeenService,
  ) {}

  @Query(() => [CalibrationRoundType], {
    description: 'Rounds that the viewer runs or is asked to take part in, open ones first; 100 at most.',
  })
  @Allow('achievement.read')
  calibrationRounds(@CurrentViewer() viewer: Viewer): Promise<CalibrationRound[]> {
    return this.rounds.all(viewer);
  }

  @Query(() => CalibrationRoundType, {
    nullable: true,
    description: 'One round; null where there is none for the viewer.',
  })
  @Allow('achievement.read')
  calibrationRound(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<CalibrationRound | null> {
    return this.rounds.find(viewer, id);
  }

  @ResolveField(() => AchievementVersionType, { description: 'With the rubric by which is judged.' })
  version(@CurrentViewer() viewer: Viewer, @Parent() it: CalibrationRound): Promise<AchievementVersion | null> {
    return this.achievements.versionById(viewer, it.achievementVersionId);
  }

  @ResolveField(() => [CalibrationExemplarType], { description: 'What is judged, with the viewer’s own judgements.' })
  exemplars(@CurrentViewer() viewer: Viewer, @Parent() it: CalibrationRound): Promise<SeenExemplar[]> {
    return this.seen.exemplarsOf(viewer, it);
  }

  @ResolveField(() => [CalibrationProgressType], {
    description: 'How everybody did so far, for whoever runs the round.',
  })
  progress(@CurrentViewer() viewer: Viewer, @Parent() it: CalibrationRound): Promise<SeenProgress[]> {
    return this.seen.progressOf(viewer, it);
  }

  @ResolveField(() => [String], { description: 'What the viewer may do with it.' })
  viewerCan(@CurrentViewer() viewer: Viewer, @Parent() it: CalibrationRound): string[] {
    return viewerCan(viewer, it);
  }

  @Mutation(() => CalibrationRoundResult, { description: 'Opens a round for the assessors of an achievement.' })
  @Allow('assessment.lead')
  openCalibrationRound(@CurrentViewer() viewer: Viewer, @Args('input') input: CalibrationRoundInput) {
    return this.rounds.open(viewer, input);
  }

  @Mutation(() => CalibrationRoundResult, { description: 'Closes a round. What was handed in stays.' })
  @Allow('assessment.lead')
  closeCalibrationRound(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID }) id: string) {
    return this.rounds.close(viewer, id);
  }

  @Mutation(() => CalibrationRoundResult, { description: 'Saves the judgement of an exemplar as it stands.' })
  @Allow('achievement.read')
  saveCalibrationMark(
    @CurrentViewer() viewer: Viewer,
    @Args('roundId', { type: () => ID }) roundId: string,
    @Args('exemplarId', { type: () => ID }) exemplarId: string,
    @Args('input') input: CalibrationMarkInput,
  ) {
    const criteria = input.criteria.map(({ criterionId, level, comment }) => ({
      criterionId,
      level: level ?? null,
      comment,
    }));
    return this.marks.save(viewer, roundId, exemplarId, { criteria, expectedRevision: input.expectedRevision });
  }

  @Mutation(() => CalibrationRoundResult, {
    description:
      'Hands the judgement of an exemplar in. It never changes again; what the exemplar is worth is told from then on.',
  })
  @Allow('achievement.read')
  handInCalibrationMark(
    @CurrentViewer() viewer: Viewer,
    @Args('roundId', { type: () => ID }) roundId: string,
    @Args('exemplarId', { type: () => ID }) exemplarId: string,
  ) {
    return this.marks.handIn(viewer, roundId, exemplarId);
  }
}

@Resolver(() => CalibrationProgressType)
export class CalibrationProgressResolver {
  constructor(private readonly people: PeopleService) {}

  @ResolveField(() => PersonType, { description: 'The assessor.' })
  person(@CurrentViewer() viewer: Viewer, @Parent() { personId }: SeenProgress): Promise<Person | null> {
    return this.people.byId(viewer, personId);
  }
}
