import type { Link } from '@assay/pathway';
import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { ladderLinks, type PlacedRung } from './ladder-links.rules.js';

/** The steps of a whole framework, up the ladders and across. */
@Injectable()
export class LevelLinksService {
  async of(viewer: Viewer, frameworkId: string): Promise<Link[]> {
    const rungs = await viewer.tx.query<PlacedRung>(
      'SELECT id, role_id AS "roleId", "order", name FROM job_role_level WHERE framework_id = $1',
      [frameworkId],
    );
    const steps = await viewer.tx.query<Link>(
      'SELECT from_level_id AS "from", to_level_id AS "to" FROM job_role_edge WHERE framework_id = $1 ORDER BY id',
      [frameworkId],
    );
    return ladderLinks(rungs, steps);
  }
}
