import { achievementsIn } from '@assay/pathway';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Viewer } from '../../platform/access/viewer.js';
import { enqueue } from '../../platform/jobs/enqueue.js';
import { Job } from '../../platform/jobs/job.js';
import { AchievementsService } from '../achievements/achievements.service.js';
import { GIVE_STACK, StackReviewsService } from './stack-reviews.service.js';

const payload = z.object({ versionId: z.uuid(), after: z.uuid().nullable() });

/** People of one try; the next try takes those after them. */
const AT_ONCE = 200;

/** Gives what was published just now to those who completed it before. */
@Injectable()
export class GiveStackJob extends Job<z.infer<typeof payload>> {
  readonly name = GIVE_STACK;
  readonly payload = payload;

  constructor(
    private readonly achievements: AchievementsService,
    private readonly reviews: StackReviewsService,
  ) {
    super();
  }

  async run(system: Viewer, { versionId, after }: z.infer<typeof payload>): Promise<void> {
    const version = await this.achievements.versionById(system, versionId);
    if (version?.state !== 'PUBLISHED' || !version.stackRule) return;
    const holders = await system.tx.query<{ id: string }>(
      `SELECT DISTINCT it.person_id AS id FROM credential it
       JOIN achievement_version part ON part.id = it.achievement_version_id
       WHERE part.achievement_id = ANY ($1::uuid[]) AND it.status = 'ACTIVE' AND ($2::uuid IS NULL OR it.person_id > $2)
       ORDER BY 1 LIMIT ${AT_ONCE}`,
      [achievementsIn(version.stackRule.asks), after],
    );
    for (const { id } of holders) await this.reviews.review(system, id);
    const last = holders.at(-1);
    if (last && holders.length === AT_ONCE)
      await enqueue(system.tx, {
        ...{ name: GIVE_STACK, id: `${GIVE_STACK}-${versionId}-${last.id}` },
        payload: { versionId, after: last.id },
      });
  }
}
