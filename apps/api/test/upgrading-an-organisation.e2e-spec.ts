import pg from 'pg';
import { DataSource } from 'typeorm';
import { newId } from '../src/platform/database/id.js';
import { migrate } from '../src/platform/database/migrate.js';
import { migrations } from '../src/platform/database/migrations.js';
import { PeopleDates1700000000011 } from '../src/platform/database/migrations/0011-people-dates.js';

/** An organisation from before people had main employments: several at once were nothing special. */
describe('upgrading an organisation', () => {
  const name = `upgrade_${process.pid}_${Date.now()}`;
  const server = process.env.TEST_DATABASE_URL ?? '';
  const url = server.replace(/\/[^/]*$/, `/${name}`);
  let client: pg.Client;

  beforeAll(async () => {
    const admin = new pg.Client({ connectionString: server });
    await admin.connect();
    await admin.query(`CREATE DATABASE ${name}`);
    await admin.end();
    const before = migrations.slice(0, migrations.indexOf(PeopleDates1700000000011));
    const old = await new DataSource({
      type: 'postgres',
      url,
      migrations: before,
      installExtensions: false,
    }).initialize();
    await old.runMigrations({ transaction: 'each' });
    await old.destroy();
    client = new pg.Client({ connectionString: url });
    await client.connect();
  });
  afterAll(() => client.end());

  it('keeps every employment, and of those that overlap the latest is the main one', async () => {
    const person = newId();
    await client.query(
      `INSERT INTO person (id, display_name, email, created_at) VALUES ($1, 'Ada', 'ada@example.org', now())`,
      [person],
    );
    const spans = [
      ['2020-01-01', '2020-12-31'],
      ['2021-01-01', '2022-06-30'],
      ['2022-06-30', null],
      ['2023-01-01', null],
    ];
    for (const [startsOn, endsOn] of spans)
      await client.query(
        `INSERT INTO employment (id, person_id, job_title, starts_on, ends_on) VALUES ($1, $2, 'Fitter', $3, $4)`,
        [newId(), person, startsOn, endsOn],
      );
    await migrate(url);
    const { rows } = await client.query<{ day: string; main: boolean }>(
      'SELECT starts_on::text AS day, is_primary AS main FROM employment ORDER BY starts_on',
    );
    expect(rows).toEqual([
      { day: '2020-01-01', main: true },
      { day: '2021-01-01', main: false },
      { day: '2022-06-30', main: false },
      { day: '2023-01-01', main: true },
    ]);
    await expect(
      client.query(
        `INSERT INTO employment (id, person_id, job_title, starts_on) VALUES ($1, $2, 'Second', '2024-01-01')`,
        [newId(), person],
      ),
    ).rejects.toThrow('employment_one_primary');
  });
});
