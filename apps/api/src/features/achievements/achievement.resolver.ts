import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/access/allow.decorator.js';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { viewerCan } from '../../platform/access/policy.js';
import { Viewer } from '../../platform/access/viewer.js';
import type { Page } from '../../platform/graphql/connection.js';
import { ChangedMeanwhile, InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import { resultOf } from '../../platform/graphql/result-of.js';
import { PeopleService } from '../people/people.service.js';
import type { Person } from '../people/person.entity.js';
import { PersonType } from '../people/person.type.js';
import type { ProficiencyLevel } from '../skills/framework.entity.js';
import { ProficiencyLevelType } from '../skills/framework.type.js';
import type { SkillView } from '../skills/skill.entity.js';
import { SkillType } from '../skills/skill.type.js';
import { SkillsService } from '../skills/skills.service.js';
import { AchievementDesignService } from './achievement-design.service.js';
import { type AchievementState, AchievementVersion } from './achievement-version.entity.js';
import { AchievementDraftInput, CreateAchievementInput } from './achievement.inputs.js';
import { NotReadyToPublish } from './achievement.refusals.js';
import {
  AchievementConnection,
  AchievementStateEnum,
  AchievementVersionType,
  OpenPointType,
} from './achievement-version.type.js';
import { AchievementsService } from './achievements.service.js';
import type { OpenPoint } from './open-points.rules.js';

const AchievementResult = resultOf('AchievementResult', AchievementVersionType, [
  InvalidInput,
  NotAllowed,
  NotFound,
  ChangedMeanwhile,
]);
const PublishAchievementResult = resultOf('PublishAchievementResult', AchievementVersionType, [
  NotReadyToPublish,
  NotAllowed,
  NotFound,
]);
type Saved = AchievementVersion | InvalidInput | NotAllowed | NotFound | ChangedMeanwhile;

@Resolver()
export class AchievementResolver {
  constructor(
    private readonly service: AchievementsService,
    private readonly design: AchievementDesignService,
  ) {}

  @Query(() => AchievementConnection, {
    description: 'Current versions by name: published for everyone, drafts too for designers.',
  })
  @Allow('achievement.read')
  achievements(
    @CurrentViewer() viewer: Viewer,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 50 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after?: string | null,
    @Args('search', { type: () => String, nullable: true }) search?: string | null,
    @Args('state', { type: () => AchievementStateEnum, nullable: true }) state?: AchievementState | null,
  ): Promise<Page<AchievementVersion>> {
    return this.service.page(viewer, { first, after, search, state });
  }

  @Query(() => AchievementVersionType, { nullable: true, description: 'One version; drafts for designers only.' })
  @Allow('achievement.read')
  achievementVersion(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<AchievementVersion | null> {
    return this.service.find(viewer, id);
  }

  @Mutation(() => AchievementResult, { description: 'Begins an achievement as a draft with a rubric to fill.' })
  @Allow('achievement.design')
  createAchievement(@CurrentViewer() viewer: Viewer, @Args('input') input: CreateAchievementInput): Promise<Saved> {
    return this.design.create(viewer, input);
  }

  @Mutation(() => AchievementResult, { description: 'Saves what is given of a draft.' })
  @Allow('achievement.design')
  saveAchievementDraft(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID }) id: string,
    @Args('expectedRevision', { type: () => Int }) expectedRevision: number,
    @Args('input') input: AchievementDraftInput,
  ): Promise<Saved> {
    return this.design.saveDraft(viewer, id, expectedRevision, input);
  }

  @Mutation(() => PublishAchievementResult, {
    description: 'Publishes a draft. From then on it does not change; the version before is superseded.',
  })
  @Allow('achievement.design')
  publishAchievement(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<AchievementVersion | NotReadyToPublish | NotAllowed | NotFound> {
    return this.design.publish(viewer, id);
  }

  @Mutation(() => AchievementResult, {
    description: 'Begins the next version as a copy of the published one; gives back the draft when there is one.',
  })
  @Allow('achievement.design')
  startNextVersion(
    @CurrentViewer() viewer: Viewer,
    @Args('achievementVersionId', { type: () => ID }) id: string,
  ): Promise<Saved> {
    return this.design.startNextVersion(viewer, id);
  }
}

@Resolver(() => AchievementVersionType)
export class AchievementVersionResolver {
  constructor(
    private readonly design: AchievementDesignService,
    private readonly people: PeopleService,
    private readonly skills: SkillsService,
  ) {}

  @ResolveField(() => SkillType, { nullable: true, description: 'The skill that it proves.' })
  async skill(@CurrentViewer() viewer: Viewer, @Parent() version: AchievementVersion): Promise<SkillView | null> {
    return version.skillId ? this.skills.skillById(viewer, version.skillId) : null;
  }

  @ResolveField(() => ProficiencyLevelType, { nullable: true, description: 'The level that it proves.' })
  async level(
    @CurrentViewer() viewer: Viewer,
    @Parent() { skillId, levelOrdinal }: AchievementVersion,
  ): Promise<ProficiencyLevel | null> {
    return skillId && levelOrdinal !== null ? this.skills.levelOf(viewer, skillId, levelOrdinal) : null;
  }

  @ResolveField(() => String, { description: 'Address of its badge as a picture.' })
  badgeUrl(@Parent() version: AchievementVersion): string {
    return `/badges/${version.id}.svg`;
  }

  @ResolveField(() => PersonType, { nullable: true, description: 'Who published it.' })
  async publishedBy(@CurrentViewer() viewer: Viewer, @Parent() version: AchievementVersion): Promise<Person | null> {
    return version.publishedBy ? this.people.byId(viewer, version.publishedBy) : null;
  }

  @ResolveField(() => [String], { description: 'What the viewer may do with this version.' })
  viewerCan(@CurrentViewer() viewer: Viewer, @Parent() version: AchievementVersion): string[] {
    return viewerCan(viewer, version);
  }

  @ResolveField(() => [OpenPointType], { description: 'What still stands between this draft and publishing.' })
  openPoints(@CurrentViewer() viewer: Viewer, @Parent() version: AchievementVersion): Promise<OpenPoint[]> {
    return this.design.openPointsOf(viewer, version);
  }
}
