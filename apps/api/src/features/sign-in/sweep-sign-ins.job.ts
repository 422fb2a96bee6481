import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { ViewerSource } from '../../platform/access/viewer-source.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { Job } from '../../platform/jobs/job.js';
import { SignInSessionsService } from './sign-in-sessions.service.js';

const payload = z.object({});

/** Lets go of what nobody comes back for, and ends the sign-ins of people who left, so that nothing revives with them. */
@Injectable()
export class SweepSignInsJob extends Job<z.infer<typeof payload>> {
  readonly name = 'identity.sweep-sign-ins';
  readonly payload = payload;
  override readonly everySeconds = 15 * 60;

  constructor(
    private readonly people: ViewerSource,
    private readonly sessions: SignInSessionsService,
  ) {
    super();
  }

  async run(system: Viewer): Promise<void> {
    const { tx } = system;
    await tx.query('DELETE FROM sign_in_attempt WHERE ends_at < now()');
    await tx.query("DELETE FROM used_logout_token WHERE used_at < now() - interval '1 day'");
    await tx.query(`DELETE FROM sign_in_session WHERE ends_at < now() - interval '90 days'`);
    const signedIn = await tx.query<{ id: string; claimed: boolean }>(
      `SELECT DISTINCT person_id AS id, method = 'CLAIM_LINK' AS claimed FROM sign_in_session
       WHERE ended_at IS NULL AND ends_at > now()`,
    );
    for (const { id, claimed } of signedIn) {
      if (await this.people.know(tx, id, claimed ? 'CLAIM' : 'ACCOUNT')) continue;
      const theirs = "person_id = $3 AND (method = 'CLAIM_LINK') = $4";
      await this.sessions.endWhere(system, claimed ? 'REPLACED' : 'LEFT', theirs, [id, claimed]);
    }
  }
}
