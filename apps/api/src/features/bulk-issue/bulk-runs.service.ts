import { Injectable } from '@nestjs/common';
import { Viewer } from '../../platform/access/viewer.js';
import { ViewerSource } from '../../platform/access/viewer-source.js';
import { audit } from '../../platform/audit/audit.js';
import { idFor } from '../../platform/database/id.js';
import { tellProgress } from '../../platform/jobs/progress.js';
import { WithdrawManyService } from '../credential-life/withdraw-many.service.js';
import { type AwardRequest, CredentialsService } from '../credentials/credentials.service.js';
import type { BulkIssue } from './bulk-issue.entity.js';
import { BulkIssueService, toldOf } from './bulk-issue.service.js';
import type { PlannedAward } from './bulk-rows.rules.js';

/** Awards that are made before the next word about progress. */
const STEP = 200;
const CHANGED =
  'People or badges were changed since the preview. Nothing was given. This is the new preview: look at it, then give the badges.';
const NO_LONGER = 'Whoever ordered it may no longer keep badges. Nothing was given.';
const OUR_FAULT = 'Something went wrong on our side; nothing was changed. Try it again.';

/** What the worker does with a list: gives all of its badges or none, and takes them back. */
@Injectable()
export class BulkRunsService {
  constructor(
    private readonly lists: BulkIssueService,
    private readonly credentials: CredentialsService,
    private readonly people: ViewerSource,
    private readonly withdrawals: WithdrawManyService,
  ) {}

  /** In the name of whoever ordered it, as far as they may now. The signing follows in chunks of its own. */
  async award(system: Viewer, bulkIssueId: string, personId: string): Promise<void> {
    const it = await this.lists.locked(system, bulkIssueId);
    if (it.state !== 'AWARDING') return;
    // Of two lists with the same people the second finds what the first has given.
    await system.tx.aloneIn('bulk issue');
    const known = await this.people.know(system.tx, personId);
    const by = known && Viewer.person(known, system.tx, system.now);
    if (!by?.mayEverywhere('credential.govern')) {
      await this.lists.write(system, it, { state: 'PREVIEWED', problem: NO_LONGER });
      return;
    }
    const plan = await this.lists.planOf(system, it, [...new Set([it.createdBy, personId])]);
    if ('problem' in plan || plan.digest !== it.planDigest) {
      await this.lists.write(system, it, { ...toldOf(plan), ...('problem' in plan ? {} : { problem: CHANGED }) });
      return;
    }
    const requests = plan.rows.flatMap(({ award }) => (award ? [requestFor(it, award)] : []));
    for (let done = 0; done < requests.length; done += STEP) {
      await tellProgress(system.tx, it.id, (100 * done) / requests.length);
      await this.credentials.awardAll(system, requests.slice(done, done + STEP));
    }
    await audit(by, { operation: 'applyBulkIssue', target: it.id, detail: { ...it.counts } });
    await this.lists.write(system, it, { state: 'AWARDED', rows: [], appliedAt: system.now });
  }

  async undo(system: Viewer, bulkIssueId: string): Promise<void> {
    const it = await this.lists.locked(system, bulkIssueId);
    if (it.state !== 'UNDOING' || !it.undoneBy || !it.undoneReason) return;
    // The same locks as issuing: what is being signed at this moment is waited for, and withdrawn after it.
    const awards = await system.tx.query<{ id: string }>(
      'SELECT id FROM award WHERE bulk_issue_id = $1 ORDER BY id FOR UPDATE',
      [it.id],
    );
    const cancelled = await system.tx.query<{ n: number }>(
      `WITH ended AS (UPDATE award SET state = 'CANCELLED'
         WHERE bulk_issue_id = $1 AND state IN ('PENDING', 'QUARANTINED') RETURNING id) SELECT count(*)::int AS n FROM ended`,
      [it.id],
    );
    await tellProgress(system.tx, it.id, 10);
    const withdrawn = await this.withdrawals.ofAwards(
      system,
      awards.map(({ id }) => id),
      { cause: 'ISSUED_IN_ERROR', reason: it.undoneReason, by: it.undoneBy },
    );
    await audit(system, {
      operation: 'undoBulkIssue',
      target: it.id,
      detail: { withdrawn, cancelled: cancelled[0]?.n ?? 0 },
    });
    await this.lists.write(system, it, { state: 'UNDONE', undoneAt: system.now });
  }

  /** The last try failed for a reason that is ours: said so, and everything is as it was. */
  async failed(system: Viewer, bulkIssueId: string): Promise<void> {
    const it = await this.lists.locked(system, bulkIssueId);
    if (it.state === 'AWARDING') await this.lists.write(system, it, { state: 'PREVIEWED', problem: OUR_FAULT });
    if (it.state === 'UNDOING') await this.lists.write(system, it, { state: 'AWARDED', problem: OUR_FAULT });
  }
}

function requestFor({ id }: BulkIssue, { personId, achievementId, versionId, awardedOn }: PlannedAward): AwardRequest {
  return {
    ...{ personId, achievementVersionId: versionId, basis: 'BULK', bulkIssueId: id },
    basisId: idFor('bulk issue', id, personId, achievementId),
    awardedOn: new Date(`${awardedOn}T00:00:00Z`),
    ...{ results: [], evidence: [], assessorCount: 0 },
  };
}
