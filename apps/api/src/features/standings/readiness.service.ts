import { bandOf, blockedBy, gapOf, type Holds, type ReadinessBand, readinessOf } from '@assay/pathway';
import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { isId } from '../../platform/database/id.js';
import { PeopleService } from '../people/people.service.js';
import type { JobRoleLevel, JobRoleRequirement } from '../skills/job-role.entity.js';
import type { SkillView } from '../skills/skill.entity.js';
import { SkillsService } from '../skills/skills.service.js';
import { type Layers, LayersService } from './layers.service.js';
import type { ReadinessRow } from './readiness.type.js';

/** How near each layer is to what is asked, 0 to 1. Layers are never added up. */
export interface LevelNearness {
  verified: number;
  observed: number;
  claimed: number;
  band: ReadinessBand;
}

export interface RoleReadiness extends LevelNearness {
  personId: string;
  asOf: Date;
  jobRoleLevel: JobRoleLevel;
  blockedBy: SkillView[];
  rows: ReadinessRow[];
}

export interface RoleHolding {
  skillId: string;
  people: number;
  holders: number;
  middle: number;
}

/** What a job role level asks, beside what is said, seen and verified of a person. */
@Injectable()
export class ReadinessService {
  private aimOf: (viewer: Viewer, personId: string) => Promise<string | null> = async () => null;

  constructor(
    private readonly people: PeopleService,
    private readonly skills: SkillsService,
    private readonly layers: LayersService,
  ) {}

  /** How a higher feature tells at which level somebody aims; null where at none. */
  aimsBy(ask: (viewer: Viewer, personId: string) => Promise<string | null>): void {
    this.aimOf = ask;
  }

  /** For what is aimed at, or the job of today; null where there is neither. */
  async mine(viewer: Viewer): Promise<RoleReadiness | null> {
    const me = viewer.personId ?? '';
    const levelId =
      (await this.aimOf(viewer, me)) ?? (await this.people.employmentOf(viewer, me))?.jobRoleLevelId ?? null;
    return levelId ? this.of(viewer, me, levelId, viewer.now) : null;
  }

  /** Null where there is no such level. */
  async of(viewer: Viewer, personId: string, levelId: string, asOf: Date): Promise<RoleReadiness | null> {
    const jobRoleLevel = isId(levelId) ? await this.skills.jobRoleLevelById(viewer, levelId) : null;
    if (!jobRoleLevel) return null;
    const requirements = await this.skills.requirementsOf(viewer, jobRoleLevel.id);
    const layers = await this.bySkill(viewer, personId, asOf);
    const verified = held(layers, 'verified');
    const rows: ReadinessRow[] = [];
    for (const requirement of requirements)
      rows.push(rowOf(personId, requirement, layers.get(requirement.skillId) ?? null, rows));
    const missing = await Promise.all(
      blockedBy(requirements, verified).map((need) => this.skills.skillAsked(viewer, need)),
    );
    return {
      ...{ personId, asOf, jobRoleLevel, ...nearnessOf(requirements, layers) },
      blockedBy: missing.filter((skill) => skill !== null),
      rows,
    };
  }

  /** For the map of a ladder, where rows would be too many. */
  async nearness(viewer: Viewer, levelId: string): Promise<LevelNearness> {
    const requirements = await this.skills.requirementsOf(viewer, levelId);
    return nearnessOf(requirements, await this.bySkill(viewer, viewer.personId ?? '', viewer.now));
  }

  /** What those who work at a level have verified; nothing where they are fewer than five. */
  async holdingsAt(viewer: Viewer, levelId: string): Promise<RoleHolding[]> {
    const rows = await viewer.load('role-holdings', levelId, async (ids) => {
      const found = await viewer.tx.query<RoleHolding & { levelId: string }>(
        `SELECT level.id AS "levelId", it.skill_id AS "skillId", it.people, it.holders, it.middle
         FROM unnest($1::uuid[]) AS level (id) CROSS JOIN LATERAL app_role_holdings(level.id, $2) it
         ORDER BY it.holders DESC, it.skill_id`,
        [[...ids], viewer.now],
      );
      const byLevel = new Map(ids.map((id) => [id, [] as RoleHolding[]]));
      for (const { levelId: of, ...row } of found) byLevel.get(of)?.push(row);
      return byLevel;
    });
    return rows ?? [];
  }

  private async bySkill(viewer: Viewer, personId: string, asOf: Date): Promise<Map<string, Layers>> {
    const layers = await this.layers.of(viewer, personId, asOf);
    return new Map(layers.map((each) => [each.skillId, each]));
  }
}

const held =
  (layers: ReadonlyMap<string, Layers>, layer: 'verified' | 'observed' | 'claimed'): Holds =>
  (skillId) =>
    layers.get(skillId)?.[layer]?.ordinal ?? 0;

function nearnessOf(requirements: readonly JobRoleRequirement[], layers: ReadonlyMap<string, Layers>): LevelNearness {
  return {
    verified: readinessOf(requirements, held(layers, 'verified')),
    observed: readinessOf(requirements, held(layers, 'observed')),
    claimed: readinessOf(requirements, held(layers, 'claimed')),
    band: bandOf(requirements, held(layers, 'verified')),
  };
}

function rowOf(
  personId: string,
  requirement: JobRoleRequirement,
  layers: Layers | null,
  among: readonly ReadinessRow[],
): ReadinessRow {
  const have = layers?.verified?.ordinal ?? 0;
  return {
    ...{ personId, requirement, have, gap: gapOf(requirement, have), layers, among },
    lapsedOn: layers?.lapsed?.validUntil ?? null,
    validUntil: layers?.verified?.validUntil ?? null,
  };
}
