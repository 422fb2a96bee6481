import { appendFileSync } from 'node:fs';
import { Transaction } from '../src/platform/database/transaction.js';
import { startApi, type TestApi } from './support/api.js';
import { CHANGEABLE, OPEN_TABLES } from './support/expected-privileges.js';

const ROLES = ['app_api', 'app_issuer', 'app_reporting'] as const;
const CHANGES = ['UPDATE', 'DELETE', 'TRUNCATE'] as const;
type Change = (typeof CHANGES)[number];

/** Rights of the database roles, tried one by one: what is not written down as needed must be refused, whatever code runs. */
describe('what the database refuses', () => {
  let api: TestApi;
  let tx: Transaction;
  const counts = { cells: 0, refused: 0, changed: 0, noticed: 0 };

  beforeAll(async () => {
    api = await startApi();
    tx = await Transaction.open(await api.superuser(), 'app_issuer', null);
    await tx.query('RESET ROLE');
  }, 60_000);
  afterAll(async () => {
    await tx.rollback();
    await api.close();
    console.info(
      `${counts.refused} of ${counts.cells} ways to change a table refused; ${counts.noticed} of ${counts.changed} changed rights noticed`,
    );
    if (process.env.COUNTS_FILE) appendFileSync(process.env.COUNTS_FILE, `${JSON.stringify(counts)}\n`);
  });

  const tables = async () =>
    tx.query<{ name: string; secured: boolean; first: string }>(
      `SELECT relname AS name, relrowsecurity AS secured,
         (SELECT attname FROM pg_attribute WHERE attrelid = pg_class.oid AND attnum > 0 AND NOT attisdropped AND attgenerated = '' ORDER BY attnum LIMIT 1) AS first
       FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') ORDER BY relname`,
    );
  const statement = (change: Change, { name, first }: { name: string; first: string }) =>
    ({
      UPDATE: `UPDATE ${name} SET ${first} = ${first} WHERE false`,
      DELETE: `DELETE FROM ${name} WHERE false`,
      TRUNCATE: `TRUNCATE ${name}`,
    })[change];

  /** Whether the role lacks the right itself. */
  async function isRefused(role: string, sql: string): Promise<boolean> {
    await tx.query(`SAVEPOINT attempt; SET LOCAL ROLE ${role}`);
    try {
      await tx.query(sql);
      return false;
    } catch (error) {
      // What a trigger or a reference says comes after the right was there.
      return /permission denied for table/.test((error as Error).message);
    } finally {
      await tx.query('ROLLBACK TO attempt; RELEASE attempt');
    }
  }

  /** `table role CHANGE` of everything that a role can do to rows that are there. */
  async function changeable(): Promise<string[]> {
    const can: string[] = [];
    for (const table of await tables())
      for (const role of ROLES)
        for (const change of CHANGES)
          if (!(await isRefused(role, statement(change, table)))) can.push(`${table.name} ${role} ${change}`);
    return can;
  }
  const written = () =>
    Object.entries(CHANGEABLE)
      .flatMap(([table, rights]) =>
        Object.entries(rights).flatMap(([role, changes]) =>
          changes.split(' ').map((change) => `${table} ${role} ${change}`),
        ),
      )
      .sort();

  it('guards every table by rows, but for those that hold nothing about anybody', async () => {
    const open = (await tables()).filter(({ secured }) => !secured).map(({ name }) => name);
    expect(open).toEqual(Object.keys(OPEN_TABLES).sort());
  });

  it('lets no role change or remove what it has no need to', async () => {
    const can = await changeable();
    counts.cells = (await tables()).length * ROLES.length * CHANGES.length;
    counts.refused = counts.cells - can.length;
    if (process.env.PRINT_ANSWERS) appendFileSync(process.env.PRINT_ANSWERS, can.join('\n'));
    expect(can.sort()).toEqual(written());
    expect(counts.refused).toBeGreaterThanOrEqual(150);
  });

  it('lets nobody empty a table', () => {
    expect(written().filter((right) => right.endsWith('TRUNCATE'))).toEqual([]);
  });

  it('notices each right that is given, and each that is taken away', async () => {
    const survivors: string[] = [];
    const needed = new Set(written());
    for (const table of await tables())
      for (const role of ROLES)
        for (const change of CHANGES) {
          const has = needed.has(`${table.name} ${role} ${change}`);
          const act = has
            ? `REVOKE ${change} ON ${table.name} FROM ${role}`
            : `GRANT SELECT, ${change} ON ${table.name} TO ${role}`;
          await tx.query(`SAVEPOINT mutant; ${act}`);
          // The attempts above are made one by one, and this one alone can come out otherwise.
          const can = !(await isRefused(role, statement(change, table)));
          await tx.query('ROLLBACK TO mutant; RELEASE mutant');
          counts.changed += 1;
          if (can === has) survivors.push(act);
          else counts.noticed += 1;
        }
    expect(survivors).toEqual([]);
  }, 120_000);
});
