import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';

/** How many hold what: a number, never who. */
@Injectable()
export class HoldersService {
  /** People with a credential of this version that stands and has not ended; one statement for a whole list. */
  async of(viewer: Viewer, achievementVersionId: string): Promise<number> {
    const holders = await viewer.load('holders', achievementVersionId, async (ids) => {
      const rows = await viewer.tx.query<{ id: string; holders: number }>(
        `SELECT achievement_version_id AS id, count(DISTINCT person_id)::int AS holders FROM credential
         WHERE achievement_version_id = ANY ($1::uuid[]) AND status = 'ACTIVE' AND (valid_until IS NULL OR valid_until > $2)
         GROUP BY 1`,
        [[...ids], viewer.now],
      );
      return new Map(rows.map((row) => [row.id, row.holders]));
    });
    return holders ?? 0;
  }
}
