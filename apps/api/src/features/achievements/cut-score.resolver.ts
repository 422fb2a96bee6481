import { Args, ID, Int, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/access/allow.decorator.js';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { can } from '../../platform/access/policy.js';
import { Viewer } from '../../platform/access/viewer.js';
import { ChangedMeanwhile, InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import { resultOf } from '../../platform/graphql/result-of.js';
import { PeopleService } from '../people/people.service.js';
import type { Person } from '../people/person.entity.js';
import { PersonType } from '../people/person.type.js';
import type { AchievementVersion } from './achievement-version.entity.js';
import { AchievementVersionType } from './achievement-version.type.js';
import type { AngoffPanel, CutScoreMethod, CutScoreSetting } from './cut-score.rules.js';
import { CutScoreService } from './cut-score.service.js';
import { AngoffPanelType, CutScoreMethodEnum, CutScoreSettingType, MarksGivenType } from './cut-score.type.js';

const SetCutScoreResult = resultOf('SetCutScoreResult', AchievementVersionType, [
  InvalidInput,
  NotAllowed,
  NotFound,
  ChangedMeanwhile,
]);

@Resolver(() => AchievementVersionType)
export class CutScoreResolver {
  constructor(private readonly cutScores: CutScoreService) {}

  @Mutation(() => SetCutScoreResult, {
    description:
      'Takes the cut score that the panel, or the marks given so far, give. A score by judgement is saved with the draft.',
  })
  @Allow('achievement.design')
  setCutScore(
    @CurrentViewer() viewer: Viewer,
    @Args('achievementVersionId', { type: () => ID }) id: string,
    @Args('expectedRevision', { type: () => Int }) expectedRevision: number,
    @Args('method', { type: () => CutScoreMethodEnum }) method: CutScoreMethod,
  ): Promise<AchievementVersion | InvalidInput | NotAllowed | NotFound | ChangedMeanwhile> | InvalidInput {
    if (method === 'JUDGEMENT') return InvalidInput.of('method', 'A score by judgement is saved with the draft.');
    return this.cutScores.set(viewer, id, expectedRevision, method);
  }

  @ResolveField(() => CutScoreSettingType, {
    nullable: true,
    description: 'How the cut score came about; null when nobody said, and for those who do not design it.',
  })
  cutScoreSetting(@CurrentViewer() viewer: Viewer, @Parent() version: AchievementVersion): CutScoreSetting | null {
    return can(viewer, 'seeCutScore', version) ? version.cutScoreSetting : null;
  }

  @ResolveField(() => AngoffPanelType, {
    nullable: true,
    description: 'The panel and its estimates; null when none was asked, and for those who do not design it.',
  })
  angoffPanel(@CurrentViewer() viewer: Viewer, @Parent() version: AchievementVersion): AngoffPanel | null {
    return can(viewer, 'seeCutScore', version) ? version.angoffPanel : null;
  }

  @ResolveField(() => MarksGivenType, {
    nullable: true,
    description: 'What the marks given so far say about the cut score; null for those who do not design it.',
  })
  async marksGiven(
    @CurrentViewer() viewer: Viewer,
    @Parent() version: AchievementVersion,
  ): Promise<MarksGivenType | null> {
    return can(viewer, 'seeCutScore', version) ? this.cutScores.marksGiven(viewer, version) : null;
  }
}

@Resolver(() => CutScoreSettingType)
export class CutScoreSettingResolver {
  constructor(private readonly people: PeopleService) {}

  @ResolveField(() => PersonType, { nullable: true, description: 'Who set it; null: the product itself.' })
  async setBy(@CurrentViewer() viewer: Viewer, @Parent() setting: CutScoreSetting): Promise<Person | null> {
    return setting.setBy ? this.people.byId(viewer, setting.setBy) : null;
  }

  @ResolveField(() => Date, { description: 'When it was set.' })
  setAt(@Parent() setting: CutScoreSetting): Date {
    return new Date(setting.setAt);
  }
}
