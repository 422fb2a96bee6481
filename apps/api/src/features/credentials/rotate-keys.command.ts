import { Injectable } from '@nestjs/common';
import { Command } from '../../platform/commands/command.js';
import type { CommandContext } from '../../platform/commands/command-registry.js';
import { KeyRotationService } from './key-rotation.service.js';

/** New keys for what is signed from now on. On the host, because that is where the private halves are. */
@Injectable()
export class RotateKeysCommand extends Command {
  readonly name = 'issuer rotate';
  readonly usage = '--reason TEXT [--compromised]';
  readonly summary =
    'signs with new keys from now on; what the old ones signed stays good, or is refused everywhere when they are compromised';
  override readonly changes = true;
  override readonly options = { reason: { type: 'string' }, compromised: { type: 'boolean' } } as const;

  constructor(private readonly rotation: KeyRotationService) {
    super();
  }

  async run({ system, args, out, err }: CommandContext): Promise<number> {
    const { reason, compromised = false } = args.values;
    if (typeof reason !== 'string' || !reason.trim() || args.positionals.length > 0) {
      err('Say why with --reason; it is kept in the audit log.');
      return 1;
    }
    const done = await this.rotation.rotate(system, { reason, compromised: compromised === true });
    out(`${done?.to.join(' and ')} sign from now on. ${done?.lists} status lists were signed again.`);
    if (compromised)
      out('Everything that the old keys signed is refused by verifiers within a minute and has to be issued again.');
    return 0;
  }
}
