import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import type { Credential, CredentialStatus, StatusCause } from './credential.entity.js';
import { StatusListsService } from './status-lists.service.js';

/** Whether the issuer stands behind a credential. For the worker, which alone writes credentials; nothing is ever deleted. */
@Injectable()
export class CredentialStatusService {
  constructor(private readonly statusLists: StatusListsService) {}

  /** Suspension stands in no list: only we know of it, and say so. A withdrawal is published at once, and for good. */
  async change(system: Viewer, credential: Credential, to: CredentialStatus, cause: StatusCause): Promise<void> {
    await system.tx.query('UPDATE credential SET status = $2, status_cause = $3, status_since = $4 WHERE id = $1', [
      credential.id,
      to,
      cause,
      system.now,
    ]);
    system.forget('credential', credential.id);
    if (to === 'REVOKED') await this.statusLists.publishOf(system, [credential.awardId]);
  }

  /** Withdraws many for one reason; each list that names one of them is signed once. */
  async revokeAll(
    system: Viewer,
    credentials: readonly { id: string; awardId: string }[],
    cause: StatusCause,
  ): Promise<void> {
    await system.tx.query(
      `UPDATE credential SET status = 'REVOKED', status_cause = $2, status_since = $3 WHERE id = ANY ($1::uuid[])`,
      [credentials.map(({ id }) => id), cause, system.now],
    );
    for (const { id } of credentials) system.forget('credential', id);
    await this.statusLists.publishOf(
      system,
      credentials.map(({ awardId }) => awardId),
    );
  }

  /** Ends editions in favour of those that say it right. Links that their holders made show the new ones from now on. */
  async supersedeAll(
    system: Viewer,
    superseded: readonly { readonly credential: Credential; readonly byId: string }[],
  ): Promise<void> {
    if (superseded.length === 0) return;
    const pairs = [superseded.map(({ credential }) => credential.id), superseded.map(({ byId }) => byId)];
    await system.tx.query(
      `UPDATE credential SET status = 'REVOKED', status_cause = 'CORRECTED', status_since = $3, superseded_by = pair.by_id
       FROM unnest($1::uuid[], $2::uuid[]) AS pair (old_id, by_id) WHERE credential.id = pair.old_id`,
      [...pairs, system.now],
    );
    await system.tx.query(
      `UPDATE share_grant SET credential_id = pair.by_id
       FROM unnest($1::uuid[], $2::uuid[]) AS pair (old_id, by_id) WHERE share_grant.credential_id = pair.old_id`,
      pairs,
    );
    for (const { credential } of superseded) system.forget('credential', credential.id);
    await this.statusLists.publishOf(
      system,
      superseded.map(({ credential }) => credential.awardId),
    );
  }
}
