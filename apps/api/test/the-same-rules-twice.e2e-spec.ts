import { appendFileSync } from 'node:fs';
import fc from 'fast-check';
import { SharesService } from '../src/features/credentials/shares.service.js';
import { Viewer } from '../src/platform/access/viewer.js';
import { ViewerSource } from '../src/platform/access/viewer-source.js';
import { Transaction } from '../src/platform/database/transaction.js';
import { startApi, type TestApi } from './support/api.js';
import { settle, TABLES } from './support/invented/tables.js';
import { type World, worlds } from './support/invented-world.js';
import {
  byDatabase,
  byPolicy,
  differences,
  type Everything,
  everything,
  namedIn,
  type Sight,
} from './support/seen-twice.js';

/** Counted for a promise they are many; among the other tests a change of a rule is noticed in a few already. */
const COUNTED = process.env.COUNTS_FILE !== undefined;
const WORLDS = Number(process.env.WORLDS ?? (COUNTED ? 5 : 3));
const SEED = Number(process.env.SEED ?? 20);
/** The other questions need fewer organisations than the first. */
const FEW = COUNTED ? Math.max(2, Math.floor(WORLDS / 5)) : 1;
/** So many grants and so many jobs are changed in each. */
const CHANGES = COUNTED ? 12 : 5;

/** Who may see a row is said twice, in the product and in its database; neither knows the other. Here they meet. */
describe('the same rules, twice', () => {
  let api: TestApi;
  const counts = { worlds: 0, pairs: 0, visible: 0, differences: 0, links: 0, changes: 0 };

  beforeAll(async () => {
    api = await startApi();
    // The negative control: with one policy thrown open this must fail.
    const { WIDENED } = process.env;
    if (WIDENED) await api.sql(`ALTER POLICY ${WIDENED} ON ${WIDENED.slice(0, WIDENED.lastIndexOf('_'))} USING (true)`);
  }, 60_000);
  afterAll(async () => {
    await api.close();
    console.info(
      `${counts.worlds} worlds, ${counts.pairs} pairs of somebody and a row, ${counts.visible} visible, ${counts.differences} differences; ` +
        `${counts.links} links, ${counts.changes} changes of grants and dates`,
    );
    if (process.env.COUNTS_FILE) appendFileSync(process.env.COUNTS_FILE, `${JSON.stringify(counts)}\n`);
  });

  /** Tries a question in so many invented organisations; each is gone afterwards. */
  async function inWorlds(
    most: number,
    ask: (tx: Transaction, world: World, all: Everything) => Promise<void>,
  ): Promise<void> {
    const [row] = await api.sql<{ now: Date }>('SELECT now() AS now');
    const property = fc.asyncProperty(worlds(row?.now ?? new Date()), async (world) => {
      const tx = await Transaction.open(await api.superuser(), 'app_issuer', null);
      try {
        await settle(tx, world);
        await ask(tx, world, await everything(tx));
      } finally {
        await tx.rollback();
      }
    });
    await fc.assert(property, { numRuns: most, seed: SEED, endOnFailure: true });
  }

  const asOwner = async (tx: Transaction, sql: string, parameters: unknown[] = []) => {
    await tx.query('RESET ROLE');
    await tx.query(sql, parameters);
  };
  /** What both say, after a change; that they still agree is part of the answer. */
  async function sightOf(tx: Transaction, person: string): Promise<Sight> {
    const policy = await byPolicy(api.app, tx, person, await everything(tx));
    expect(differences(policy, await byDatabase(api.app, tx, person))).toEqual([]);
    return policy;
  }
  const gained = (before: Sight, after: Sight) => [...after].filter((row) => !before.has(row));

  it(
    'show everybody the same rows, in any organisation',
    async () => {
      await inWorlds(WORLDS, async (tx, world, all) => {
        const found: string[] = [];
        for (const person of [null, ...world.people]) {
          const policy = await byPolicy(api.app, tx, person, all);
          const database = await byDatabase(api.app, tx, person);
          counts.visible += policy.size;
          found.push(...differences(policy, database).map((each) => `${person}: ${each}`));
        }
        counts.worlds += 1;
        counts.pairs += all.count * (world.people.length + 1);
        counts.differences += found.length;
        expect(found.slice(0, 20)).toEqual([]);
      });
      expect(counts.visible).toBeGreaterThan(counts.worlds * 100);
    },
    WORLDS * 30_000,
  );

  it(
    'hide nothing from whoever must be known before anything is asked',
    async () => {
      await inWorlds(FEW, async (tx, world) => {
        for (const person of world.people) {
          const known = [];
          for (const role of ['app_issuer', 'app_api']) {
            await tx.query(`SET LOCAL ROLE ${role}; SET LOCAL app.person_id = '${person}'`);
            const { unitsOf: _, ...told } = (await api.app.get(ViewerSource).know(tx, person)) ?? {};
            known.push(told);
          }
          expect(known[0]).toEqual(known[1]);
        }
      });
    },
    FEW * 30_000,
  );

  it(
    'open with a link what it is for while it lasts, and nothing else',
    async () => {
      await inWorlds(FEW, async (tx, world) => {
        for (const link of [
          ...(world.rows.share_grant ?? []),
          { token: 'nobody-made-this-link1', credential_id: null },
        ]) {
          await tx.query(`SET LOCAL ROLE app_issuer; SET LOCAL app.person_id = ''`);
          const shown = await api.app.get(SharesService).open(Viewer.stranger(tx), link.token as string);
          const policy = shown ? [`credential ${shown.credential.id}`, `share_grant ${shown.grant.id}`] : [];
          await tx.query(`SET LOCAL app.share_token = '${link.token as string}'`);
          const database = await byDatabase(api.app, tx, null);
          const published = [...database].filter((row) =>
            /^(skill_framework|skill_re|job_|achievement_version|identity_provider)/.test(row),
          );
          expect(new Set([...policy, ...published])).toEqual(database);
          await tx.query(`SET LOCAL app.share_token = ''`);
          counts.links += 1;
        }
      });
    },
    FEW * 30_000,
  );

  it(
    'show nobody more when a grant is taken away, and nothing of it a day after its end',
    async () => {
      await inWorlds(FEW, async (tx, world) => {
        // Whoever leads an assessment can read the marks that differ, and so may not give the third.
        const third = new Set(
          (world.rows.marking_slot ?? [])
            .filter(({ purpose }) => purpose === 'THIRD')
            .map(({ id }) => `marking_slot ${id as string}`),
        );
        for (const grant of (world.rows.role_grant ?? []).slice(0, CHANGES)) {
          const closes = (row: string) => grant.role === 'ASSESSMENT_LEAD' && third.has(row);
          const person = grant.person_id as string;
          await tx.query('SAVEPOINT before');
          await asOwner(tx, `UPDATE role_grant SET ends_at = NULL WHERE id = $1`, [grant.id]);
          const held = await sightOf(tx, person);
          await asOwner(tx, `UPDATE role_grant SET ends_at = now() - interval '1 day' WHERE id = $1`, [grant.id]);
          const ended = await sightOf(tx, person);
          await asOwner(tx, 'DELETE FROM role_grant WHERE id = $1', [grant.id]);
          const without = await sightOf(tx, person);
          expect(gained(held, ended).filter((row) => !closes(row))).toEqual([]);
          // The grant itself is a row that its holder sees.
          expect(new Set([...without, `role_grant ${grant.id as string}`])).toEqual(
            new Set([...ended, `role_grant ${grant.id as string}`]),
          );
          await tx.query('ROLLBACK TO before');
          counts.changes += 1;
        }
      });
    },
    FEW * 60_000,
  );

  it(
    'take a team away from whoever led it until yesterday',
    async () => {
      await inWorlds(FEW, async (tx, world) => {
        for (const job of (world.rows.employment ?? [])
          .filter(({ manager_id: leads }) => leads !== null)
          .slice(0, CHANGES)) {
          await tx.query('SAVEPOINT before');
          await asOwner(tx, `DELETE FROM employment WHERE person_id = $1 AND id <> $2`, [job.person_id, job.id]);
          await asOwner(tx, `DELETE FROM role_grant WHERE person_id = $1`, [job.manager_id]);
          await asOwner(
            tx,
            `UPDATE employment SET starts_on = current_date - 30, ends_on = current_date WHERE id = $1`,
            [job.id],
          );
          const last = await sightOf(tx, job.manager_id as string);
          await asOwner(tx, `UPDATE employment SET ends_on = current_date - 1 WHERE id = $1`, [job.id]);
          const after = await sightOf(tx, job.manager_id as string);
          expect(gained(last, after)).toEqual([]);
          const theirs = namedIn(world, job.person_id as string, ['submission', 'credential', 'award']);
          // A mentor stays one, whoever leads the person.
          const mentored = new Set(
            (world.rows.prior_learning_mentor ?? [])
              .filter(({ person_id: mentor }) => mentor === job.manager_id)
              .map(({ submission_id: id }) => `submission ${id as string}`),
          );
          expect([...after].filter((row) => theirs.has(row) && !mentored.has(row))).toEqual([]);
          await tx.query('ROLLBACK TO before');
          counts.changes += 1;
        }
      });
    },
    FEW * 60_000,
  );

  it(
    'care who somebody is to the row, and not who somebody is',
    async () => {
      await inWorlds(FEW, async (tx, world) => {
        const [one, other] = [world.people.at(-1), world.people.at(-2)] as [string, string];
        const before = [await sightOf(tx, one), await sightOf(tx, other)];
        const swapped = JSON.parse(
          JSON.stringify(world.rows).replaceAll(new RegExp(`${one}|${other}`, 'g'), (id) => (id === one ? other : one)),
        ) as World['rows'];
        await asOwner(tx, `TRUNCATE ${TABLES.join(', ')} CASCADE`);
        await settle(tx, { ...world, rows: swapped });
        const after = [await sightOf(tx, other), await sightOf(tx, one)];
        const inTheirPlace = (sight: Sight | undefined) =>
          new Set(
            [...(sight ?? [])].map((row) =>
              row.replaceAll(new RegExp(`${one}|${other}`, 'g'), (id) => (id === one ? other : one)),
            ),
          );
        expect(inTheirPlace(before[0])).toEqual(after[0]);
        expect(inTheirPlace(before[1])).toEqual(after[1]);
      });
    },
    FEW * 60_000,
  );
});
