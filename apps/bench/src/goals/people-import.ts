import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { OwnProduct } from '../product/own-product.js';
import type { Measured } from './goal.js';
import { copyOf, databaseCpu, postmasterOf, run } from './command-cost.js';

const ROUNDS = 4;
const MOST_RESIDENT_MB = 1_024;
const HEADERS = 'Employee ID,Name,Email,Job title,Department,Manager ID';

/**
 * P9: a personnel file of many people by the command line, read, compared with what is recorded, and merged. Beside it the
 * floor: the bare COPY of the same file into a table of texts with its key, the personnel number: without one nothing could
 * be compared. What opening the door of the command line costs without a
 * command is taken off. In turns, so that what else the machine does meets all.
 */
export async function peopleImport(people: number): Promise<Measured[]> {
  const product = await OwnProduct.start();
  try {
    await product.kill('api');
    const postmaster = await postmasterOf(product);
    const file = write(product, 'people.csv', people, 'Engineer');
    const few = write(product, 'few.csv', people, 'Specialist', 100);
    // Each change is of a later day than the last: the job before it ends, and another begins.
    let day = 2 * ROUNDS + 1;
    const first = await run(product, postmaster, importOf(file, day));
    if (!first.said.includes(`${people} new`)) throw new Error(`The first import said: ${first.said}`);
    // What the database tidies by itself after so many rows is done now, and not into the middle of a measurement.
    await product.sql('ALTER SYSTEM SET autovacuum = off');
    await product.sql('SELECT pg_reload_conf()');
    await product.sql('VACUUM ANALYZE');

    const seen = { door: [] as number[], floor: [] as number[], same: [] as number[], few: [] as number[] };
    let resident = first.residentMb;
    let written = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      seen.door.push((await run(product, postmaster, [])).cpuMs);
      seen.floor.push(await floor(product, postmaster, file));
      const before = await rowsWritten(product);
      const same = await run(product, postmaster, importOf(file, day));
      written += (await rowsWritten(product)) - before;
      // There and back: each round finds one in a hundred to be different.
      day -= 1;
      const changed = await run(product, postmaster, importOf(few, day));
      if (!changed.said.includes(`${people / 100} changed`)) throw new Error(`The changed file said: ${changed.said}`);
      day -= 1;
      await run(product, postmaster, importOf(file, day));
      seen.same.push(same.cpuMs);
      seen.few.push(changed.cpuMs);
      resident = Math.max(resident, same.residentMb, changed.residentMb);
    }
    const door = least(seen.door);
    const [{ n: jobs } = { n: 0 }] = await product.sql<{ n: number }>('SELECT count(*)::int AS n FROM employment');
    if (jobs !== people + (2 * ROUNDS * people) / 100)
      throw new Error(`There are ${jobs} jobs: not all that changed ended.`);
    const bare = least(seen.floor);
    const cost = (values: number[]) => least(values) - door;
    const crowd = people.toLocaleString('en');
    const finished = await constrainedFloor(product, postmaster);
    const small = resident <= MOST_RESIDENT_MB;
    return [
      {
        goal: 'P9',
        what: `the file of ${crowd} people again, unchanged (${written} rows written; ${Math.round(resident)} MB at most)`,
        ours: cost(seen.same),
        peer: null,
        floor: bare,
        unit: 'CPU ms',
        gate: '≤ 3 × COPY (with 1.3 for noise), 0 rows written, < 1 GiB',
        ok: cost(seen.same) <= 3 * 1.3 * bare && written === 0 && small,
      },
      {
        goal: 'P9',
        what: `the same file with one in a hundred changed (${people / 100} employments end, as many begin)`,
        ours: cost(seen.few),
        peer: null,
        floor: bare,
        unit: 'CPU ms',
        gate: '≤ 3 × COPY (with 1.3 for noise)',
        ok: cost(seen.few) <= 3 * 1.3 * bare,
      },
      {
        goal: 'P9',
        what: `the first time: ${crowd} people and employments written, with all their indexes and checks`,
        ours: first.cpuMs - door,
        peer: null,
        floor: finished,
        unit: 'CPU ms',
        gate: '≤ 3 × COPY of finished rows into the same tables (with 1.3 for noise)',
        ok: first.cpuMs - door <= 3 * 1.3 * finished,
      },
    ];
  } finally {
    await product.stop();
  }
}

/** What else the machine does only ever adds to the CPU time of a thing, so the least is nearest to it: of all alike. */
const least = (values: number[]) => Math.min(...values);

/** As of so many days ago. */
const importOf = (file: string, daysAgo: number) => {
  const from = new Date(Date.now() - daysAgo * 86_400_000).toISOString().slice(0, 10);
  return ['people', 'import', file, '--apply', '--from', from];
};

/** Everybody has a manager but one; 300 units in ten divisions. With `every`, one in so many has another title. */
function write(product: OwnProduct, name: string, people: number, title: string, every = 1): string {
  const lines = [HEADERS];
  for (let n = 1; n <= people; n += 1) {
    const job = n % every === 0 ? title : 'Engineer';
    const manager = n === 1 ? '' : Math.max(1, Math.floor(n / 8));
    lines.push(
      `${n},Person ${n},person.${n}@example.org,${job} ${n % 40},Division ${n % 10} / Unit ${n % 300},${manager}`,
    );
  }
  const path = join(product.folder, name);
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
}

/** The bare COPY of the file into a table of texts with its key, sent from a file in this process. */
async function floor(product: OwnProduct, postmaster: number, file: string): Promise<number> {
  const client = new pg.Client({ connectionString: product.databaseUrl });
  client.on('error', () => undefined);
  await client.connect();
  await client.query('CREATE TABLE floor (a text PRIMARY KEY, b text, c text, d text, e text, f text)');
  const [before, own] = [databaseCpu(postmaster), process.cpuUsage()];
  await copyOf(client, 'COPY floor FROM STDIN (FORMAT csv, HEADER true)', file);
  const used = process.cpuUsage(own);
  const cpu = databaseCpu(postmaster) - before + (used.user + used.system) / 1_000;
  await client.query('DROP TABLE floor');
  await client.end();
  return cpu;
}

/** The finished rows by COPY into tables of the same shape, with the same indexes, keys and checks. */
async function constrainedFloor(product: OwnProduct, postmaster: number): Promise<number> {
  const client = new pg.Client({ connectionString: product.databaseUrl });
  client.on('error', () => undefined);
  await client.connect();
  const folder = product.folder;
  const copied = [
    ['person', 'id, display_name, email, person_number, active, last_day, created_at'],
    [
      'employment',
      'id, person_id, job_title, org_unit_id, manager_id, job_role_level_id, starts_on, ends_on, is_primary',
    ],
  ] as const;
  for (const [table, columns] of copied) {
    const { rows } = await client.query<{ line: string }>(
      `SELECT array_to_string(ARRAY(SELECT coalesce('"' || value || '"', '') FROM json_each_text(row_to_json(r))), ',') AS line
       FROM (SELECT ${columns} FROM ${table}) r`,
    );
    writeFileSync(join(folder, `${table}.csv`), `${rows.map(({ line }) => line).join('\n')}\n`);
  }
  const { rows: keys } = await client.query<{ name: string; definition: string }>(
    `SELECT conname AS name, pg_get_constraintdef(oid) AS definition FROM pg_constraint WHERE conrelid = 'employment'::regclass AND contype = 'f'`,
  );
  await client.query(
    'CREATE TABLE person_floor (LIKE person INCLUDING ALL); CREATE TABLE employment_floor (LIKE employment INCLUDING ALL)',
  );
  for (const { definition } of keys)
    await client.query(
      `ALTER TABLE employment_floor ADD ${definition.replace('REFERENCES person(', 'REFERENCES person_floor(')}`,
    );
  await client.query(
    `ALTER TABLE employment_floor ADD EXCLUDE USING gist (person_id WITH =, daterange(starts_on, ends_on, '[]') WITH &&) WHERE (is_primary)`,
  );
  const [before, own] = [databaseCpu(postmaster), process.cpuUsage()];
  for (const [table, columns] of copied)
    await copyOf(client, `COPY ${table}_floor (${columns}) FROM STDIN (FORMAT csv)`, join(folder, `${table}.csv`));
  const used = process.cpuUsage(own);
  const cpu = databaseCpu(postmaster) - before + (used.user + used.system) / 1_000;
  await client.query('DROP TABLE employment_floor, person_floor');
  await client.end();
  return cpu;
}

async function rowsWritten(product: OwnProduct): Promise<number> {
  const [row] = await product.sql<{ n: number }>(
    `SELECT sum(n_tup_ins + n_tup_upd + n_tup_del)::int AS n FROM pg_stat_user_tables
     WHERE relname IN ('person', 'employment', 'org_unit', 'role_grant')`,
  );
  return row?.n ?? 0;
}
