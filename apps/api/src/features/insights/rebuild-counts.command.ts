import { Injectable } from '@nestjs/common';
import { audit } from '../../platform/audit/audit.js';
import { Command } from '../../platform/commands/command.js';
import type { CommandContext } from '../../platform/commands/command-registry.js';

/** Standing and the counts of teams and units from the facts, as if nothing had been kept: after a restored dump, or a doubt. */
@Injectable()
export class RebuildCountsCommand extends Command {
  readonly name = 'counts rebuild';
  readonly usage = '';
  readonly summary = 'works out anew what is verified of everybody, and what every team and unit covers';
  override readonly changes = true;

  async run({ system, args, out, err }: CommandContext): Promise<number> {
    if (args.positionals.length > 0) {
      err('Use: counts rebuild');
      return 1;
    }
    const before = await counted(system.tx);
    await system.tx.query('SELECT rebuild_team_counts()');
    const after = await counted(system.tx);
    await audit(system, { operation: 'counts rebuild', target: null, detail: { before, after } });
    for (const [what, rows] of Object.entries(after)) out(`${rows.toLocaleString('en').padStart(11)}  ${what}`);
    return 0;
  }
}

async function counted(tx: CommandContext['system']['tx']): Promise<Record<string, number>> {
  const [rows] = await tx.query<Record<string, number>>(
    `SELECT (SELECT count(*)::int FROM verified_level) AS "verified levels", (SELECT count(*)::int FROM manager_line) AS "lines of managers",
       (SELECT count(*)::int FROM team_change) AS "counts of teams", (SELECT count(*)::int FROM line_change) AS "counts of everybody below",
       (SELECT count(*)::int FROM unit_change) AS "counts of units"`,
  );
  return rows ?? {};
}
