import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { newId } from '../../platform/database/id.js';
import { recordAll } from '../../platform/events/event.js';
import type { StatusCause } from '../credentials/credential.entity.js';
import { CredentialStatusService } from '../credentials/credential-status.service.js';
import { CredentialChanged } from './credential-life.events.js';

export interface ManyWithdrawn {
  readonly cause: StatusCause;
  /** What the holders read. */
  readonly reason: string;
  readonly by: string;
}

/** Withdraws many credentials in one go, for one reason; for the worker. Each has its own line in its history. */
@Injectable()
export class WithdrawManyService {
  constructor(private readonly statuses: CredentialStatusService) {}

  /** Gives how many were withdrawn: what was withdrawn before stays as it was. */
  async ofAwards(system: Viewer, awardIds: readonly string[], { cause, reason, by }: ManyWithdrawn): Promise<number> {
    const standing = await system.tx.query<{ id: string; awardId: string; personId: string }>(
      `SELECT id, award_id AS "awardId", person_id AS "personId" FROM credential
       WHERE award_id = ANY ($1::uuid[]) AND superseded_by IS NULL AND status <> 'REVOKED' ORDER BY id`,
      [awardIds],
    );
    if (standing.length === 0) return 0;
    const ids = standing.map(({ id }) => id);
    const changes = standing.map((each) => ({ ...each, changeId: newId() }));
    // What else somebody wanted done to them is settled by this.
    await system.tx.query(
      `UPDATE credential_change SET state = 'DECLINED', decided_by = coalesce(decided_by, $2), decided_at = coalesce(decided_at, $3)
       WHERE credential_id = ANY ($1::uuid[]) AND state IN ('PROPOSED', 'DECIDED')`,
      [ids, by, system.now],
    );
    await system.tx.query(
      `INSERT INTO credential_change (id, credential_id, person_id, kind, cause, reason, state, asked_by, asked_at, decided_by, decided_at, done_at)
       SELECT id, credential_id, person_id, 'REVOKE', $4, $5, 'DONE', $6, $7, $6, $7, $7
       FROM unnest($1::uuid[], $2::uuid[], $3::uuid[]) AS change (id, credential_id, person_id)`,
      [
        changes.map(({ changeId }) => changeId),
        ids,
        changes.map(({ personId }) => personId),
        ...[cause, reason, by, system.now],
      ],
    );
    await this.statuses.revokeAll(system, changes, cause);
    await recordAll(
      system,
      changes.map(({ changeId, id, personId }) => new CredentialChanged(changeId, id, personId)),
    );
    return changes.length;
  }
}
