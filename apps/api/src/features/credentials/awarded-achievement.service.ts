import { levelToMeet } from '@assay/rubric';
import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import {
  type AchievementVersion,
  type AwardedSkill,
  awardedSkills,
} from '../achievements/achievement-version.entity.js';
import { AchievementsService } from '../achievements/achievements.service.js';
import { FrameworksService } from '../skills/frameworks.service.js';
import { SkillsService } from '../skills/skills.service.js';
import { descriptorsSaid } from './eu-words.rules.js';
import type { AwardedAchievement, SkillGiven } from './issuance-plan.rules.js';

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
      throughOthers: version.route === 'STACK',
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
      descriptors: descriptorsSaid(descriptors),
      skills: await this.skillsOf(viewer, version),
    };
  }

  private async skillsOf(viewer: Viewer, version: AchievementVersion): Promise<SkillGiven[]> {
    const given = await Promise.all(awardedSkills(version).map((awarded) => this.skillGiven(viewer, awarded)));
    return given.filter((skill) => skill !== null);
  }

  private async skillGiven(viewer: Viewer, { skillId, levelOrdinal }: AwardedSkill): Promise<SkillGiven | null> {
    const skill = await this.skills.skillById(viewer, skillId);
    if (!skill) return null;
    const framework = await this.frameworks.byId(viewer, skill.frameworkId);
    const scale = await this.skills.scaleOf(viewer, skill.frameworkId);
    const reached = scale.levels.find(({ ordinal }) => ordinal === levelOrdinal);
    return {
      ...{ id: skill.id, code: skill.code, name: skill.name },
      framework: framework ? `${framework.title}, ${framework.version}` : '',
      frameworkUrl: framework?.sourceUrl ?? null,
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
