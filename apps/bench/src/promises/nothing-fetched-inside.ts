import { connect, createServer, type Server } from 'node:net';
import { hire } from './candidates.js';
import type { ProductPromise } from './promise.js';

const BRING = `mutation($input: BringCredentialInput!) { bringCredential(input: $input) { __typename
  ... on ExternalCredential { id } ... on Refusal { message } } }`;

/** This machine and its neighbours, as they can be written. */
const HOSTS = [
  ...[
    '127.0.0.1',
    '127.1',
    '127.0.1',
    '2130706433',
    '0x7f000001',
    '0x7f.0.0.1',
    '017700000001',
    '0177.0.0.1',
    '127.0.0.1.',
  ],
  ...[
    '0',
    '0.0.0.0',
    '0x0',
    '１２７.０.０.１',
    '①②⑦.⓪.⓪.①',
    '127。0。0。1',
    'localhost',
    'LOCALHOST',
    'localhost.',
    'lo%63alhost',
  ],
  ...[
    'ｌｏｃａｌｈｏｓｔ',
    '[::1]',
    '[0:0:0:0:0:0:0:1]',
    '[::]',
    '[::ffff:127.0.0.1]',
    '[::ffff:7f00:1]',
    '[::127.0.0.1]',
  ],
  ...[
    '[64:ff9b::127.0.0.1]',
    '[2002:7f00:1::]',
    '[fe80::1]',
    '[fc00::1]',
    '[fd00:ec2::254]',
    '10.0.0.1',
    '10.1',
    '172.16.0.1',
  ],
  ...[
    '192.168.0.1',
    '3232235521',
    '169.254.169.254',
    '0xa9fea9fe',
    '2852039166',
    '100.64.0.1',
    '198.18.0.1',
    '224.0.0.1',
  ],
];
/** Those of them that a careless program reaches this machine by. */
const REACHING = ['127.0.0.1', '127.1', '2130706433', '0x7f.1', 'localhost', '[::ffff:127.0.0.1]'];
const USUAL = 443;

/** Whoever brings a badge names addresses: its own, its issuer's, its list's. None of them leads into our network. */
export const nothingFetchedInside: ProductPromise = {
  name: 'an address that somebody brings never leads inside',
  key: 'ssrf',
  target: '≥ 80, 0 hits',
  async keep({ product, crowd, size }) {
    if (!product.isRunning('worker')) product.startWorker();
    const canary = await Canary.listen();
    try {
      const spellings = canary.spellings();
      const tried = size === 'quick' ? spellings.filter((_each, nth) => nth % 4 === 0) : spellings;
      const stage = await crowd.stage();
      // Nobody keeps more than a hundred.
      const people = [await hire(stage), await hire(stage), await hire(stage), await hire(stage)];
      const open = new Set<string>();
      for (const [nth, spelling] of tried.entries())
        for (const input of [{ address: spelling }, { fileName: 'badge.json', file: badgeNaming(spelling, nth) }]) {
          const person = people[(nth + (input.file ? 2 : 0)) % people.length];
          const { data } = (await person?.client.ask(BRING, { input })) ?? {};
          const { id } = (data?.bringCredential ?? {}) as { id?: string };
          if (id) open.add(id);
        }
      const unchecked = await untilChecked(product.sql.bind(product), [...open]);
      const { hits } = canary;
      const control = await canary.reachedWithoutGuard();
      return {
        figure: hits,
        n: tried.length * 2,
        ok: hits === 0 && unchecked === 0 && open.size > tried.length && (size === 'quick' || tried.length >= 80),
        control: `${control} of ${REACHING.length} reached it without the guard`,
        controlHeld: control >= 4,
        ...(unchecked > 0 && { why: `${unchecked} were not checked in time` }),
      };
    } finally {
      canary.close();
    }
  },
};

/** A badge of 2.0 that says it stands there, and so does its issuer. */
function badgeNaming(address: string, nth: number): string {
  return Buffer.from(
    JSON.stringify({
      ...{ '@context': 'https://w3id.org/openbadges/v2', type: 'Assertion', id: address, badge: `${address}class` },
      recipient: { type: 'email', hashed: false, identity: `somebody-${nth}@example.org` },
      ...{ verification: { type: 'hosted' }, issuedOn: '2026-01-02T03:04:05Z' },
    }),
  ).toString('base64');
}

async function untilChecked(
  sql: (text: string, values: unknown[]) => Promise<{ n: number }[]>,
  ids: string[],
): Promise<number> {
  for (const end = Date.now() + 240_000; ; await new Promise((resolve) => setTimeout(resolve, 500))) {
    const [row] = await sql(
      `SELECT count(*)::int AS n FROM external_credential WHERE id = ANY ($1::uuid[]) AND state = 'CHECKING'`,
      [ids],
    );
    if (!row?.n || Date.now() > end) return row?.n ?? 0;
  }
}

/** Listens on this machine and counts who comes: on the usual port where that is allowed, and on one of its own. */
class Canary {
  hits = 0;

  private constructor(
    private readonly servers: Server[],
    private readonly port: number,
  ) {
    for (const server of servers)
      server.on('connection', (socket) => {
        this.hits += 1;
        socket.destroy();
      });
  }

  static async listen(): Promise<Canary> {
    const servers = await Promise.all([0, USUAL].map((port) => listening(port)));
    const own = servers[0]?.address();
    return new Canary(
      servers.filter((server) => server !== null),
      typeof own === 'object' && own ? own.port : USUAL,
    );
  }

  spellings(): string[] {
    return HOSTS.flatMap((host) => [`https://${host}/`, `https://${host}:${this.port}/`]);
  }

  /** The same hosts as an unguarded program reads them. */
  async reachedWithoutGuard(): Promise<number> {
    const before = this.hits;
    for (const host of REACHING) {
      const { hostname } = new URL(`https://${host}/`);
      await new Promise<void>((resolve) => {
        const socket = connect({ host: hostname.replace(/^\[|\]$/g, ''), port: this.port });
        for (const event of ['close', 'error'] as const) socket.on(event, () => resolve());
      });
    }
    return this.hits - before;
  }

  close(): void {
    for (const server of this.servers) server.close();
  }
}

/** Null where this program may not listen there. */
function listening(port: number): Promise<Server | null> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once('error', () => resolve(null));
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}
