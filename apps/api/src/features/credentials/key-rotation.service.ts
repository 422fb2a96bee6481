import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { audit } from '../../platform/audit/audit.js';
import { SigningKeysService } from './signing-keys.service.js';
import { StatusListsService } from './status-lists.service.js';

/** Why keys are followed by others, and who wants it. */
export interface RotationOrder {
  reason: string;
  /** Nothing that they signed counts any more. */
  compromised: boolean;
  /** Whoever asked for it on the screen; nobody where the host's command did. */
  askedBy?: string;
}

export interface Rotation {
  to: string[];
  lists: number;
}

/** Ends the keys that sign now and has others follow them. Where the private halves are: in the worker and on the host. */
@Injectable()
export class KeyRotationService {
  constructor(
    private readonly keys: SigningKeysService,
    private readonly statusLists: StatusListsService,
  ) {}

  /** `expected`: only while this key still signs; null when another one does. */
  async rotate(system: Viewer, order: RotationOrder, expected?: string): Promise<Rotation | null> {
    await system.tx.aloneIn('issuer keys');
    const now = await system.tx.query<{ multikey: string }>(
      'SELECT multikey FROM issuer_key WHERE did = $1 AND retired_at IS NULL AND revoked_at IS NULL',
      [this.keys.did],
    );
    const from = now.map(({ multikey }) => multikey);
    if (expected !== undefined && !from.includes(expected)) return null;
    await system.tx.query(
      `UPDATE issuer_key SET retired_at = coalesce(retired_at, $2), revoked_at = CASE WHEN $3 THEN $2 ELSE revoked_at END
       WHERE multikey = ANY ($1)`,
      [from, system.now, order.compromised],
    );
    const made = [await this.keys.add(system, 'PROOF'), await this.keys.add(system, 'TOKEN')];
    const to = made.map(({ id }) => id);
    const lists = await this.statusLists.publishAll(system);
    await audit(system, { operation: 'issuer rotate', target: this.keys.did, detail: { ...order, from, to } });
    return { to, lists };
  }
}
