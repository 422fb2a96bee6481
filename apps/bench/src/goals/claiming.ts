import pg from 'pg';
import type { Stage } from '../chain/walk.js';
import type { Client } from '../product/client.js';
import type { OwnProduct } from '../product/own-product.js';
import { hireFounder, several } from '../promises/candidates.js';
import { type Measured, median } from './goal.js';
import { qualify, SUBMISSIONS } from './many-submissions.js';

const AT_ONCE = 8;
/** Of each assessor, before what they hold is taken away again. */
const EACH = 30;
const ROUNDS = 7;
const SHARE = 0.3;

const NEXT =
  'mutation { claimNextSlot { __typename ... on MarkingSlot { id achievementVersion { id name } } ... on Refusal { message } } }';
/** What a queue does that knows no rules, no audit log, no lease and no transition. */
const BARE = `UPDATE bare_slot SET holder = $1 WHERE id = (
  SELECT id FROM bare_slot WHERE holder IS NULL ORDER BY due_at, id FOR UPDATE SKIP LOCKED LIMIT 1) RETURNING id`;

/** What the product asks the database for, with every rule, lease and transition; without a request, a session, events and audit. */
const RULED = `SELECT next.slot_id AS id FROM app_take_next(gen_random_uuid(), interval '30 minutes') next`;

interface Assessor {
  id: string;
  client: Client;
}

/**
 * P16: eight assessors take the next one at the same moment, again and again. Beside them eight connections that ask the
 * database for the same with the same rules, and eight that take from a bare table.
 */
export async function claiming(product: OwnProduct, stage: Stage, qualifiedFor: string[]): Promise<Measured[]> {
  const assessors = await several(AT_ONCE, 2, async () => {
    const founder = await hireFounder(stage);
    await qualify(product, founder, qualifiedFor);
    await product.sql('INSERT INTO assessor_profile (person_id, capacity, saved_at) VALUES ($1, 40, now())', [
      founder.id,
    ]);
    return { id: founder.id, client: founder.client };
  });
  await product.sql(
    'CREATE TABLE bare_slot AS SELECT id, due_at, NULL::int AS holder FROM marking_slot; ALTER TABLE bare_slot ADD PRIMARY KEY (id)',
  );
  await product.sql('CREATE INDEX ON bare_slot (due_at, id) WHERE holder IS NULL');
  const connections = await several(AT_ONCE, 2, async () => {
    const connection = new pg.Client({ connectionString: product.databaseUrl });
    await connection.connect();
    return connection;
  });
  try {
    const seen = { ours: [] as number[], ruled: [] as number[], floor: [] as number[] };
    const taken: string[] = [];
    for (let round = 0; round <= ROUNDS; round += 1) {
      const ours = await perSecond(AT_ONCE, (lane) => next(assessors[lane]?.client));
      await makeRoom(product);
      const rules = await perSecond(AT_ONCE, (lane) => ruled(connections[lane], assessors[lane]));
      const floor = await perSecond(AT_ONCE, (lane) => bare(connections[lane], lane));
      await makeRoom(product);
      taken.push(...ours.ids, ...rules.ids);
      if (round === 0) continue;
      seen.ours.push(ours.rate);
      seen.ruled.push(rules.rate);
      seen.floor.push(floor.rate);
    }
    const doubled = taken.length - new Set(taken).size;
    const [ours, rules, floor] = [median(seen.ours), median(seen.ruled), median(seen.floor)];
    const told = { goal: 'P16', peer: null, ours, unit: 'a second' };
    const what = `claim next, ${AT_ONCE} at once among ${SUBMISSIONS.toLocaleString('en')} submissions`;
    return [
      {
        ...told,
        what: `${what}, ${taken.length.toLocaleString('en')} claims, ${doubled} twice`,
        floor,
        gate: `≥ ${SHARE} × bare SKIP LOCKED, never twice`,
        ok: doubled === 0 && ours >= SHARE * floor,
      },
      {
        ...told,
        what: `${what}; the floor knows the same rules`,
        floor: rules,
        gate: `≥ ${SHARE} × SQL of the same rules`,
        ok: ours >= SHARE * rules,
      },
    ];
  } finally {
    for (const connection of connections) await connection.end();
    await product.sql('DROP TABLE bare_slot');
  }
}

/** Nobody holds more than a few: what was taken is handed in before more is. */
async function makeRoom(product: OwnProduct): Promise<void> {
  await product.sql(
    `UPDATE marking_slot SET state = 'HANDED_IN', lease_until = NULL, handed_in_at = now() WHERE state = 'LEASED'`,
  );
}

async function next(assessor: Client | undefined): Promise<string> {
  const { id } = (await assessor?.change<{ id: string }>(NEXT)) ?? { id: '' };
  return id;
}

async function ruled(connection: pg.Client | undefined, assessor: Assessor | undefined): Promise<string> {
  await connection?.query(
    `BEGIN; SELECT set_config('role', 'app_api', true), set_config('app.person_id', '${assessor?.id}', true)`,
  );
  const done = await connection?.query<{ id: string }>({ name: 'ruled', text: RULED });
  await connection?.query('COMMIT');
  return done?.rows[0]?.id ?? '';
}

async function bare(connection: pg.Client | undefined, lane: number): Promise<string> {
  const done = await connection?.query<{ id: string }>({ name: 'bare', text: BARE, values: [lane] });
  return done?.rows[0]?.id ?? '';
}

async function perSecond(
  lanes: number,
  take: (lane: number) => Promise<string>,
): Promise<{ rate: number; ids: string[] }> {
  const ids: string[] = [];
  const begun = performance.now();
  await Promise.all(
    Array.from({ length: lanes }, async (_, lane) => {
      for (let each = 0; each < EACH; each += 1) ids.push(await take(lane));
    }),
  );
  return { rate: ids.length / ((performance.now() - begun) / 1_000), ids };
}
