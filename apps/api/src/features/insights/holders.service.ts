import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';

/** How many hold what: a number, never who. */
@Injectable()
export class HoldersService {
  /** People with a credential of this version that stands and has not ended; one statement for a whole list. */
  async of(viewer: Viewer, achievementVersionId: string): Promise<number> {
    const holders = await viewer.load('holders', achievementVersionId, async (ids) => {
      const rows = await viewer.tx.query<{ id: string; holders: number }>(
        'SELECT id, holders FROM app_holders($1, $2)',
        [[...ids], viewer.now],
      );
      return new Map(rows.map((row) => [row.id, row.holders]));
    });
    return holders ?? 0;
  }
}
