import { blockedBy, gapOf, neededOrdinal, readinessOf } from '@assay/pathway';
import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import type { AchievementVersion } from '../achievements/achievement-version.entity.js';
import { AchievementsService } from '../achievements/achievements.service.js';
import { PeopleService } from '../people/people.service.js';
import type { JobRoleLevel, JobRoleRequirement } from '../skills/job-role.entity.js';
import type { SkillView } from '../skills/skill.entity.js';
import { SkillsService } from '../skills/skills.service.js';
import type { Standing } from './standing.rules.js';
import { StandingsService } from './standings.service.js';

/** One asked skill beside what is verified of it. */
export interface ReadinessRow {
  requirement: JobRoleRequirement;
  /** The level that counts now; 0 where none does. */
  have: number;
  gap: number;
  lapsedOn: Date | null;
  validUntil: Date | null;
}

export interface RoleReadiness {
  jobRoleLevel: JobRoleLevel;
  verified: number;
  blockedBy: SkillView[];
  rows: ReadinessRow[];
}

/** What the viewer's job of today asks, beside what the viewer has verified. */
@Injectable()
export class ReadinessService {
  constructor(
    private readonly people: PeopleService,
    private readonly skills: SkillsService,
    private readonly standings: StandingsService,
    private readonly achievements: AchievementsService,
  ) {}

  /** Null where the job is not placed in the job architecture. */
  async mine(viewer: Viewer): Promise<RoleReadiness | null> {
    const me = viewer.personId ?? '';
    const employment = await this.people.employmentOf(viewer, me);
    const jobRoleLevel = employment?.jobRoleLevelId
      ? await this.skills.jobRoleLevelById(viewer, employment.jobRoleLevelId)
      : null;
    if (!jobRoleLevel) return null;
    const requirements = await this.skills.requirementsOf(viewer, jobRoleLevel.id);
    const held = new Map((await this.standings.today(viewer, me)).map((standing) => [standing.skillId, standing]));
    const have = (skillId: string) => levelThatCounts(held.get(skillId));
    const missing = await Promise.all(
      blockedBy(requirements, have).map((need) => this.skills.skillAsked(viewer, need)),
    );
    return {
      jobRoleLevel,
      verified: readinessOf(requirements, have),
      blockedBy: missing.filter((skill) => skill !== null),
      rows: requirements.map((requirement) => rowOf(requirement, held.get(requirement.skillId))),
    };
  }

  /**
   * The published achievement that closes the gap with the least step; where none goes so far, the one that comes nearest.
   * One statement for all rows of a page.
   */
  async achievementFor(viewer: Viewer, row: ReadinessRow): Promise<AchievementVersion | null> {
    if (row.gap === 0) return null;
    const offered = await this.achievements.offeredFor(viewer, row.requirement.skillId);
    const needed = neededOrdinal(row.requirement);
    const closes = offered.find(({ ordinal }) => ordinal >= needed);
    return (closes ?? offered.findLast(({ ordinal }) => ordinal > row.have))?.version ?? null;
  }
}

function levelThatCounts(standing: Standing | undefined): number {
  return standing?.state === 'CURRENT' ? standing.ordinal : 0;
}

function rowOf(requirement: JobRoleRequirement, standing: Standing | undefined): ReadinessRow {
  const have = levelThatCounts(standing);
  return {
    requirement,
    have,
    gap: gapOf(requirement, have),
    lapsedOn: standing?.state === 'LAPSED' ? standing.validUntil : null,
    validUntil: standing?.state === 'CURRENT' ? standing.validUntil : null,
  };
}
