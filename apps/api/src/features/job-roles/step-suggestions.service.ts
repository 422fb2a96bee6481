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

  /** What the rung asks, and what those ask that share most with it; with how many rungs ask for each skill. */
  private near(viewer: Viewer, level: JobRoleLevel): Promise<NearRow[]> {
    return viewer.tx.query<NearRow>(
      `WITH own AS (SELECT skill_id FROM job_role_requirement WHERE job_role_level_id = $1),
         asked AS (SELECT skill_id, count(*)::int AS asking FROM job_role_requirement WHERE framework_id = $2 GROUP BY 1),
         near AS (
           SELECT asks.job_role_level_id AS id FROM job_role_requirement asks JOIN own USING (skill_id) JOIN asked USING (skill_id)
           WHERE asks.framework_id = $2 AND asks.job_role_level_id <> $1
           GROUP BY 1 ORDER BY sum(1.0 / asked.asking) DESC, 1 LIMIT $3)
       SELECT rung.id AS "levelId", rung.role_id AS "roleId", asks.skill_id AS "skillId", asks.level_ordinal AS "levelOrdinal",
         asks.importance, asked.asking
       FROM (SELECT id FROM near UNION ALL SELECT $1) wanted JOIN job_role_level rung USING (id)
       JOIN job_role_requirement asks ON asks.job_role_level_id = rung.id JOIN asked USING (skill_id)
       ORDER BY rung.code, asks.position`,
      [level.id, level.frameworkId, NEAREST],
    );
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
