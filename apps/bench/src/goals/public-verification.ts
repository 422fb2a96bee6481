import { type ChildProcess, spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import pg from 'pg';
import { Steps } from '../chain/steps.js';
import { walkTheChain } from '../chain/walk.js';
import { Client } from '../product/client.js';
import type { OwnProduct } from '../product/own-product.js';
import { digitalBazaar } from '../promises/foreign-verifiers.js';
import { type Measured, median } from './goal.js';
import { untilIssued } from './issuance.js';
import { manyAwards } from './many-awards.js';
import { cpuMs, cpuOf } from './process-usage.js';

/** A fiftieth of what the goal asks for on both rungs: ten million rows take longer to make than anybody waits for a measurement. */
const RUNGS = [20_000, 200_000] as const;
/** What one holder has. */
const EACH = 5;
const REAL = 60;
const ASKED = 60;
const ROUNDS = 5;
const NOISE = 1.3;
const MOST_SLOWER = 1.3;
const SHARE_OF_BARE = 0.8;
const TIMES_THE_LIBRARY = 20;

const REGISTER = '{ issuedCredentials(first: 50) { edges { node { id } } } }';
const COUNTED = '{ issuedCredentials(first: 50) { totalCount edges { node { id } } } }';
const WALLET = '{ myCredentials { id status } }';

interface Link {
  token: string;
  personId: string;
  document: string;
}

/**
 * P8 and P12: what strangers ask about badges, among many. The document at a link beside a bare HTTP server that asks the same
 * database for the same text by the same token; a full check beside the library's; and on two rungs of a ladder what must not
 * grow with it.
 */
export async function publicVerification(product: OwnProduct): Promise<Measured[]> {
  product.startWorker();
  const { path } = await walkTheChain(product.baseUrl, new Steps());
  await manyAwards(product, REAL, 1);
  await untilIssued(product);
  await product.kill('worker');
  const real = await shareAll(product);
  const check = await fullCheck(product, real);
  const keeper = await aKeeper(product);
  const rungs: Record<string, number>[] = [];
  const counts: number[] = [];
  for (const rung of RUNGS) {
    await fill(product, rung);
    const links = await someLinks(product);
    const holder = await Client.signIn(product.baseUrl, real[0]?.personId ?? '');
    const asked = {
      link: () => text(`${product.baseUrl}/p/${one(links).token}.json`),
      page: () => text(`${product.baseUrl}${path}`, 'text/html'),
      wallet: () => holder.ask(WALLET),
      register: () => keeper.ask(REGISTER),
    };
    rungs.push(await inTurns(product, asked));
    for (const [name, ask] of Object.entries(asked)) await refuseScans(product, name, ask);
    // What is counted is read: this one grows, and is told.
    counts.push((await inTurns(product, { counted: () => keeper.ask(COUNTED) })).counted);
  }
  const [few = {}, many = {}] = rungs;
  const bare = await BareServer.start(product.databaseUrl);
  try {
    const links = await someLinks(product);
    const own = await cpuOf(product, ASKED, () => text(`${product.baseUrl}/p/${one(links).token}.json`));
    const floor = await bare.cpuOf(product, ASKED * 5, () => text(`${bare.url}/${one(links).token}`));
    return [
      {
        goal: 'P8',
        what: `the document at a link, among ${RUNGS[1].toLocaleString('en')} (floor: bare HTTP and one statement)`,
        ours: own,
        peer: null,
        floor,
        unit: 'CPU ms',
        gate: `≥ ${SHARE_OF_BARE} × as many as the bare server (with 1.3 for noise)`,
        ok: own <= (floor / SHARE_OF_BARE) * NOISE,
      },
      {
        goal: 'P8',
        what: `a full check of one of ${REAL} badges that nobody asked for lately`,
        ours: check.ours,
        peer: check.library,
        floor: null,
        unit: 'CPU ms',
        gate: `≥ ${TIMES_THE_LIBRARY} × quicker than the library (with 1.3 for noise)`,
        ok: check.ours * TIMES_THE_LIBRARY <= check.library * NOISE,
      },
      ...Object.keys(few).map((name) => ({
        goal: 'P12',
        what: `${SAID[name]}, ${RUNGS.map((rung) => rung.toLocaleString('en')).join(' → ')} credentials (floor: the smaller)`,
        ours: many[name] ?? 0,
        peer: null,
        floor: few[name] ?? 0,
        unit: 'CPU ms',
        gate: `≤ ${MOST_SLOWER} × (with 1.3 for noise), no table of credentials or links read from end to end`,
        ok: (many[name] ?? 0) <= (few[name] ?? 0) * MOST_SLOWER * NOISE,
      })),
      {
        goal: 'P12',
        what: 'the same with how many there are (floor: the smaller)',
        ours: counts[1] ?? 0,
        peer: null,
        floor: counts[0] ?? 0,
        unit: 'CPU ms',
        gate: 'reported',
        ok: true,
      },
    ];
  } finally {
    bare.stop();
  }
}

const SAID: Record<string, string> = {
  link: 'the document at a link',
  page: 'the proof page',
  wallet: 'a holder’s own',
  register: 'the first page of the register',
};

/** Rows in the image of one that was signed, each with a link; of documents that nobody opens a line, so that disks hold them. */
async function fill(product: OwnProduct, upTo: number): Promise<void> {
  const [row] = await product.sql<{ n: number }>('SELECT count(*)::int AS n FROM credential');
  const client = new pg.Client({ connectionString: product.databaseUrl });
  await client.connect();
  try {
    // In the image of what passed every check: none is asked a million times.
    await client.query('SET session_replication_role = replica');
    await client.query(
      `CREATE TEMP TABLE many AS SELECT n, gen_random_uuid() AS id, gen_random_uuid() AS award_id,
         md5('holder ' || n / ${EACH})::uuid AS person_id FROM generate_series($1::int, $2::int) AS series (n)`,
      [(row?.n ?? 0) + 1, upTo],
    );
    await client.query(
      `INSERT INTO credential SELECT (jsonb_populate_record(NULL::credential, to_jsonb(it) - 'document' || jsonb_build_object('id', many.id,
         'award_id', many.award_id, 'person_id', many.award_id, 'document', left(it.document, 200), 'digest', many.n::text,
         'issued_at', now() - many.n * interval '1 second'))).*
       FROM many, (SELECT * FROM credential ORDER BY issued_at, id LIMIT 1) it`,
    );
    await client.query(
      `INSERT INTO share_grant SELECT (jsonb_populate_record(NULL::share_grant, to_jsonb(it) || jsonb_build_object('id', gen_random_uuid(),
         'credential_id', many.id, 'token', translate(rtrim(encode(uuid_send(many.id), 'base64'), '='), '+/', '-_')))).*
       FROM many, (SELECT * FROM share_grant ORDER BY created_at, id LIMIT 1) it`,
    );
    await client.query('DROP TABLE many');
    await client.query('VACUUM ANALYZE credential, share_grant');
  } finally {
    await client.end();
  }
}

/** The badges that were really signed, each with a link of its own. */
async function shareAll(product: OwnProduct): Promise<Link[]> {
  await product.sql(
    `INSERT INTO share_grant SELECT (jsonb_populate_record(NULL::share_grant, to_jsonb(it) || jsonb_build_object('id', gen_random_uuid(),
       'credential_id', credential.id, 'token', translate(rtrim(encode(uuid_send(gen_random_uuid()), 'base64'), '='), '+/', '-_')))).*
     FROM credential, (SELECT * FROM share_grant LIMIT 1) it WHERE credential.id <> it.credential_id`,
  );
  return product.sql<Link>(
    `SELECT token, person_id AS "personId", document FROM share_grant JOIN credential ON credential.id = credential_id`,
  );
}

/** From all over the table. */
function someLinks(product: OwnProduct): Promise<Link[]> {
  return product.sql<Link>(
    `SELECT token, person_id AS "personId", document FROM (SELECT * FROM share_grant ORDER BY md5(token) LIMIT 2000) it
     JOIN credential ON credential.id = credential_id`,
  );
}

const one = (links: readonly Link[]): Link =>
  links[randomInt(links.length)] ?? { token: '', personId: '', document: '' };

/** Each is asked for once: what was found of a badge is shown again for a minute. */
async function fullCheck(product: OwnProduct, real: readonly Link[]): Promise<{ ours: number; library: number }> {
  const [known, ...fresh] = real;
  await text(`${product.baseUrl}/p/${known?.token}/findings.json`);
  let nth = 0;
  const ours = await cpuOf(product, fresh.length, async () => {
    const found = await text(`${product.baseUrl}/p/${fresh[nth++]?.token}/findings.json`);
    if (!found.includes('"genuine-and-current"')) throw new Error(`A badge of ours was not found to be: ${found}`);
  });
  const { credentialStatus } = JSON.parse(known?.document ?? '{}') as {
    credentialStatus: { statusListCredential: string };
  };
  const library = digitalBazaar({
    didDocument: await text(`${product.baseUrl}/.well-known/did.json`),
    statusList: await text(credentialStatus.statusListCredential),
  });
  await library(known?.document ?? '');
  const begun = process.cpuUsage();
  for (const { document } of fresh)
    if (!(await library(document))) throw new Error('The library took a badge for none.');
  const { user, system } = process.cpuUsage(begun);
  return { ours, library: (user + system) / 1_000 / fresh.length };
}

/** Whoever the installation began with also keeps the badges. */
async function aKeeper(product: OwnProduct): Promise<Client> {
  const [row] = await product.sql<{ id: string }>(
    `SELECT person_id AS id FROM role_grant WHERE role = 'ADMINISTRATOR' AND starts_at IS NOT NULL LIMIT 1`,
  );
  await product.sql(
    `INSERT INTO role_grant (id, person_id, role, starts_at) VALUES (gen_random_uuid(), $1, 'PROGRAMME_OWNER', now())`,
    [row?.id],
  );
  const keeper = await Client.signIn(product.baseUrl, row?.id ?? '');
  await keeper.query(REGISTER);
  return keeper;
}

async function inTurns<Name extends string>(
  product: OwnProduct,
  work: Record<Name, () => Promise<unknown>>,
): Promise<Record<Name, number>> {
  const names = Object.keys(work) as Name[];
  const seen = new Map(names.map((name) => [name, [] as number[]]));
  for (let round = 0; round <= ROUNDS; round += 1)
    for (const name of names) {
      const used = await cpuOf(product, ASKED, work[name]);
      // The first round warms what is warm in use.
      if (round > 0) seen.get(name)?.push(used);
    }
  return Object.fromEntries(names.map((name) => [name, median(seen.get(name) ?? [])])) as Record<Name, number>;
}

async function readInFull(product: OwnProduct): Promise<number> {
  // Connections tell what they read once a second, and when they come to rest.
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  const [row] = await product.sql<{ n: number }>(
    `SELECT sum(seq_scan)::int AS n FROM pg_stat_user_tables WHERE relname IN ('credential', 'share_grant')`,
  );
  return row?.n ?? 0;
}

/**
 * What reads a table from end to end does so each time it is asked. A few times may be told late by connections that rest, and
 * once in a minute everything issued is counted for the proof page.
 */
async function refuseScans(product: OwnProduct, name: string, ask: () => Promise<unknown>): Promise<void> {
  const before = await readInFull(product);
  for (let each = 0; each < ASKED; each += 1) await ask();
  const times = (await readInFull(product)) - before;
  if (times > ASKED / 4)
    throw new Error(`For “${name}” credentials or links were read from end to end ${times} times of ${ASKED}.`);
}

async function text(url: string, accept = 'application/json'): Promise<string> {
  const response = await fetch(url, { headers: { accept } });
  const said = await response.text();
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${said.slice(0, 200)}`);
  return said;
}

/** What remains when nobody asks who, whether or for how long: a server, a pool, one prepared statement. */
const BARE = `
  const pool = new (require('pg').Pool)({ connectionString: process.env.DATABASE_URL, max: 10 });
  const statement = 'SELECT document FROM share_grant JOIN credential ON credential.id = credential_id WHERE token = $1';
  const server = require('node:http').createServer(async (request, reply) => {
    const { rows } = await pool.query({ name: 'document', text: statement, values: [request.url.slice(1)] });
    reply.writeHead(200, { 'content-type': 'application/json' }).end(rows[0].document);
  });
  server.listen(0, '127.0.0.1', () => process.send(server.address().port));
  process.once('disconnect', () => process.exit());`;

class BareServer {
  private constructor(
    readonly url: string,
    private readonly child: ChildProcess,
  ) {}

  static async start(databaseUrl: string): Promise<BareServer> {
    const child = spawn(process.execPath, ['-e', BARE], {
      cwd: import.meta.dirname,
      env: { PATH: process.env.PATH, DATABASE_URL: databaseUrl },
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    const [port] = (await once(child, 'message')) as [number];
    return new BareServer(`http://127.0.0.1:${port}`, child);
  }

  /** Of this server and the database; the product rests meanwhile. */
  async cpuOf(product: OwnProduct, times: number, ask: () => Promise<unknown>): Promise<number> {
    await Promise.all(Array.from({ length: 10 }, ask));
    const before = cpuMs(this.child.pid ?? 0);
    const database = await cpuOf(product, times, ask);
    return database + (cpuMs(this.child.pid ?? 0) - before) / times;
  }

  stop(): void {
    this.child.kill();
  }
}
