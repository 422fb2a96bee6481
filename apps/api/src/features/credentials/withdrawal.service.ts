import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { audit } from '../../platform/audit/audit.js';
import { idFor } from '../../platform/database/id.js';
import { record } from '../../platform/events/event.js';
import { enqueue } from '../../platform/jobs/enqueue.js';
import { Award, type AwardBasis } from './award.entity.js';
import { CredentialRevoked } from './credentials.events.js';
import { StatusListsService } from './status-lists.service.js';

/** Takes awards back: what is not signed yet never is, and what is signed reads as revoked in its status list. */
@Injectable()
export class WithdrawalService {
  constructor(private readonly statusLists: StatusListsService) {}

  /** The award that rests on this no longer stands. In the caller's transaction; the worker, which alone signs, carries it out. */
  async ask(viewer: Viewer, basis: AwardBasis, basisId: string, reason: string): Promise<void> {
    const awardId = idFor('award', basis, basisId);
    await enqueue(viewer.tx, { name: 'credentials.withdraw', id: `withdraw-${awardId}`, payload: { awardId, reason } });
  }

  async withdraw(system: Viewer, awardId: string, reason: string): Promise<void> {
    // The same lock as the issue of it: whichever comes first, the other sees what was done.
    const award = await system.tx.manager.findOne(Award, {
      where: { id: awardId },
      lock: { mode: 'pessimistic_write' },
    });
    if (!award || award.state === 'CANCELLED') return;
    await system.tx.manager.update(Award, { id: awardId }, { state: 'CANCELLED' });
    const revoked = await system.tx.query<{ id: string }>(
      `WITH revoked AS (UPDATE credential SET status = 'REVOKED', status_cause = $2, status_since = $3
         WHERE award_id = $1 AND status <> 'REVOKED' RETURNING id)
       SELECT id FROM revoked`,
      [awardId, reason === 'MALPRACTICE' ? 'MALPRACTICE' : 'DECISION_OVERTURNED', system.now],
    );
    if (revoked.length > 0) await this.statusLists.publishOf(system, [awardId]);
    for (const { id } of revoked) await record(system, new CredentialRevoked(id, awardId, award.personId, reason));
    await audit(system, { operation: 'credentials.withdraw', target: awardId, detail: { reason } });
  }
}
