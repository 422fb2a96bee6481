import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { SkillsService } from '../skills/skills.service.js';
import { type AchievementVersion, awardedSkills } from './achievement-version.entity.js';
import { AchievementsService } from './achievements.service.js';
import type { StoredChange, VersionChange } from './version-change.js';
import { type VersionContent, versionChanges } from './version-changes.rules.js';

/** In what a version differs from the one before. */
@Injectable()
export class VersionChangesService {
  constructor(
    private readonly achievements: AchievementsService,
    private readonly skills: SkillsService,
  ) {}

  /** Of a draft: against what is published now. Of anything else: as it was on the day of publishing. */
  async of(viewer: Viewer, version: AchievementVersion): Promise<VersionChange[]> {
    if (version.state !== 'DRAFT') return version.changes.filter(isWhole);
    const before = await this.achievements.currentOf(viewer, version.achievementId);
    if (!before) return [];
    return versionChanges(await this.contentOf(viewer, before), await this.contentOf(viewer, version), version.changes);
  }

  /** What was changed in an achievement after this version, by whatever came since and is no draft. */
  async since(viewer: Viewer, version: AchievementVersion): Promise<VersionChange[]> {
    const changes = await viewer.loadKept(
      'changes-since',
      version.id,
      async (ids) => {
        const rows = await viewer.tx.query<{ id: string; changes: StoredChange[] }>(
          `SELECT held.id, later.changes FROM achievement_version held
         JOIN achievement_version later ON later.achievement_id = held.achievement_id AND later.number > held.number
         WHERE held.id = ANY ($1::uuid[]) AND later.state <> 'DRAFT' ORDER BY later.number`,
          [[...ids]],
        );
        return new Map(ids.map((id) => [id, rows.filter((row) => row.id === id).flatMap((row) => row.changes)]));
      },
      () => true,
    );
    return (changes ?? []).filter(isWhole);
  }

  private async contentOf(viewer: Viewer, version: AchievementVersion): Promise<VersionContent> {
    const skills = await Promise.all(
      awardedSkills(version).map(({ skillId }) => this.skills.skillById(viewer, skillId)),
    );
    const nameOf = new Map(skills.flatMap((skill) => (skill ? [[skill.id, skill.name] as const] : [])));
    const only = skills.length === 1 ? (skills[0]?.name ?? null) : null;
    const prerequisites = await Promise.all(
      version.prerequisiteIds.map((achievementId) => this.achievements.currentOf(viewer, achievementId)),
    );
    const { ...content } = version;
    return {
      ...content,
      skills: awardedSkills(version).map(
        ({ skillId, levelOrdinal }) => `${nameOf.get(skillId) ?? skillId}, level ${levelOrdinal ?? 'not chosen'}`,
      ),
      prerequisites: prerequisites.flatMap((it) => (it ? [it.name] : [])),
      rubric: {
        // By name: the changes are read by people.
        criteria: version.rubric.criteria.map((criterion) => ({
          ...criterion,
          skillId: (criterion.skillId && nameOf.get(criterion.skillId)) ?? only,
        })),
      },
    };
  }
}

const isWhole = (change: StoredChange): change is VersionChange => 'cells' in change;
