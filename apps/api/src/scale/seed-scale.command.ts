import { resolve } from 'node:path';
import { Injectable } from '@nestjs/common';
import { OrganisationService } from '../features/people/organisation.service.js';
import type { Viewer } from '../platform/access/viewer.js';
import { Command } from '../platform/commands/command.js';
import type { CommandContext } from '../platform/commands/command-registry.js';
import { UK_FRAMEWORK } from './scale-framework.js';
import { ScaleOrganisation } from './scale-organisation.js';
import { planOf } from './scale-plan.rules.js';

/** Fills an empty installation with the organisation that the goals of speed are measured on. */
@Injectable()
export class SeedScaleCommand extends Command {
  readonly name = 'seed scale';
  readonly usage = '[--people N] [--skills N] [--credentials N] [--signed N] [--seed N]';
  readonly summary =
    'fills an empty installation with a generated organisation: 100,000 people, 14,000 skills, 1,000,000 credentials, 2,000,000 standings';
  override readonly changes = true;
  override readonly options = {
    people: { type: 'string' },
    skills: { type: 'string' },
    credentials: { type: 'string' },
    signed: { type: 'string' },
    seed: { type: 'string' },
  } as const;

  constructor(private readonly organisations: OrganisationService) {
    super();
  }

  async run({ system, args, app, out, err }: CommandContext): Promise<number> {
    const plan = planOf(args.values);
    const complaint = typeof plan === 'string' ? plan : args.positionals.length > 0 ? `Use: ${this.usage}` : null;
    if (typeof plan === 'string' || complaint) {
      err(complaint ?? '');
      return 1;
    }
    const there = await this.notEmpty(system);
    if (there) {
      err(`${there} Nothing was written: this fills an empty installation only. Start one with DEMO_DATA=false.`);
      return 1;
    }
    await system.tx.aloneIn('seed scale');
    if (!(await this.organisations.find(system)))
      await this.organisations.found(system, { organisationName: null, firstAdministrator: null });
    const begun = performance.now();
    const organisation = new ScaleOrganisation(app, system, plan, ({ what, rows, ms }) =>
      out(`${count(rows).padStart(11)}  ${what} (${seconds(ms)})`),
    );
    await organisation.fill(resolve(UK_FRAMEWORK));
    const [standings] = await system.tx.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM credential JOIN awarded_skill USING (achievement_version_id)`,
    );
    out(`${count(standings?.n ?? 0).padStart(11)}  standings, of a person and a skill`);
    out(`Seed ${plan.seed}, ${seconds(performance.now() - begun)} in all.`);
    return 0;
  }

  /** What is there that a generated organisation would drown. One person is the administrator of an installation just begun. */
  private async notEmpty(system: Viewer): Promise<string | null> {
    const [there] = await system.tx.query<{ people: number; skills: number; name: string | null }>(
      `SELECT (SELECT count(*)::int FROM person) AS people, (SELECT count(*)::int FROM skill) AS skills,
         (SELECT name FROM organisation) AS name`,
    );
    if (!there || (there.people <= 1 && there.skills === 0)) return null;
    return `“${there.name ?? 'This installation'}” has ${count(there.people)} people and ${count(there.skills)} skills.`;
  }
}

const count = (value: number) => value.toLocaleString('en');
const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;
