import { Injectable } from '@nestjs/common';
import type { Link } from '@assay/pathway';
import type { Viewer } from '../../platform/access/viewer.js';
import type { JobRoleLevel } from '../skills/job-role.entity.js';
import { LadderComesRound } from './job-role.refusals.js';
import { ladderRound, type PlacedRung } from './ladder-links.rules.js';

/** Looks whether ladders stay ladders: up leads up, and never back to where it began. */
@Injectable()
export class LadderService {
  /** The way round that this order, or this step, would make; null when there is none. */
  async roundIf(
    viewer: Viewer,
    frameworkId: string,
    reordered: readonly JobRoleLevel[],
    more: readonly Link[] = [],
    without: string | null = null,
  ): Promise<LadderComesRound | null> {
    const steps = await viewer.tx.query<Link>(
      `SELECT from_level_id AS "from", to_level_id AS "to" FROM job_role_edge
       WHERE framework_id = $1 AND kind = 'LADDER' AND ($2::uuid IS NULL OR id <> $2)`,
      [frameworkId, without],
    );
    if (steps.length + more.length === 0) return null;
    const rungs = await viewer.tx.query<PlacedRung>(
      `SELECT id, role_id AS "roleId", "order", name FROM job_role_level WHERE framework_id = $1`,
      [frameworkId],
    );
    const places = new Map(reordered.map((level, at) => [level.id, at + 1]));
    const round = ladderRound(
      rungs.map((rung) => ({ ...rung, order: places.get(rung.id) ?? rung.order })),
      [...steps, ...more],
    );
    return round ? new LadderComesRound(round) : null;
  }
}
