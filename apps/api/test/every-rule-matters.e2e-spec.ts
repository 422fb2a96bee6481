import { appendFileSync } from 'node:fs';
import type { ObjectLiteral } from 'typeorm';
import { Person } from '../src/features/people/person.entity.js';
import { can, rulesInForce, withRule } from '../src/platform/access/policy.js';
import { Viewer } from '../src/platform/access/viewer.js';
import { ViewerSource } from '../src/platform/access/viewer-source.js';
import { Transaction } from '../src/platform/database/transaction.js';
import { startApi, type TestApi } from './support/api.js';
import { ACTORS, type Actor, idOf, nameOf, personOf } from './support/cast/actors.js';
import { castWorld } from './support/cast-world.js';
import type { Attempt, Cells } from './support/expected/attempt.js';
import { ALLOWED, ATTEMPTS } from './support/expected-access.js';
import { settle } from './support/invented/tables.js';
import type { World } from './support/invented-world.js';
import {
  byDatabase,
  byPolicy,
  differences,
  type Everything,
  everything,
  SEEN,
  type Sight,
} from './support/seen-twice.js';

const ABOUT = ['self', 'stayed', 'leaver', 'shutOut', 'administrator', 'conflictedAssessor'];

interface Policy {
  table: string;
  name: string;
  command: 'ALL' | 'SELECT' | 'INSERT' | 'UPDATE' | 'DELETE';
  role: 'app_api' | 'app_issuer';
  using: string | null;
  check: string | null;
  inserts: boolean;
  writes: boolean;
}
interface Mutant {
  name: string;
  policy: Policy;
  sql: string;
}

/**
 * Counted for a promise: every policy is dropped and thrown open. Among the other tests every fourth is; what each of them
 * lets through and keeps back is asserted there in any case.
 */
const WHOLE = process.env.COUNTS_FILE !== undefined;
const inTurn = <Item>(items: Item[]): Item[] => items.filter((_, place) => WHOLE || place % 4 === 0);

/**
 * Deleting a rule, or saying yes where it says no, must be noticed: each rule of the product and each of the database is
 * taken out and thrown wide open, one after another, and some kept answer or the other side must then disagree.
 */
describe('every rule matters', () => {
  let api: TestApi;
  let tx: Transaction;
  let cast: World;
  let all: Everything;
  const counts = {
    cells: 0,
    rules: 0,
    rulesKilled: 0,
    policies: 0,
    policiesKilled: 0,
    unchanged: 0,
    unchangedNoticed: 0,
  };

  beforeAll(async () => {
    api = await startApi();
    tx = await Transaction.open(await api.superuser(), 'app_issuer', null);
    cast = castWorld(tx.startedAt);
    await settle(tx, cast);
    all = await everything(tx);
  }, 60_000);
  afterAll(async () => {
    await tx.rollback();
    await api.close();
    console.info(
      `${counts.cells} answers; ${counts.rulesKilled} of ${counts.rules} changed rules and ` +
        `${counts.policiesKilled} of ${counts.policies} changed row-level policies were noticed`,
    );
    if (process.env.COUNTS_FILE) appendFileSync(process.env.COUNTS_FILE, `${JSON.stringify(counts)}\n`);
  });

  describe('of the product', () => {
    /** Everybody, knowing all that a rule may ask, past the database's rules; and the rows of every class that has rules. */
    const viewers = new Map<Actor, Viewer>();
    const rows = new Map<unknown, ObjectLiteral[]>();

    beforeAll(async () => {
      await tx.query('RESET ROLE');
      for (const { rowClass } of rulesInForce())
        if (!rows.has(rowClass)) rows.set(rowClass, (await tx.manager.find(rowClass)).filter(isTold));
      for (const actor of ACTORS) {
        const viewer = await viewerOf(actor);
        for (const { entity, learn } of SEEN) await learn?.(api.app, viewer, (entity && rows.get(entity)) ?? []);
        viewers.set(actor, viewer);
      }
    }, 60_000);

    /** Class.action → row → who may, of the actors. */
    function answers(rules = rulesInForce()): Cells {
      const may: Record<string, Record<string, Actor[]>> = {};
      for (const { rowClass, action } of rules)
        for (const row of rows.get(rowClass) ?? []) {
          const cell = ((may[`${rowClass.name}.${action}`] ??= {})[labelOf(row)] ??= []);
          for (const [actor, viewer] of viewers) if (can(viewer, action, row)) cell.push(actor);
        }
      return inWords(may);
    }
    async function viewerOf(actor: Actor): Promise<Viewer> {
      const person = personOf(actor);
      await tx.query(`SET LOCAL ROLE app_issuer; SET LOCAL app.person_id = '${person ?? ''}'`);
      const known = person === null ? null : await api.app.get(ViewerSource).know(tx, person);
      return known ? Viewer.person(known, tx) : Viewer.stranger(tx);
    }
    /** Of people a few are enough: one of every kind that a rule tells from another. */
    const isTold = (row: ObjectLiteral) => !(row instanceof Person) || ABOUT.includes(nameOf(row.id));
    const labelOf = (row: ObjectLiteral) =>
      row.id
        ? nameOf(row.id as string)
        : [row.submissionId, row.itemId, row.criterionId, row.exemplarId, row.personId]
            .flatMap((id) => (id ? [nameOf(id as string)] : []))
            .join(', ');

    it('answers as it is written down, for everybody and everything', () => {
      const found = answers();
      for (const { rowClass } of rulesInForce()) counts.cells += (rows.get(rowClass)?.length ?? 0) * ACTORS.length;
      if (process.env.PRINT_ANSWERS) appendFileSync(process.env.PRINT_ANSWERS, JSON.stringify(found, null, 2));
      expect(found).toEqual(ALLOWED);
    });

    it('notices each rule that is deleted, and each that says yes to everything', () => {
      const survivors: string[] = [];
      for (const rule of rulesInForce())
        for (const says of [false, true]) {
          const found = withRule(
            rule.rowClass,
            rule.action,
            () => says,
            () => answers([rule]),
          );
          const name = `${rule.rowClass.name}.${rule.action}`;
          counts.rules += 1;
          if (inOrder(found[name]) === inOrder(ALLOWED[name])) survivors.push(`${name} ${says ? 'always' : 'never'}`);
          else counts.rulesKilled += 1;
        }
      expect(survivors).toEqual([]);
    });
  });

  describe('of the database', () => {
    const policies = async () =>
      tx.query<Policy>(
        `SELECT tablename AS table, policyname AS name, cmd AS command, roles[1] AS role, qual AS using, with_check AS check,
           has_table_privilege('app_api', tablename::regclass, 'INSERT') AS inserts,
           has_table_privilege('app_api', tablename::regclass, 'INSERT') OR has_any_column_privilege('app_api', tablename::regclass, 'UPDATE') AS writes
         FROM pg_policies WHERE schemaname = 'public' ORDER BY tablename, policyname`,
      );

    /** Whether a statement does what it says: rows changed or shown, or refused for want of the right. Anything else is a mistake in the table. */
    async function isDone(attempt: Attempt): Promise<boolean> {
      const sql = attempt.sql.replaceAll(/#([^#]+)#/g, (_, name: string) => `'${idOf(name)}'`);
      const person = attempt.by === 'linkHolder' ? null : personOf(attempt.by);
      await tx.query(`SAVEPOINT attempt; SET LOCAL ROLE app_api; SET LOCAL app.person_id = '${person ?? ''}';
        SET LOCAL app.share_token = '${attempt.by === 'linkHolder' ? 'a-token-of-22-letters-' : ''}'`);
      try {
        const answer = await tx.query(sql);
        if (sql.startsWith('INSERT')) return true;
        return sql.startsWith('SELECT') ? answer.length > 0 : Number(answer[1]) > 0;
      } catch (error) {
        if ((error as { code?: string }).code === '42501') return false;
        throw new Error(`${attempt.by}: ${sql}\n${(error as Error).message}`);
      } finally {
        await tx.query('ROLLBACK TO attempt; RELEASE attempt');
      }
    }

    it('lets those write who may, and nobody else', async () => {
      const wrong: string[] = [];
      for (const attempt of ATTEMPTS) {
        counts.cells += 1;
        if ((await isDone(attempt)) !== attempt.done)
          wrong.push(`${attempt.by} ${attempt.done ? 'cannot' : 'can'}: ${attempt.sql}`);
      }
      expect(wrong).toEqual([]);
    });

    it('notices each row-level policy that is dropped, and each that is thrown open', async () => {
      await tx.query('RESET ROLE');
      const there = await policies();
      const sights = new Map<string | null, Sight>();
      for (const person of [null, ...cast.people]) sights.set(person, await byPolicy(api.app, tx, person, all));
      const survivors: string[] = [];
      // A test that notices what did not happen proves nothing.
      for (const policy of inTurn(there)) {
        counts.unchanged += 1;
        if (await isNoticed(policy, sights)) counts.unchangedNoticed += 1;
      }
      expect(counts.unchangedNoticed).toBe(0);
      for (const mutant of inTurn(there).flatMap(mutantsOf)) {
        counts.policies += 1;
        await tx.query('RESET ROLE; SAVEPOINT mutant');
        await tx.query(mutant.sql);
        const noticed = await isNoticed(mutant.policy, sights);
        await tx.query('ROLLBACK TO mutant; RELEASE mutant');
        if (noticed) counts.policiesKilled += 1;
        else survivors.push(mutant.name);
      }
      expect(survivors).toEqual([]);
    }, 600_000);

    async function isNoticed(policy: Policy, sights: ReadonlyMap<string | null, Sight>): Promise<boolean> {
      if (policy.role === 'app_issuer') return !(await issuerSeesAll(policy.table));
      for (const attempt of ATTEMPTS)
        if (
          new RegExp(`(INTO|UPDATE|FROM) ${policy.table}\\b`).test(attempt.sql) &&
          (await isDoneOrBroken(attempt)) !== attempt.done
        )
          return true;
      if (!SEEN.some(({ table }) => table === policy.table)) return false;
      for (const [person, sight] of sights) {
        const before = new Set([...sight].filter((row) => row.startsWith(`${policy.table} `)));
        if (differences(before, await byDatabase(api.app, tx, person, policy.table)).length > 0) return true;
      }
      return false;
    }
    const isDoneOrBroken = (attempt: Attempt) => isDone(attempt).catch(() => !attempt.done);

    async function issuerSeesAll(table: string): Promise<boolean> {
      const count = async (role: string) => {
        await tx.query(role);
        return (await tx.query<{ n: string }>(`SELECT count(*) AS n FROM ${table}`))[0]?.n;
      };
      const [owner, issuer] = [await count('RESET ROLE'), await count('SET LOCAL ROLE app_issuer')];
      if (owner === '0') throw new Error(`The cast has no row of ${table}.`);
      return owner === issuer;
    }
  });
});

const inOrder = (rows: Record<string, string> = {}) =>
  JSON.stringify(Object.entries(rows).sort(([one], [other]) => one.localeCompare(other)));

/** Rows that nobody may do it to are left out, and everybody is one word. */
function inWords(may: Record<string, Record<string, Actor[]>>): Cells {
  const signedIn = ACTORS.filter((actor) => personOf(actor) !== null && actor !== 'leaver');
  const words = (who: Actor[]) => {
    if (who.length === ACTORS.length) return 'everybody';
    return who.join() === signedIn.join() ? 'everybody signed in' : who.join(' ');
  };
  return Object.fromEntries(
    Object.entries(may).map(([rule, rows]) => [
      rule,
      Object.fromEntries(Object.entries(rows).flatMap(([row, who]) => (who.length > 0 ? [[row, words(who)]] : []))),
    ]),
  );
}

/** What can be done to a policy that makes a difference: dropped, its rows all, what may be written anything. */
function mutantsOf(policy: Policy): Mutant[] {
  const { table, name, role, using, check } = policy;
  const alter = (part: string) => `ALTER POLICY ${name} ON ${table} ${part}`;
  const mutants = [{ name: `${table}: ${name} dropped`, policy, sql: `DROP POLICY ${name} ON ${table}` }];
  // The product itself sees all anyway.
  if (role === 'app_issuer') return mutants;
  if (using !== null && using !== 'true')
    mutants.push({ name: `${table}: ${name} shows all`, policy, sql: alter('USING (true)') });
  // Where the same is asked of what is there, only what is new can tell.
  if (check !== null && check !== 'true' && policy.writes && (check !== using || policy.inserts))
    mutants.push({ name: `${table}: ${name} writes all`, policy, sql: alter('WITH CHECK (true)') });
  return mutants;
}
