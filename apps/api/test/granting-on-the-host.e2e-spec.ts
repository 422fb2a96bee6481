import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '../src/app.module.js';
import { CommandLine } from '../src/platform/commands/command-line.js';
import { Config } from '../src/platform/config/config.js';
import { startApi, type TestApi } from './support/api.js';
import { addUnit } from './support/grants.js';
import { addPeople, foundOrganisation } from './support/programme.js';

/** Nobody who could give a role can sign in; the operator can. */
describe('granting on the host', () => {
  let api: TestApi;
  let mail: string;
  let kit: string;
  let host: INestApplicationContext;

  beforeAll(async () => {
    api = await startApi();
    const config = new Config({ NODE_ENV: 'test', DATABASE_URL: api.databaseUrl, LOG_LEVEL: 'error' });
    const options = { logger: false, abortOnError: false } as const;
    host = await NestFactory.createApplicationContext(AppModule.with(config, { connect: false }), options);
    await foundOrganisation(api);
    const people = await addPeople(api, { kit: [], ada: ['AUDITOR'] });
    kit = people.kit;
    mail = `kit.${kit}@example.org`;
    const operations = await addUnit(api, 'Operations');
    await addUnit(api, 'Networks', operations);
    await addUnit(api, 'Networks', await addUnit(api, 'Research'));
  });
  afterAll(async () => {
    await host.close();
    await api.close();
  });

  async function grant(...words: string[]): Promise<{ code: number; said: string }> {
    const said: string[] = [];
    const say = (line: string) => said.push(line);
    const code = await host.get(CommandLine).run(host, ['grant', ...words], { out: say, err: say });
    return { code, said: said.join('\n') };
  }
  const permissions = async () =>
    (await (await api.as(kit)).query<{ viewer: { permissions: string[] } }>('{ viewer { permissions } }')).viewer
      .permissions;

  it('says what is missing or wrong, and changes nothing', async () => {
    const because = ['--reason', 'Locked out'];
    expect(await grant(mail, 'ADMINISTRATOR')).toMatchObject({ code: 1, said: expect.stringMatching(/--reason/) });
    expect(await grant(mail, ...because)).toMatchObject({ code: 1, said: expect.stringMatching(/^Use: /) });
    expect((await grant('nobody@example.org', 'ADMINISTRATOR', ...because)).said).toMatch(/Nobody here/);
    expect((await grant(mail, 'KING', ...because)).said).toMatch(/There is no role “KING”/);
    expect((await grant(mail, 'ASSESSOR', '--unit', 'Networks', ...because)).said).toMatch(/no one unit/);
    expect((await grant(mail, 'ASSESSOR', '--until', 'soon', ...because)).said).toMatch(/2026-12-31/);
    expect(await api.sql(`SELECT 1 FROM role_grant WHERE person_id = $1`, [kit])).toEqual([]);
    expect(await permissions()).not.toContain('people.manage');
  });

  it('gives a role at once, within a unit named by its path, and leaves its traces', async () => {
    const done = await grant(mail, 'administrator', '--unit', 'Operations / Networks', '--reason', 'Locked out');
    expect(done).toEqual({ code: 0, said: 'kit is ADMINISTRATOR for Operations / Networks now.' });
    expect(await permissions()).toContain('people.manage');
    expect(await permissions()).not.toContain('audit.read');
    const [kept] = await api.sql<{ origin: string; reason: string; approval: string; granted_by: null }>(
      'SELECT origin, reason, approval, granted_by FROM role_grant WHERE person_id = $1',
      [kit],
    );
    expect(kept).toEqual({ origin: 'COMMAND', reason: 'Locked out', approval: 'NOT_NEEDED', granted_by: null });
    const rows = await api.sql<{ operation: string }>(
      `SELECT operation FROM audit_entry WHERE operation IN ('grantRole', 'assay grant') ORDER BY operation`,
    );
    expect(rows.map(({ operation }) => operation)).toEqual(['assay grant', 'grantRole']);
  });

  it('keeps auditors apart here, too', async () => {
    expect((await grant(mail, 'AUDITOR', '--reason', 'Both')).said).toMatch(/^Auditors change nothing/);
  });
});
