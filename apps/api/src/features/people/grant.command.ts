import { GRANTABLE_ROLES, type Role } from '@assay/access';
import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { audit } from '../../platform/audit/audit.js';
import { Command } from '../../platform/commands/command.js';
import type { CommandContext } from '../../platform/commands/command-registry.js';
import { Refusal } from '../../platform/graphql/refusal.js';
import { GrantsService } from './grants.service.js';
import type { OrgUnit } from './org-unit.entity.js';
import { PeopleService } from './people.service.js';
import { endOfDay } from './role-grant.rules.js';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The operator's way in when nobody who could give a role can sign in. Whoever may run it owns the host and the database anyway. */
@Injectable()
export class GrantCommand extends Command {
  readonly name = 'grant';
  readonly usage = 'MAIL ROLE [--unit "PATH / OF / UNIT"] [--until YYYY-MM-DD] --reason TEXT';
  readonly summary = `gives a role at once, for an operator who is locked out: ${GRANTABLE_ROLES.join(', ')}`;
  override readonly changes = true;
  override readonly options = {
    unit: { type: 'string' },
    until: { type: 'string' },
    reason: { type: 'string' },
  } as const;

  constructor(
    private readonly grants: GrantsService,
    private readonly people: PeopleService,
  ) {
    super();
  }

  async run({ system, args, out, err }: CommandContext): Promise<number> {
    const [mail, role] = args.positionals;
    const { unit, until, reason } = args.values;
    if (!mail || !role || args.positionals.length > 2) return says(err, `Use: npm run assay -- grant ${this.usage}`);
    const wanted = (GRANTABLE_ROLES as readonly Role[]).find((each) => each === role.toUpperCase());
    if (!wanted) return says(err, `There is no role “${role}” to give. There is: ${GRANTABLE_ROLES.join(', ')}.`);
    if (typeof reason !== 'string' || !reason.trim())
      return says(err, 'Say why with --reason; it is kept with the grant.');
    if (typeof until === 'string' && (!DAY.test(until) || Number.isNaN(endOfDay(until).getTime())))
      return says(err, 'The last day looks like 2026-12-31.');
    const person = await byMail(system, mail);
    if (!person) return says(err, `Nobody here has the mail address ${mail}.`);
    const scope = typeof unit === 'string' ? await this.unitAt(system, unit) : null;
    if (typeof unit === 'string' && !scope) return says(err, `There is no one unit “${unit}”. Write its whole path.`);

    const granted = await this.grants.grantFor(system, {
      personId: person.id,
      role: wanted,
      scopeUnitId: scope?.id ?? null,
      endsAt: typeof until === 'string' ? endOfDay(until) : null,
      reason,
      origin: 'COMMAND',
    });
    if (granted instanceof Refusal) return says(err, granted.message);
    await audit(system, {
      operation: 'grantRole',
      target: granted.id,
      detail: { by: 'command line', personId: person.id, role: granted.role },
    });
    out(`${person.name} is ${granted.role}${scope ? ` for ${String(unit)}` : ''} now.`);
    return 0;
  }

  /** By its whole path, or by a name that only one unit has. */
  private async unitAt(system: Viewer, path: string): Promise<OrgUnit | null> {
    const units = await this.people.orgUnits(system);
    const byId = new Map(units.map((each) => [each.id, each]));
    const pathOf = (each: OrgUnit): string[] => {
      const parent = each.parentId ? byId.get(each.parentId) : undefined;
      return [...(parent ? pathOf(parent) : []), each.name.toLowerCase()];
    };
    const wanted = path.split('/').map((word) => word.trim().toLowerCase());
    const found = units.filter((each) => {
      const full = pathOf(each);
      return wanted.length === 1 ? full.at(-1) === wanted[0] : full.join('/') === wanted.join('/');
    });
    return found.length === 1 ? (found[0] ?? null) : null;
  }
}

async function byMail(system: Viewer, mail: string): Promise<{ id: string; name: string } | null> {
  const [row] = await system.tx.query<{ id: string; name: string }>(
    'SELECT id, display_name AS name FROM person WHERE lower(email) = lower($1)',
    [mail],
  );
  return row ?? null;
}

function says(err: (line: string) => void, line: string): number {
  err(line);
  return 1;
}
