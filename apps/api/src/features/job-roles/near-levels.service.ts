import { type Profile, profileOf, rarityOf, type Rung } from '@assay/pathway';
import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import type { JobRoleLevel } from '../skills/job-role.entity.js';

/** As far away as this the rungs share their commonest skills only. */
const NEAREST = 200;

interface Asked {
  levelId: string;
  roleId: string;
  skillId: string;
  levelOrdinal: number | null;
  importance: number;
}

/** A rung among those that share skills with it, and how much each skill says. */
export interface Nearby {
  from: Rung;
  others: Rung[];
  /** Rare skills weigh more: what every rung asks for tells none from another. */
  weightOf: (skillId: string) => number;
  /** Whether the framework states levels; without them there is no up. */
  hasLevels: boolean;
}

/** Which rungs of a framework ask for much the same: what suggestions are drawn from. */
@Injectable()
export class NearLevelsService {
  /** Null where the rung asks for nothing. */
  async around(viewer: Viewer, level: JobRoleLevel): Promise<Nearby | null> {
    const rows = await this.near(viewer, level);
    const asks = new Map<string, Asked[]>();
    for (const row of rows) asks.set(row.levelId, [...(asks.get(row.levelId) ?? []), row]);
    const rungs = [...asks].map(([id, of]): Rung => ({ id, roleId: of[0]?.roleId ?? '', profile: profileFrom(of) }));
    const from = rungs.find(({ id }) => id === level.id);
    if (!from) return null;
    const skills = [...new Set(rows.map(({ skillId }) => skillId))];
    const [asking, levels] = [
      await this.asking(viewer, level.frameworkId, skills),
      await this.levelsIn(viewer, level.frameworkId),
    ];
    return {
      ...{ from, others: rungs.filter((rung) => rung !== from), weightOf: rarityOf(levels, asking) },
      hasLevels: rows.some((row) => row.levelOrdinal !== null),
    };
  }

  /**
   * What the rung asks, and what those ask that share most with it. In steps that each go by an index: in one statement
   * over a framework that has just come in, the planner knows no sizes.
   */
  private async near(viewer: Viewer, level: JobRoleLevel): Promise<Asked[]> {
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
    return viewer.tx.query<Asked>(
      `SELECT rung.id AS "levelId", rung.role_id AS "roleId", asks.skill_id AS "skillId",
         asks.level_ordinal AS "levelOrdinal", asks.importance
       FROM job_role_level rung JOIN job_role_requirement asks ON asks.job_role_level_id = rung.id
       WHERE rung.id = ANY ($1::uuid[]) ORDER BY rung.code, asks.position`,
      [[level.id, ...near.map(({ id }) => id)]],
    );
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
}

const profileFrom = (asks: readonly Asked[]): Profile =>
  profileOf(asks.map(({ skillId, levelOrdinal, importance }) => ({ skillId, level: levelOrdinal, importance })));
