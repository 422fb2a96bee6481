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

  /** Ends an edition in favour of the one that says it right. Links that its holder made show the new one from now on. */
  async supersede(system: Viewer, credential: Credential, byId: string): Promise<void> {
    await system.tx.query(
      `UPDATE credential SET status = 'REVOKED', status_cause = 'CORRECTED', status_since = $2, superseded_by = $3 WHERE id = $1`,
      [credential.id, system.now, byId],
    );
    await system.tx.query('UPDATE share_grant SET credential_id = $2 WHERE credential_id = $1', [credential.id, byId]);
    system.forget('credential', credential.id);
    await this.statusLists.publishOf(system, [credential.awardId]);
  }
}
