import { Injectable } from '@nestjs/common';
import { audit } from '../../platform/audit/audit.js';
import { Command } from '../../platform/commands/command.js';
import type { CommandContext } from '../../platform/commands/command-registry.js';
import { SigningKeysService } from './signing-keys.service.js';
import { StatusListsService } from './status-lists.service.js';

/** New keys for what is signed from now on. On the host, because that is where the private halves are. */
@Injectable()
export class RotateKeysCommand extends Command {
  readonly name = 'issuer rotate';
  readonly usage = '--reason TEXT [--compromised]';
  readonly summary =
    'signs with new keys from now on; what the old ones signed stays good, or is refused everywhere when they are compromised';
  override readonly changes = true;
  override readonly options = { reason: { type: 'string' }, compromised: { type: 'boolean' } } as const;

  constructor(
    private readonly keys: SigningKeysService,
    private readonly statusLists: StatusListsService,
  ) {
    super();
  }

  async run({ system, args, out, err }: CommandContext): Promise<number> {
    const { reason, compromised = false } = args.values;
    if (typeof reason !== 'string' || !reason.trim() || args.positionals.length > 0) {
      err('Say why with --reason; it is kept in the audit log.');
      return 1;
    }
    await system.tx.aloneIn('issuer keys');
    const old = await system.tx.query<{ multikey: string }>(
      `WITH ended AS (UPDATE issuer_key SET retired_at = coalesce(retired_at, $2), revoked_at = CASE WHEN $3 THEN $2 ELSE revoked_at END
         WHERE did = $1 AND retired_at IS NULL AND revoked_at IS NULL RETURNING multikey) SELECT multikey FROM ended`,
      [this.keys.did, system.now, compromised],
    );
    const made = [await this.keys.add(system, 'PROOF'), await this.keys.add(system, 'TOKEN')];
    const lists = await this.statusLists.publishAll(system);
    await audit(system, {
      operation: 'issuer rotate',
      target: this.keys.did,
      detail: { reason, compromised, from: old.map(({ multikey }) => multikey), to: made.map(({ id }) => id) },
    });
    out(`${made.map(({ id }) => id).join(' and ')} sign from now on. ${lists} status lists were signed again.`);
    if (compromised)
      out('Everything that the old keys signed is refused by verifiers within a minute and has to be issued again.');
    return 0;
  }
}
