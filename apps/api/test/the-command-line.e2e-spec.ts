import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '../src/app.module.js';
import { CommandLine } from '../src/platform/commands/command-line.js';
import { Config } from '../src/platform/config/config.js';
import { startApi, type TestApi } from './support/api.js';
import { organisationAsItIs } from './support/people-imports.js';
import { addAchievement, addPeople, addSkill, foundOrganisation } from './support/programme.js';

interface Said {
  code: number;
  out: string[];
  err: string[];
}

describe('the command line', () => {
  let api: TestApi;
  let folder: string;

  beforeAll(async () => {
    api = await startApi();
    await foundOrganisation(api);
    await addPeople(api, { ada: ['ADMINISTRATOR'] });
    folder = await mkdtemp(join(tmpdir(), 'assay-command-'));
  });
  afterAll(async () => {
    for (const door of doors.values()) await door.close();
    await rm(folder, { recursive: true, force: true });
    await api.close();
  });

  /** As `npm run assay -- …` does it: a door of its own, on this database. One for each set of settings. */
  const doors = new Map<string, INestApplicationContext>();
  async function assay(words: string[], env: Record<string, string> = {}): Promise<Said> {
    const app = doors.get(JSON.stringify(env)) ?? (await open(env));
    doors.set(JSON.stringify(env), app);
    const said: Said = { code: 0, out: [], err: [] };
    said.code = await app.get(CommandLine).run(app, words, {
      out: (line) => said.out.push(line),
      err: (line) => said.err.push(line),
    });
    return said;
  }

  function open(env: Record<string, string>): Promise<INestApplicationContext> {
    const config = new Config({
      NODE_ENV: 'test',
      DATABASE_URL: api.databaseUrl,
      DATA_DIR: folder,
      PUBLIC_URL: 'https://badges.example.org',
      SESSION_SECRET: 'x'.repeat(40),
      LOG_LEVEL: 'error',
      ...env,
    });
    return NestFactory.createApplicationContext(AppModule.with(config, { connect: false }), {
      logger: false,
      abortOnError: false,
    });
  }

  const write = async (name: string, ...lines: string[]) => {
    const path = join(folder, name);
    await writeFile(path, `${lines.join('\n')}\n`);
    return path;
  };
  const audited = () =>
    api.sql<{ operation: string; by: string; options: string[] }>(
      `SELECT operation, detail ->> 'by' AS by, detail -> 'options' AS options FROM audit_entry WHERE operation LIKE 'assay %' ORDER BY at`,
    );

  it('lists what there is, also without a database, and says what it does not know', async () => {
    const nowhere = { DATABASE_URL: 'postgres://127.0.0.1:1/none' };
    const { code, out } = await assay([], nowhere);
    expect(code).toBe(0);
    expect(out.join('\n')).toMatch(/doctor\n[\s\S]*people import FILE/);
    const unknown = await assay(['make', 'coffee'], nowhere);
    expect([unknown.code, unknown.err[0]]).toEqual([2, 'There is no command “make coffee”.\n']);
    const without = await assay(['people', 'import', 'x.csv'], nowhere);
    expect([without.code, without.err[0]]).toEqual([1, expect.stringMatching(/The database cannot be used/) as string]);
    expect((await assay(['doctor', '--sing'], nowhere)).code).toBe(2);
  });

  it('doctor: each line is well, worth knowing or to be mended, and the exit code says which', async () => {
    const healthy = await assay(['doctor']);
    const looked = (what: string, said: Said) => said.out.find((line) => line.slice(6).startsWith(what)) ?? '';
    for (const what of ['Database', 'Clock', 'Schema', 'Queue', 'Files', 'Address', 'Session secret', 'Demonstration'])
      expect(looked(what, healthy)).toMatch(/^ok/);
    expect(looked('Mail', healthy)).toMatch(/^warn/);
    expect(healthy.code).toBe(0);

    await api.sql(`INSERT INTO migrations (timestamp, name) VALUES (1, 'FromTheFuture1799999999999')`);
    const newer = await assay(['doctor'], { DEMO: 'true', PUBLIC_URL: 'http://localhost:4000', SESSION_SECRET: '' });
    await api.sql(`DELETE FROM migrations WHERE name LIKE 'FromTheFuture%'`);
    expect(looked('Schema', newer)).toMatch(/^FAIL.*newer version/);
    for (const what of ['Address', 'Session secret', 'Demonstration']) expect(looked(what, newer)).toMatch(/^warn/);
    expect(newer.code).toBe(1);

    const dark = await assay(['doctor'], { DATABASE_URL: 'postgres://127.0.0.1:1/none' });
    expect(looked('Database', dark)).toMatch(/^FAIL.*Start Assay/);
    expect(dark.code).toBe(1);
  });

  it('refuses to work on a schema of another version', async () => {
    await api.sql(`INSERT INTO migrations (timestamp, name) VALUES (1, 'FromTheFuture1799999999999')`);
    const { code, err } = await assay(['people', 'import', 'x.csv']);
    await api.sql(`DELETE FROM migrations WHERE name LIKE 'FromTheFuture%'`);
    expect([code, err[0]]).toEqual([1, expect.stringMatching(/this version knows/) as string]);
  });

  it('people import: shows first, does it when told, and leaves its name in the audit log', async () => {
    const path = await write(
      'people.csv',
      'Number,Name,Email,Title,Unit,Boss',
      '1,Ines Okafor,ines@example.org,Director,Works,',
      '2,Ben Cole,ben@example.org,Fitter,Works,1',
    );
    const before = await organisationAsItIs(api);
    const words = ['people', 'import', path, '--map', 'Boss=MANAGER_NUMBER'];
    const shown = await assay(words);
    expect(shown.out).toContain('2 rows: 2 new, 0 changed, 0 unchanged, 0 would leave, 0 with problems.');
    expect([shown.code, shown.out.at(-1)]).toEqual([0, 'Nothing was changed. The same with --apply does it.']);
    expect(await organisationAsItIs(api)).toBe(before);

    expect(await assay([...words, '--apply'])).toMatchObject({ code: 0, err: [] });
    const [ben] = await api.sql(
      'SELECT m.display_name AS manager FROM person p JOIN employment e ON e.person_id = p.id JOIN person m ON m.id = e.manager_id',
    );
    expect(ben).toEqual({ manager: 'Ines Okafor' });
    expect((await audited()).at(-1)).toEqual({
      operation: 'assay people import',
      by: expect.stringMatching(/^command line, \w+/) as string,
      options: ['apply', 'map'],
    });
  });

  it('seed scale: fills nothing that somebody uses, and nothing of a size that cannot be', async () => {
    const before = await organisationAsItIs(api);
    const { code, err } = await assay(['seed', 'scale', '--people', '2000']);
    expect([code, err[0]]).toEqual([1, expect.stringMatching(/has \d+ people .* Nothing was written/) as string]);
    expect(await assay(['seed', 'scale', '--people', '7'])).toMatchObject({
      code: 1,
      err: ['--people 7: a whole number from 20 up to 10000000.'],
    });
    expect(await organisationAsItIs(api)).toBe(before);
  });

  it('counts rebuild: finds what was kept, and says how much it is', async () => {
    const kept = () => api.sql('SELECT * FROM verified_level ORDER BY person_id, skill_id, credential_id, stands_from');
    const before = await kept();
    const { code, out } = await assay(['counts', 'rebuild']);
    expect([code, out.length]).toEqual([0, 5]);
    expect(out[0]).toMatch(/verified levels$/);
    expect(await kept()).toEqual(before);
    expect((await assay(['counts', 'rebuild', 'all'])).code).toBe(1);
  });

  it('badges issue: names row and column of what is wrong, gives nothing while it only looks, and then all of it', async () => {
    const { bo } = await addPeople(api, { bo: ['PROGRAMME_OWNER'] });
    const by = ['--by', `bo.${bo}@example.org`];
    const draft = await addAchievement(api, (await addSkill(api, 'Knows the site')).id, 'Site induction', 'DRAFT');
    await api.sql(`UPDATE achievement_version SET route = 'COMPLETION' WHERE id = $1`, [draft.id]);
    await api.sql(`UPDATE achievement_version SET state = 'PUBLISHED', published_at = now() WHERE id = $1`, [draft.id]);
    const given = () =>
      api.sql<{ mail: string; list: string }>(
        `SELECT email AS mail, file_name AS list FROM award JOIN person ON person.id = person_id
         JOIN bulk_issue ON bulk_issue.id = bulk_issue_id ORDER BY email`,
      );
    const path = await write(
      'badges.csv',
      'Email,Badge',
      'ben@example.org,Site induction',
      'ines@example.org,Site induction',
    );

    const wrong = await write(
      'wrong.csv',
      'Email,Badge',
      'ben@example.org,Site induction',
      'nobody@example.org,Site induction',
    );
    const refused = await assay(['badges', 'issue', wrong, ...by]);
    expect([refused.code, refused.err[0]]).toEqual([
      1,
      'Row 3, Email: There is nobody with the mail address “nobody@example.org”.',
    ]);
    for (const [words, said] of [
      [[path], /--by MAIL/],
      [[path, '--by', 'ben@example.org'], /may give badges/],
      [[join(folder, 'none.csv'), ...by], /There is no file/],
      [[path, ...by, '--badge', 'Welding'], /No badge called “Welding”/],
    ] as const) {
      const { code, err } = await assay(['badges', 'issue', ...words]);
      expect([code, err[0]]).toEqual([1, expect.stringMatching(said) as string]);
    }
    const checked = await assay(['badges', 'issue', path, ...by, '--check']);
    expect(checked.out).toContain('2 rows: 2 badges to give, 0 held already, 0 with problems.');
    expect(checked.out.slice(-3)).toEqual([
      'Row 2: Ben Cole: Site induction',
      'Row 3: Ines Okafor: Site induction',
      'Nothing was given. The same without --check does it.',
    ]);
    expect(await given()).toEqual([]);

    const done = await assay(['badges', 'issue', path, ...by]);
    expect([done.code, done.err]).toEqual([0, []]);
    expect(await given()).toEqual([
      { mail: 'ben@example.org', list: 'badges.csv' },
      { mail: 'ines@example.org', list: 'badges.csv' },
    ]);
    // The same trace as from the screen, in the name of whoever gives them; a second time there is nothing to give.
    const [trace] = await api.sql<{ actor: string }>(
      `SELECT actor_id AS actor FROM audit_entry WHERE operation = 'applyBulkIssue'`,
    );
    expect(trace?.actor).toBe(bo);
    expect((await assay(['badges', 'issue', path, ...by])).err).toEqual([
      'There is nothing to give: everybody holds it already.',
    ]);
  });

  it('people import: a file with a problem changes nothing, and says row and field', async () => {
    const before = await organisationAsItIs(api);
    const rows = (await audited()).length;
    const path = await write(
      'bad.csv',
      'Number,Name,Email,Title',
      '3,Cid Reyes,cid@example.org,Fitter',
      '4,Eve Holm,no mail,Fitter',
    );
    const { code, err } = await assay(['people', 'import', path, '--apply']);
    expect([code, err[0]]).toEqual([1, 'Row 3, email: “no mail” is not a mail address.']);
    expect(await organisationAsItIs(api)).toBe(before);
    expect(await audited()).toHaveLength(rows);
    expect((await assay(['people', 'import', path, '--from', 'tomorrow'])).err).toEqual([
      'A day looks like 2026-11-03.',
    ]);
    expect((await assay(['people', 'import', path, '--map', 'Nothing=EMAIL'])).code).toBe(1);
  });
});
