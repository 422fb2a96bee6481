import type { INestApplicationContext } from '@nestjs/common';
import { CredentialsService } from '../features/credentials/credentials.service.js';
import { IssuanceService } from '../features/credentials/issuance.service.js';
import { type FrameworkContent, FrameworkWriter } from '../features/skills/framework-writer.service.js';
import { FrameworksService } from '../features/skills/frameworks.service.js';
import type { Viewer } from '../platform/access/viewer.js';
import { Refusal } from '../platform/graphql/refusal.js';
import { holdings, type Pair, requestOf, writeAchievements, writeRows } from './scale-credentials.js';
import { inventedFramework, ukFramework } from './scale-framework.js';
import { invent, writeJobs, writePeople } from './scale-people.js';
import type { ScalePlan } from './scale-plan.rules.js';
import { writeRoles } from './scale-roles.js';
import { writeStatements } from './scale-statements.js';
import { Seeded } from './seeded.rules.js';

/** What it is called: nobody takes it for an organisation of people. */
export const SCALE_ORGANISATION = 'Generated, for measuring';
const NOTICE = 'Generated for measuring. Nobody in it exists.';
const SIGNED_AT_A_TIME = 200;

interface Step {
  what: string;
  rows: number;
  ms: number;
}

interface Rung {
  id: string;
  roleId: string;
  name: string;
}

/** Fills an empty installation with an organisation of the size that the goals of speed speak of; the same for the same seed. */
export class ScaleOrganisation {
  readonly steps: Step[] = [];
  private readonly seeded: Seeded;

  constructor(
    readonly app: INestApplicationContext,
    readonly system: Viewer,
    private readonly plan: ScalePlan,
    private readonly told: (step: Step) => void,
  ) {
    this.seeded = new Seeded(plan.seed);
  }

  async fill(ukPath: string): Promise<void> {
    const { system, plan, seeded } = this;
    await system.tx.query(`SELECT set_config('work_mem', '128MB', true)`);
    const uk = ukFramework(ukPath);
    await this.step(uk ? 'skills (UK framework and invented)' : 'skills (invented)', () => this.writeFrameworks(uk));
    const [skills, rungs] = [await this.skills(), await this.rungs()];
    let pairs: Pair[] = [];
    await this.step('achievements', async () => {
      pairs = await writeAchievements(system, skills, seeded);
      return pairs.length * 4;
    });
    const asked = await this.asked(rungs, pairs);
    const people = invent(plan, rungs.length, seeded);
    await this.step('people', async () => {
      await writePeople(system, people);
      await system.tx.query('SELECT count_rows_anew()');
      return people.length;
    });
    const held = holdings(plan, people, asked, pairs, { now: system.now, seeded });
    await this.step('credentials, signed', () => this.sign(held));
    await this.step('credentials, as rows', async () => {
      const written = await writeRows(system, held, seeded);
      await system.tx.query('SELECT count_rows_anew()');
      return written;
    });
    await this.step('jobs, and the counts of every team', async () => {
      await writeJobs(system, people, rungs, seeded);
      return people.length;
    });
    await this.step('claims, observations and goals', async () => {
      const { claims, observations, goals } = await writeStatements(system, people, asked, pairs, rungs, seeded);
      return claims + observations + goals;
    });
    await this.step('rows in the counts of teams, once folded', () => this.fold());
    await this.name();
    await writeRoles(this, people, rungs, asked, pairs);
  }

  private async step(what: string, run: () => Promise<number>): Promise<void> {
    const begun = performance.now();
    const rows = await run();
    const step = { what, rows, ms: performance.now() - begun };
    this.steps.push(step);
    this.told(step);
  }

  private async writeFrameworks(uk: FrameworkContent | null): Promise<number> {
    if (uk)
      await this.publish(uk, {
        title: 'UK Government Digital and Data Profession Capability Framework',
        publisher: 'UK Government',
        licence: 'OGL-UK-3.0',
        attribution:
          'Contains public sector information licensed under the Open Government Licence v3.0. (c) Crown copyright.',
      });
    const missing = Math.max(0, this.plan.skills - (uk?.skills.length ?? 0));
    const about = { publisher: 'Assay', licence: 'CC0-1.0', attribution: NOTICE };
    await this.publish(inventedFramework(missing, this.seeded), { ...about, title: 'Generated skills' });
    return (uk?.skills.length ?? 0) + missing;
  }

  private async publish(
    content: FrameworkContent,
    about: { title: string; publisher: string; licence: string; attribution: string },
  ): Promise<void> {
    const order = { ...about, version: '1', sourceUrl: null };
    const draft = await this.app.get(FrameworkWriter).draft(this.system, order, content);
    const published = await this.app.get(FrameworksService).publish(this.system, draft.id);
    if (published instanceof Refusal) throw new Error(`${about.title} was not published: ${published.message}`);
  }

  /** In the order of their codes within their framework: ids differ from run to run, places do not. */
  private skills(): Promise<{ id: string; name: string }[]> {
    return this.system.tx.query(
      `SELECT skill.id, revision.name FROM skill JOIN skill_revision revision ON revision.skill_id = skill.id
       JOIN skill_framework framework ON framework.id = revision.framework_id
       ORDER BY framework.title DESC, length(skill.code), skill.code`,
    );
  }

  private rungs(): Promise<Rung[]> {
    return this.system.tx.query(
      `SELECT rung.id, rung.role_id AS "roleId", rung.name FROM job_role_level rung JOIN skill_framework framework ON framework.id = rung.framework_id
       JOIN job_role role ON role.id = rung.role_id ORDER BY framework.title DESC, role.code, rung."order"`,
    );
  }

  /** Of each rung: the pairs that hold a skill it asks for, at the level it asks. */
  private async asked(rungs: readonly Rung[], pairs: readonly Pair[]): Promise<{ pair: number; level: number }[][]> {
    const places = new Map(pairs.flatMap(({ skills }, pair) => skills.map((skill) => [skill, pair] as const)));
    const rows = await this.system.tx.query<{ rungId: string; skillId: string; level: number }>(
      `SELECT job_role_level_id AS "rungId", skill_id AS "skillId", coalesce(level_ordinal, 1) AS level
       FROM job_role_requirement JOIN skill ON skill.id = skill_id ORDER BY must_have DESC, length(code), code`,
    );
    const byRung = new Map(rungs.map(({ id }) => [id, new Map<number, number>()]));
    for (const { rungId, skillId, level } of rows) {
      const pair = places.get(skillId);
      const ofRung = byRung.get(rungId);
      if (pair !== undefined && ofRung) ofRung.set(pair, Math.max(level, ofRung.get(pair) ?? 0));
    }
    return rungs.map(({ id }) => [...(byRung.get(id) ?? [])].map(([pair, level]) => ({ pair, level })));
  }

  /** By the product's own way: a plan, a place in the register, a signature. What is left of the generator becomes rows. */
  private async sign(held: ReturnType<typeof holdings>): Promise<number> {
    const { system, plan, seeded, app } = this;
    const requests = [];
    while (requests.length < plan.signed) {
      const next = held.next();
      if (next.done) break;
      requests.push(requestOf(next.value, seeded));
    }
    for (let from = 0; from < requests.length; from += SIGNED_AT_A_TIME) {
      const awards = await app.get(CredentialsService).awardAll(system, requests.slice(from, from + SIGNED_AT_A_TIME));
      await app.get(IssuanceService).issue(
        system,
        awards.map(({ id }) => id),
      );
    }
    return requests.length;
  }

  private async fold(): Promise<number> {
    await this.system.tx.query('SELECT fold_team_changes($1)', [this.system.now]);
    const [row] = await this.system.tx.query<{ n: number }>('SELECT count(*)::int AS n FROM team_change');
    return row?.n ?? 0;
  }

  private async name(): Promise<void> {
    await this.system.tx.query('UPDATE organisation SET name = $1, notice = $2, is_demo = true', [
      SCALE_ORGANISATION,
      NOTICE,
    ]);
  }
}
