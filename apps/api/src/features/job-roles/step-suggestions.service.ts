import { type Profile, profileOf, rarityOf, type SuggestedStep, suggestSteps } from '@assay/pathway';
import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import type { JobRoleLevel } from '../skills/job-role.entity.js';

/** As far away as this the rungs share their commonest skills only. */
const NEAREST = 200;
/** Less in common than this is chance: in the UK framework two rungs of one family share .2, of two families .014. */
const AT_LEAST = 0.15;

interface NearRow {
  levelId: string;
  roleId: string;
  skillId: string;
  levelOrdinal: number | null;
  importance: number;
  asking: number;
}

export interface StepSuggestion extends SuggestedStep {
  /** Skills that both ask for. */
  shared: number;
  /** Skills that the other asks for, or asks for at a higher level. */
  more: number;
}

/**
 * Steps that what is asked suggests: rarity-weighted Ruzicka overlap, net step-ups only. A suggestion is no step until
 * a person takes it.
 */
@Injectable()
export class StepSuggestionsService {
  async of(viewer: Viewer, level: JobRoleLevel, most: number): Promise<StepSuggestion[]> {
    const rows = await this.near(viewer, level);
    const asking = new Map(rows.map((row) => [row.skillId, row.asking]));
    const rungs = new Map<string, { id: string; roleId: string; asks: NearRow[] }>();
    for (const row of rows) {
      const rung = rungs.get(row.levelId) ?? { id: row.levelId, roleId: row.roleId, asks: [] };
      rung.asks.push(row);
      rungs.set(row.levelId, rung);
    }
    const profiles = [...rungs.values()].map(({ id, roleId, asks }) => ({
      id,
      roleId,
      profile: profileOf(
        asks.map(({ skillId, levelOrdinal, importance }) => ({ skillId, level: levelOrdinal, importance })),
      ),
    }));
    const from = profiles.find(({ id }) => id === level.id);
    if (!from) return [];
    const taken = await this.taken(viewer, level.id);
    const found = suggestSteps(
      from,
      profiles.filter(({ id }) => !taken.has(id)),
      {
        weightOf: rarityOf(await this.levelsIn(viewer, level.frameworkId), asking),
        upOnly: rows.some((row) => row.levelOrdinal !== null),
        atLeast: AT_LEAST,
        most: Math.min(Math.max(most, 0), 20),
      },
    );
    const byId = new Map(profiles.map(({ id, profile }) => [id, profile]));
    return found.map((step) => ({ ...step, ...compared(from.profile, byId.get(step.toId) ?? new Map()) }));
  }

  /**
   * What the rung asks, and what those ask that share most with it; with how many rungs ask for each skill. In steps that
   * each go by an index: in one statement over a framework that has just come in, the planner knows no sizes.
   */
  private async near(viewer: Viewer, level: JobRoleLevel): Promise<NearRow[]> {
    const own = await viewer.tx.query<{ skillId: string }>(
      'SELECT skill_id AS "skillId" FROM job_role_requirement WHERE job_role_level_id = $1',
      [level.id],
    );
    const asking = await this.asking(
      viewer,
      level.frameworkId,
      own.map(({ skillId }) => skillId),
    );
    const near = await viewer.tx.query<{ id: string }>(
      `SELECT asks.job_role_level_id AS id FROM unnest($2::uuid[], $3::float[]) AS own (skill_id, weight)
       JOIN job_role_requirement asks ON asks.skill_id = own.skill_id AND asks.framework_id = $1
       WHERE asks.job_role_level_id <> $4 GROUP BY 1 ORDER BY sum(own.weight) DESC, 1 LIMIT $5`,
      [level.frameworkId, [...asking.keys()], [...asking.values()].map((many) => 1 / many), level.id, NEAREST],
    );
    const rows = await viewer.tx.query<Omit<NearRow, 'asking'>>(
      `SELECT rung.id AS "levelId", rung.role_id AS "roleId", asks.skill_id AS "skillId",
         asks.level_ordinal AS "levelOrdinal", asks.importance
       FROM job_role_level rung JOIN job_role_requirement asks ON asks.job_role_level_id = rung.id
       WHERE rung.id = ANY ($1::uuid[]) ORDER BY rung.code, asks.position`,
      [[level.id, ...near.map(({ id }) => id)]],
    );
    const all = await this.asking(viewer, level.frameworkId, [...new Set(rows.map(({ skillId }) => skillId))]);
    return rows.map((row) => ({ ...row, asking: all.get(row.skillId) ?? 1 }));
  }

  /** By how many rungs each of these skills is asked for. */
  private async asking(viewer: Viewer, frameworkId: string, skillIds: string[]): Promise<Map<string, number>> {
    const rows = await viewer.tx.query<{ id: string; n: number }>(
      `SELECT skill_id AS id, count(*)::int AS n FROM job_role_requirement
       WHERE framework_id = $1 AND skill_id = ANY ($2::uuid[]) GROUP BY 1`,
      [frameworkId, skillIds],
    );
    return new Map(rows.map(({ id, n }) => [id, n]));
  }

  private async levelsIn(viewer: Viewer, frameworkId: string): Promise<number> {
    const [row] = await viewer.tx.query<{ n: number }>(
      'SELECT count(*)::int AS n FROM job_role_level WHERE framework_id = $1',
      [frameworkId],
    );
    return row?.n ?? 0;
  }

  /** Where a step leads already. */
  private async taken(viewer: Viewer, levelId: string): Promise<Set<string>> {
    const rows = await viewer.tx.query<{ id: string }>(
      'SELECT to_level_id AS id FROM job_role_edge WHERE from_level_id = $1',
      [levelId],
    );
    return new Set(rows.map(({ id }) => id));
  }
}

function compared(from: Profile, to: Profile): { shared: number; more: number } {
  const skills = [...to];
  return {
    shared: skills.filter(([skill]) => from.has(skill)).length,
    more: skills.filter(([skill, amount]) => amount > (from.get(skill) ?? 0)).length,
  };
}
