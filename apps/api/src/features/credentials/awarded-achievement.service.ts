import { levelToMeet } from '@assay/rubric';
import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import type { AchievementVersion } from '../achievements/achievement-version.entity.js';
import { AchievementsService } from '../achievements/achievements.service.js';
import { FrameworksService } from '../skills/frameworks.service.js';
import { SkillsService } from '../skills/skills.service.js';
import type { AwardedAchievement } from './issuance-plan.rules.js';

/** Reads an achievement version into what a credential says of it. */
@Injectable()
export class AwardedAchievementService {
  constructor(
    private readonly achievements: AchievementsService,
    private readonly skills: SkillsService,
    private readonly frameworks: FrameworksService,
  ) {}

  async of(viewer: Viewer, versionId: string): Promise<AwardedAchievement | null> {
    const version = await this.achievements.versionById(viewer, versionId);
    if (!version) return null;
    const { id, number, name, description, outcomes, validityMonths, descriptors } = version;
    return {
      ...{ id, number, name, description, outcomes, validityMonths },
      doubleMarked: version.markingPolicy === 'DOUBLE_BLIND',
      criteria: version.rubric.criteria.map((criterion) => ({
        id: criterion.id,
        title: criterion.title,
        description: criterion.description,
        required: levelToMeet(criterion)?.ordinal ?? null,
        levels: criterion.levels,
      })),
      language: descriptors.language || 'en',
      workloadHours: descriptors.workloadHours,
      ects: descriptors.ects,
      eqfLevel: descriptors.eqfLevel,
      ...(await this.skillOf(viewer, version)),
    };
  }

  private async skillOf(
    viewer: Viewer,
    version: AchievementVersion,
  ): Promise<Pick<AwardedAchievement, 'skill' | 'level'>> {
    const skill = version.skillId ? await this.skills.skillById(viewer, version.skillId) : null;
    if (!skill) return { skill: null, level: null };
    const framework = await this.frameworks.byId(viewer, skill.frameworkId);
    const scale = await this.skills.scaleOf(viewer, skill.frameworkId);
    const reached = scale.levels.find(({ ordinal }) => ordinal === version.levelOrdinal);
    return {
      skill: {
        id: skill.id,
        code: skill.code,
        name: skill.name,
        framework: framework ? `${framework.title}, ${framework.version}` : '',
        frameworkUrl: framework?.sourceUrl ?? null,
      },
      level: reached
        ? {
            ordinal: reached.ordinal,
            label: reached.label,
            scale: scale.levels.map((level) => `${level.ordinal} ${level.label}`),
          }
        : null,
    };
  }
}
