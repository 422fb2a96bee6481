import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Config } from '../config/config.js';
import { refuseWrongClock } from '../database/clock.js';
import { migrations } from '../database/migrations.js';
import { FileDriver } from '../storage/file-driver.js';
import { Command } from './command.js';
import type { CommandContext } from './command-registry.js';

type State = 'ok' | 'warn' | 'FAIL';

/** One thing that was looked at: how it is and, unless it is well, what to do. */
interface Finding {
  state: State;
  what: string;
  says: string;
}

const OLDEST_POSTGRESQL = 150_000;
const ROLES = ['app_api', 'app_issuer', 'app_reporting'];

/** Looks at everything an installation needs, and says what to do about what is missing. */
@Injectable()
export class DoctorCommand extends Command {
  readonly name = 'doctor';
  readonly usage = '';
  readonly summary = 'looks at everything an installation needs; exit code 1 when something must be mended';
  override readonly needsDatabase = false;

  constructor(
    private readonly config: Config,
    private readonly storage: FileDriver,
    @InjectDataSource() private readonly dataSource: DataSource,
  ) {
    super();
  }

  async run({ out }: CommandContext): Promise<number> {
    const findings = [...(await this.database()), await this.files(), ...settings(this.config)];
    const width = Math.max(...findings.map(({ what }) => what.length));
    for (const { state, what, says } of findings) out(`${state.padEnd(4)}  ${what.padEnd(width)}  ${says}`);
    const failed = findings.filter(({ state }) => state === 'FAIL').length;
    const warned = findings.filter(({ state }) => state === 'warn').length;
    out('');
    out(`${findings.length} looked at, ${warned} to know, ${failed} to mend.`);
    return failed > 0 ? 1 : 0;
  }

  private async database(): Promise<Finding[]> {
    try {
      if (!this.dataSource.isInitialized) await this.dataSource.initialize();
      const [row] = await this.dataSource.query<{ number: number; version: string }[]>(
        `SELECT current_setting('server_version_num')::int AS number, current_setting('server_version') AS version`,
      );
      const old = (row?.number ?? 0) < OLDEST_POSTGRESQL;
      return [
        of('Database', !old, `PostgreSQL ${row?.version}`, 'PostgreSQL 15 or newer is needed: move to a newer one.'),
        await attempt('Clock', () => refuseWrongClock(this.config.databaseUrl), 'agrees with the database'),
        await this.schema(),
        await this.roles(),
        await this.rowSecurity(),
        await this.queue(),
      ];
    } catch (error) {
      const reason = error instanceof Error ? error.message || error.name : String(error);
      return [fail('Database', `${reason}. Start Assay (npm start) or set DATABASE_URL to a server that answers.`)];
    }
  }

  private async schema(): Promise<Finding> {
    const known = migrations.map((each) => each.name);
    const [there] = await this.list<{ migrations: string | null }>(
      `SELECT to_regclass('migrations')::text AS migrations`,
    );
    const ran = there?.migrations ? await this.list<{ name: string }>('SELECT name FROM migrations') : [];
    const missing = known.filter((name) => !ran.some((row) => row.name === name));
    const newer = ran.filter((row) => !known.includes(row.name));
    if (newer.length > 0)
      return fail('Schema', `made by a newer version (${newer.map(({ name }) => name).join(', ')}). Run that version.`);
    if (missing.length > 0)
      return fail('Schema', `${missing.length} migrations have not run (${missing[0]} first). Start Assay once.`);
    return well('Schema', `${ran.length} migrations, none missing`);
  }

  private async roles(): Promise<Finding> {
    const there = await this.list<{ rolname: string; wide: boolean }>(
      `SELECT rolname, rolsuper OR rolbypassrls AS wide FROM pg_roles WHERE rolname = ANY (string_to_array($1, ','))`,
      [ROLES.join(',')],
    );
    const missing = ROLES.filter((role) => !there.some(({ rolname }) => rolname === role));
    const wide = there.filter((each) => each.wide).map(({ rolname }) => rolname);
    if (missing.length > 0) return fail('Roles', `${missing.join(', ')} missing. Start Assay once; it makes them.`);
    if (wide.length > 0)
      return fail('Roles', `${wide.join(', ')} may pass over row security. ALTER ROLE … NOSUPERUSER NOBYPASSRLS.`);
    return well('Roles', `${ROLES.join(', ')}; none may pass over row security`);
  }

  private async rowSecurity(): Promise<Finding> {
    const [row] = await this.list<{ on: number; tables: number }>(
      `SELECT count(*) FILTER (WHERE relrowsecurity)::int AS on, count(*)::int AS tables
       FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'`,
    );
    if (!row?.on)
      return fail('Row security', 'on no table. Start this version once; that brings the database up to date.');
    return well('Row security', `on ${row.on} of ${row.tables} tables`);
  }

  private async queue(): Promise<Finding> {
    const [there] = await this.list<{ job: string | null }>(`SELECT to_regclass('bullmq.job')::text AS job`);
    if (!there?.job) return fail('Queue', 'its tables are missing. Start Assay once; it makes them.');
    const [row] = await this.list<{ failed: number; waiting: number; late: number | null }>(
      `SELECT count(*) FILTER (WHERE state = 'failed')::int AS failed, count(*) FILTER (WHERE state = 'waiting')::int AS waiting,
         (extract(epoch FROM now()) - min(added_at_ms) FILTER (WHERE state = 'waiting') / 1000)::int AS late FROM bullmq.job`,
    );
    const says = `${row?.waiting ?? 0} jobs wait, ${row?.failed ?? 0} failed`;
    if ((row?.late ?? 0) > 60)
      return warn('Queue', `${says}; the oldest waits for ${row?.late} s. Is the worker running?`);
    if (row?.failed) return warn('Queue', `${says}. The administrator's issuance page shows and retries them.`);
    return well('Queue', says);
  }

  private files(): Promise<Finding> {
    const place = this.config.s3 ? `bucket ${this.config.s3.bucket}` : `folder ${this.config.dataDir}`;
    return attempt('Files', () => this.storage.check(), `${place} can be written to`);
  }

  private list<Row>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    return this.dataSource.query<Row[]>(sql, parameters);
  }
}

function settings(config: Config): Finding[] {
  const https = config.publicUrl.startsWith('https://');
  return [
    https
      ? well('Address', config.publicUrl)
      : warn(
          'Address',
          `${config.publicUrl} is not https. Set PUBLIC_URL before the first badge: badges name it for years.`,
        ),
    config.ownSessionSecret
      ? well('Session secret', 'set by SESSION_SECRET')
      : warn(
          'Session secret',
          'made by us and kept with the data. Set SESSION_SECRET where several processes or hosts share one installation.',
        ),
    config.demo
      ? warn('Demonstration', 'on: whoever reaches the address may be anybody. Set DEMO=false for real people.')
      : well('Demonstration', 'off'),
    config.officeProgram
      ? well('Office files', `shown as pages by ${config.officeProgram}`)
      : warn(
          'Office files',
          'only handed out. Install LibreOffice where the worker runs, or name it by OFFICE_PROGRAM, to show their pages.',
        ),
    warn('Mail', 'none is sent by this version: notices wait in the portal.'),
  ];
}

const well = (what: string, says: string): Finding => ({ state: 'ok', what, says });
const warn = (what: string, says: string): Finding => ({ state: 'warn', what, says });
const fail = (what: string, says: string): Finding => ({ state: 'FAIL', what, says });
const of = (what: string, isWell: boolean, says: string, mend: string): Finding =>
  isWell ? well(what, says) : fail(what, `${says}. ${mend}`);

async function attempt(what: string, look: () => Promise<unknown>, says: string): Promise<Finding> {
  try {
    await look();
    return well(what, says);
  } catch (error) {
    return fail(what, error instanceof Error ? error.message : String(error));
  }
}
