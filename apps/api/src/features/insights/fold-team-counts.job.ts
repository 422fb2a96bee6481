import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Viewer } from '../../platform/access/viewer.js';
import { Job } from '../../platform/jobs/job.js';

const payload = z.object({});

/** Makes one row of what is past, so that a team's counts stay a few rows however often its people change. */
@Injectable()
export class FoldTeamCountsJob extends Job<z.infer<typeof payload>> {
  readonly name = 'insights.fold-team-counts';
  readonly payload = payload;
  override readonly everySeconds = 6 * 60 * 60;

  async run(system: Viewer): Promise<void> {
    await system.tx.query('SELECT fold_team_changes($1)', [system.now]);
  }
}
