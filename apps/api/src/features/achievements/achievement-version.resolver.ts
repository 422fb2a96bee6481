import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { viewerCan } from '../../platform/access/policy.js';
import { Viewer } from '../../platform/access/viewer.js';
import { PeopleService } from '../people/people.service.js';
import type { Person } from '../people/person.entity.js';
import { PersonType } from '../people/person.type.js';
import type { ProficiencyLevel } from '../skills/framework.entity.js';
import { ProficiencyLevelType } from '../skills/framework.type.js';
import type { SkillView } from '../skills/skill.entity.js';
import { SkillCategoryEnum, SkillType } from '../skills/skill.type.js';
import { SkillsService } from '../skills/skills.service.js';
import {
  type AchievementVersion,
  type AwardedSkill,
  awardedSkills,
  type SkillCategory,
} from './achievement-version.entity.js';
import { AchievementVersionType } from './achievement-version.type.js';
import { AchievementsService } from './achievements.service.js';
import { AwardedSkillType } from './awarded-skill.type.js';

@Resolver(() => AchievementVersionType)
export class AchievementVersionResolver {
  constructor(
    private readonly people: PeopleService,
    private readonly skills: SkillsService,
    private readonly achievements: AchievementsService,
  ) {}

  @ResolveField(() => SkillType, { nullable: true, description: 'The principal skill that it proves.' })
  async skill(@CurrentViewer() viewer: Viewer, @Parent() version: AchievementVersion): Promise<SkillView | null> {
    return version.skillId ? this.skills.skillById(viewer, version.skillId) : null;
  }

  @ResolveField(() => ProficiencyLevelType, { nullable: true, description: 'The level of the principal skill.' })
  async level(
    @CurrentViewer() viewer: Viewer,
    @Parent() { skillId, levelOrdinal }: AchievementVersion,
  ): Promise<ProficiencyLevel | null> {
    return skillId && levelOrdinal !== null ? this.skills.levelOf(viewer, skillId, levelOrdinal) : null;
  }

  @ResolveField(() => [AwardedSkillType], { description: 'All skills that it awards, the principal one first.' })
  awardedSkills(@Parent() version: AchievementVersion): AwardedSkill[] {
    return awardedSkills(version);
  }

  @ResolveField(() => [AchievementVersionType], {
    description: 'Achievements that come first, in the version that is offered.',
  })
  async prerequisites(
    @CurrentViewer() viewer: Viewer,
    @Parent() { prerequisiteIds }: AchievementVersion,
  ): Promise<AchievementVersion[]> {
    const found = await Promise.all(prerequisiteIds.map((id) => this.achievements.currentOf(viewer, id)));
    return found.filter((each) => each !== null);
  }

  @ResolveField(() => String, { description: 'Address of its badge as a picture.' })
  badgeUrl(@Parent() version: AchievementVersion): string {
    return `/badges/${version.id}.svg`;
  }

  @ResolveField(() => PersonType, { nullable: true, description: 'Who published it.' })
  async publishedBy(@CurrentViewer() viewer: Viewer, @Parent() version: AchievementVersion): Promise<Person | null> {
    return version.publishedBy ? this.people.byId(viewer, version.publishedBy) : null;
  }

  @ResolveField(() => PersonType, { nullable: true, description: 'Who saved the draft last.' })
  async savedBy(@CurrentViewer() viewer: Viewer, @Parent() version: AchievementVersion): Promise<Person | null> {
    return version.savedBy ? this.people.byId(viewer, version.savedBy) : null;
  }

  @ResolveField(() => [String], { description: 'What the viewer may do with this version.' })
  viewerCan(@CurrentViewer() viewer: Viewer, @Parent() version: AchievementVersion): string[] {
    return viewerCan(viewer, version);
  }
}

@Resolver(() => AwardedSkillType)
export class AwardedSkillResolver {
  constructor(private readonly skills: SkillsService) {}

  @ResolveField(() => SkillType, { nullable: true, description: 'The skill.' })
  skill(@CurrentViewer() viewer: Viewer, @Parent() { skillId }: AwardedSkill): Promise<SkillView | null> {
    return this.skills.skillById(viewer, skillId);
  }

  @ResolveField(() => ProficiencyLevelType, { nullable: true, description: 'The level; null while it is not chosen.' })
  async level(
    @CurrentViewer() viewer: Viewer,
    @Parent() { skillId, levelOrdinal }: AwardedSkill,
  ): Promise<ProficiencyLevel | null> {
    return levelOrdinal === null ? null : this.skills.levelOf(viewer, skillId, levelOrdinal);
  }

  @ResolveField(() => SkillCategoryEnum, {
    nullable: true,
    description: 'Technical or transferable: as the designer says, else as its framework does; null where nobody does.',
  })
  async category(
    @CurrentViewer() viewer: Viewer,
    @Parent() { skillId, category }: AwardedSkill,
  ): Promise<SkillCategory | null> {
    return category ?? (await this.skills.skillById(viewer, skillId))?.category ?? null;
  }
}
