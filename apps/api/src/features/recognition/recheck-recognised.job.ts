import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Viewer } from '../../platform/access/viewer.js';
import { enqueue } from '../../platform/jobs/enqueue.js';
import { Job } from '../../platform/jobs/job.js';

const payload = z.object({});
const HOUR = 60 * 60;
const AT_ONCE = 100;

/** What counts here is looked at again once a week: its issuer may have withdrawn it. */
@Injectable()
export class RecheckRecognisedJob extends Job<z.infer<typeof payload>> {
  readonly name = 'recognition.recheck';
  readonly payload = payload;
  override readonly everySeconds = HOUR;

  async run(system: Viewer): Promise<void> {
    const due = await system.tx.query<{ id: string }>(
      `SELECT id FROM external_credential WHERE outcome = 'RECOGNISED' AND checked_at < $1::timestamptz - interval '7 days'
         AND (recognised_until IS NULL OR recognised_until >= $1::date)
       ORDER BY checked_at, id LIMIT $2`,
      [system.now, AT_ONCE],
    );
    const day = system.now.toISOString().slice(0, 10);
    for (const { id } of due)
      await enqueue(system.tx, { name: 'recognition.check', id: `check-${id}-${day}`, payload: { id } });
  }
}
