import pg from 'pg';
import { DataSource } from 'typeorm';
import { newId } from '../src/platform/database/id.js';
import { type DatabaseRole, Transaction } from '../src/platform/database/transaction.js';
import { startApi, type TestApi, type TestClient } from './support/api.js';

const ADD = `mutation($input: AddPersonInput!) { addPerson(input: $input) { __typename
  ... on Person { id } ... on Refusal { message } } }`;

describe('one request, one transaction', () => {
  let api: TestApi;
  let admin: TestClient;
  const adminId = newId();

  beforeAll(async () => {
    api = await startApi();
    await api.asSystem(async ({ tx, now }) => {
      await tx.query('INSERT INTO organisation (id, name, is_demo) VALUES ($1, $2, false)', [newId(), 'Mill Lane']);
      await tx.query('INSERT INTO person (id, display_name, email, created_at) VALUES ($1, $2, $3, $4)', [
        adminId,
        'Ada Marsh',
        'ada@example.org',
        now,
      ]);
      await tx.query('INSERT INTO role_grant (id, person_id, role, starts_at) VALUES ($1, $2, $3, $4)', [
        newId(),
        adminId,
        'ADMINISTRATOR',
        now,
      ]);
    });
    admin = await api.as(adminId);
  });
  afterAll(() => api.close());

  const input = (email: string, jobTitle = 'Fitter') => ({
    displayName: 'Ola Ferreira',
    email,
    jobTitle,
    orgUnitName: 'Works',
    roles: [],
  });
  const add = (email: string, jobTitle?: string) =>
    admin.ask<{ addPerson: { __typename: string; id: string } } | null>(ADD, { input: input(email, jobTitle) });
  /** What was done or refused; that something failed is told in a transaction of its own. */
  const audited = () =>
    api.sql<{ operation: string; actor_id: string; detail: { refused?: string }; target: string | null }>(
      `SELECT * FROM audit_entry WHERE outcome <> 'FAILED' ORDER BY at, id`,
    );
  const known = (email: string) => api.sql('SELECT 1 FROM person WHERE email = $1', [email]);

  /** Makes the database itself fail in the middle of a change: nothing in our code can have prepared for it. */
  async function whileFailing(table: string, work: () => Promise<void>): Promise<void> {
    await api.sql(`CREATE OR REPLACE FUNCTION fail_now() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN RAISE EXCEPTION 'the disk is full of secrets'; END $$`);
    await api.sql(`CREATE TRIGGER fail_now BEFORE INSERT ON ${table} FOR EACH ROW EXECUTE FUNCTION fail_now()`);
    try {
      await work();
    } finally {
      await api.sql(`DROP TRIGGER fail_now ON ${table}`);
    }
  }

  it.each(['audit_entry', 'employment', 'domain_event'])(
    'writes nothing at all when %s cannot be written, and says no more than a number',
    async (table) => {
      const before = (await audited()).length;
      await whileFailing(table, async () => {
        const { data, errors } = await add(`${table}@example.org`);
        expect(data).toBeNull();
        expect(errors?.[0]?.extensions?.code).toBe('INTERNAL');
        expect(errors?.[0]?.message).toContain('Nothing was changed');
        expect(errors?.[0]?.message).not.toContain('secrets');
      });
      expect(await known(`${table}@example.org`)).toEqual([]);
      expect(await audited()).toHaveLength(before);
    },
  );

  it('undoes the first half of a request whose second half fails', async () => {
    await api.sql(`CREATE FUNCTION fail_second() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN IF NEW.email = 'second@example.org' THEN RAISE EXCEPTION 'no'; END IF; RETURN NEW; END $$`);
    await api.sql('CREATE TRIGGER fail_second BEFORE INSERT ON person FOR EACH ROW EXECUTE FUNCTION fail_second()');
    const both = `mutation($a: AddPersonInput!, $b: AddPersonInput!) {
      a: addPerson(input: $a) { __typename } b: addPerson(input: $b) { __typename } }`;
    const { errors } = await admin.ask(both, { a: input('first@example.org'), b: input('second@example.org') });
    await api.sql('DROP TRIGGER fail_second ON person');
    expect(errors).toHaveLength(1);
    expect(await known('first@example.org')).toEqual([]);
  });

  it('acts as app_api, for the person who asks', async () => {
    await api.sql('CREATE TABLE seen (role text, person_id text)');
    await api.sql('GRANT INSERT ON seen TO app_api');
    await api.sql(`CREATE FUNCTION see() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN INSERT INTO seen VALUES (current_user, current_setting('app.person_id')); RETURN NEW; END $$`);
    await api.sql('CREATE TRIGGER see BEFORE INSERT ON person FOR EACH ROW EXECUTE FUNCTION see()');
    await add('seen@example.org');
    await api.sql('DROP TRIGGER see ON person');
    expect(await api.sql('SELECT * FROM seen')).toEqual([{ role: 'app_api', person_id: adminId }]);
  });

  it('gives the connection back without role or person', async () => {
    const dataSource = api.app.get(DataSource);
    const ask = `SELECT current_user = session_user AS own, coalesce(current_setting('app.person_id', true), '') AS person`;
    for (let i = 0; i < 12; i += 1) expect(await dataSource.query(ask)).toEqual([{ own: true, person: '' }]);
  });

  it('leaves one audit row for what was done, with its target and without contents', async () => {
    const before = (await audited()).length;
    const { data } = await add('done@example.org');
    const rows = (await audited()).slice(before);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ operation: 'addPerson', actor_id: adminId, target: data?.addPerson.id });
    expect(JSON.stringify(rows[0])).not.toMatch(/Ola|done@example|Fitter/);
  });

  it('leaves one audit row for what was refused, with the kind of no', async () => {
    await add('twice@example.org');
    const before = (await audited()).length;
    const { data } = await add('twice@example.org');
    expect(data?.addPerson.__typename).toBe('InvalidInput');
    const rows = (await audited()).slice(before);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ operation: 'addPerson', detail: { refused: 'InvalidInput' } });
  });

  it.each(
    (['app_api', 'app_issuer'] as DatabaseRole[]).flatMap((role) =>
      [
        'UPDATE audit_entry SET operation = operation',
        'DELETE FROM audit_entry',
        'TRUNCATE audit_entry',
        'DELETE FROM domain_event',
        'TRUNCATE domain_event',
        'SELECT * FROM session',
        'DROP TABLE person',
        'ALTER TABLE audit_entry ADD COLUMN forged text',
        ...(role === 'app_api' ? ['UPDATE domain_event SET payload = payload'] : []),
      ].map((statement) => ({ role, statement })),
    ),
  )('$role may not: $statement', async ({ role, statement }) => {
    const tx = await Transaction.open(api.app.get(DataSource), role, null);
    try {
      await expect(tx.query(statement)).rejects.toThrow(/permission denied|must be owner/);
    } finally {
      await tx.rollback();
    }
  });

  it('leaves nothing open behind when it cannot begin', async () => {
    await expect(Transaction.open(api.app.get(DataSource), 'app_api', 'nobody')).rejects.toThrow('not a person id');
    // Looked at from outside: the pool itself would answer on the very connection that was left.
    const outside = new pg.Client({ connectionString: api.databaseUrl });
    await outside.connect();
    const { rows } = await outside.query(
      `SELECT query FROM pg_stat_activity WHERE datname = current_database() AND state LIKE 'idle in transaction%'`,
    );
    await outside.end();
    expect(rows).toEqual([]);
  });
});
