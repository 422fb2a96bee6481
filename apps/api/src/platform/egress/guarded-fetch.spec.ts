import { createServer as createTlsServer, type Server as TlsServer } from 'node:https';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { guardedFetch, NotFetched, STRICT } from './guarded-fetch.js';
import { isPublicAddress } from './public-address.js';

/** A certificate for issuer.example that is good for a hundred years and trusted nowhere but here. */
const KEY = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgTPst9QWL7t9gOCp+
qCOFcrqU9nF0xfrypb7g8GNFAYKhRANCAASDvmc2EKuZ0Xn7WoFwqCEeeDHsYzdZ
6Ma+IGcURutWwgiCtnAkmyGU6awkM/1jJZc+Vtuq0H/HIhFWv7WrH1YP
-----END PRIVATE KEY-----`;
const CERTIFICATE = `-----BEGIN CERTIFICATE-----
MIIBpDCCAUqgAwIBAgIUNo613nlWxvRirlLgvl9M1TE2+5AwCgYIKoZIzj0EAwIw
GTEXMBUGA1UEAwwOaXNzdWVyLmV4YW1wbGUwIBcNMjYxMTIyMTYyNTUxWhgPMjEy
NjEwMjkxNjI1NTFaMBkxFzAVBgNVBAMMDmlzc3Vlci5leGFtcGxlMFkwEwYHKoZI
zj0CAQYIKoZIzj0DAQcDQgAEg75nNhCrmdF5+1qBcKghHngx7GM3WejGviBnFEbr
VsIIgrZwJJshlOmsJDP9YyWXPlbbqtB/xyIRVr+1qx9WD6NuMGwwHQYDVR0OBBYE
FKh0+qAUr+qkui/BKLoDihtghlrQMB8GA1UdIwQYMBaAFKh0+qAUr+qkui/BKLoD
ihtghlrQMA8GA1UdEwEB/wQFMAMBAf8wGQYDVR0RBBIwEIIOaXNzdWVyLmV4YW1w
bGUwCgYIKoZIzj0EAwIDSAAwRQIgXjjSqXiK4HYWmH0tQZwK54y3bA28Cm1F7cl5
emqtxiMCIQDo6Fok+fAtu637vyLj1aqF2SE2cGoF3M1tV3siwSB8vA==
-----END CERTIFICATE-----`;

/** Ways to write this machine and its neighbours. `PORT` is the canary's. */
const HOSTS = [
  ...[
    '127.0.0.1',
    '127.1',
    '127.0.1',
    '127.255.255.254',
    '2130706433',
    '0x7f000001',
    '0x7f.0.0.1',
    '0x7f.1',
    '017700000001',
  ],
  ...[
    '0177.0.0.1',
    '0177.1',
    '127.0.0.1.',
    '0',
    '0.0.0.0',
    '0x0',
    '00',
    '１２７.０.０.１',
    '①②⑦.⓪.⓪.①',
    '127。0。0。1',
  ],
  ...[
    'localhost',
    'LOCALHOST',
    'localhost.',
    'lo%63alhost',
    'ＬＯＣＡＬＨＯＳＴ',
    'ip6-localhost',
    'localhost.localdomain',
  ],
  ...['[::1]', '[0:0:0:0:0:0:0:1]', '[0000::0001]', '[::]', '[::ffff:127.0.0.1]', '[::ffff:7f00:1]', '[::127.0.0.1]'],
  ...[
    '[64:ff9b::127.0.0.1]',
    '[64:ff9b:1::127.0.0.1]',
    '[2002:7f00:1::]',
    '[2001:0:7f00:1::]',
    '[fe80::1]',
    '[fc00::1]',
    '[fd00:ec2::254]',
    '[ff02::1]',
  ],
  ...[
    '10.0.0.1',
    '10.1',
    '172.16.0.1',
    '172.31.255.254',
    '192.168.0.1',
    '192.168.1',
    '3232235521',
    '169.254.169.254',
    '0xa9fea9fe',
    '2852039166',
  ],
  ...[
    '169.254.169.254.',
    '100.64.0.1',
    '100.100.100.200',
    '192.0.0.192',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '240.0.0.1',
  ],
];
const SPELLINGS = [
  ...HOSTS.flatMap((host) => [`https://${host}/`, `https://${host}:PORT/`]),
  ...[
    'http://127.0.0.1:PORT/',
    'https://user@127.0.0.1:PORT/',
    'https://example.org@127.0.0.1:PORT/',
    'https:127.0.0.1:PORT/',
  ],
  ...[
    'https:\\\\127.0.0.1:PORT\\',
    'https:///127.0.0.1:PORT/',
    'ftp://127.0.0.1:PORT/',
    'gopher://127.0.0.1:PORT/_x',
    'file:///etc/hosts',
  ],
  ...[
    'data:text/plain,x',
    'ws://127.0.0.1:PORT/',
    '//127.0.0.1:PORT/',
    'https://[::1%25lo]:PORT/',
    'https://0x7f.0x0.0x0.0x1:PORT/',
    '',
  ],
  ...['https://rebinding.example/', 'https://mixed.example/', 'https://mapped.example/', 'https://metadata.example/'],
];
/** Names whose owner has pointed them inward. */
const NAMES: Record<string, string[]> = {
  'rebinding.example': ['127.0.0.1'],
  'mixed.example': ['93.184.215.14', '127.0.0.1'],
  'mapped.example': ['::ffff:127.0.0.1'],
  'metadata.example': ['169.254.169.254'],
};
const lookup = async (host: string) => {
  const known = NAMES[host] ?? (/localhost/i.test(host) ? ['127.0.0.1', '::1'] : []);
  if (known.length === 0) throw new Error('ENOTFOUND');
  return known.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
};

describe('an address that a stranger named', () => {
  let canary: Server;
  let port: number;
  let hits = 0;

  beforeAll(async () => {
    canary = createServer((socket) => {
      hits += 1;
      socket.destroy();
    });
    await new Promise<void>((resolve) => canary.listen(0, '127.0.0.1', resolve));
    port = (canary.address() as AddressInfo).port;
  });
  afterAll(() => void canary.close());

  it(`reaches nothing inside, in ${SPELLINGS.length} spellings`, async () => {
    expect(SPELLINGS.length).toBeGreaterThanOrEqual(80);
    const rules = { ...STRICT, lookup, ports: ['', '443', String(port)] };
    const fetched: string[] = [];
    const reasons = new Set<string>();
    for (const spelling of SPELLINGS) {
      const result = await guardedFetch(spelling.replace('PORT', String(port)), {}, rules).catch(
        (error: unknown) => error,
      );
      if (result instanceof NotFetched && ['ADDRESS', 'PRIVATE'].includes(result.reason)) reasons.add(result.reason);
      else fetched.push(`${spelling} ${String(result)}`);
    }
    expect([fetched, hits]).toEqual([[], 0]);
    expect([...reasons].sort()).toEqual(['ADDRESS', 'PRIVATE']);
  });

  it('would be reached without the guard, so the count above means something', async () => {
    const open = { ...STRICT, lookup, ports: ['', '443', String(port)], isAllowed: () => true };
    for (const host of ['127.0.0.1', '2130706433', '0x7f.1', 'localhost', '[::ffff:127.0.0.1]'])
      await guardedFetch(`https://${host}:${port}/`, {}, open).catch(() => undefined);
    expect(hits).toBeGreaterThanOrEqual(4);
  });

  it('is asked on the usual port only', async () => {
    await expect(guardedFetch('https://93.184.215.14:8443/', {}, { ...STRICT, lookup })).rejects.toMatchObject({
      reason: 'ADDRESS',
    });
  });

  it('tells the public internet from everything else', () => {
    for (const address of ['93.184.215.14', '1.1.1.1', '172.32.0.1', '100.128.0.1', '2606:4700::1111', '2a00:1450::1'])
      expect([address, isPublicAddress(address)]).toEqual([address, true]);
    for (const address of [
      '127.0.0.1',
      '::1',
      '::ffff:8.8.8.8',
      '2001:db8::1',
      '64:ff9b::808:808',
      'fe80::1',
      'localhost',
      '',
    ])
      expect([address, isPublicAddress(address)]).toEqual([address, false]);
  });
});

describe('an answer from outside', () => {
  let server: TlsServer;
  let port: number;

  beforeAll(async () => {
    server = createTlsServer({ key: KEY, cert: CERTIFICATE }, (request, response) => {
      const { url = '' } = request;
      if (url === '/inward') return void response.writeHead(302, { location: 'https://127.0.0.1:1/' }).end();
      if (url === '/plain') return void response.writeHead(302, { location: 'http://issuer.example/' }).end();
      if (url === '/round') return void response.writeHead(302, { location: '/round' }).end();
      if (url === '/moved') return void response.writeHead(301, { location: '/badge' }).end();
      if (url === '/large') return void response.end(Buffer.alloc(2_000_000));
      if (url === '/packed') return void response.writeHead(200, { 'content-encoding': 'gzip' }).end('x');
      if (url === '/silent') return undefined;
      if (url === '/drip') {
        const drip = setInterval(() => response.write('x'), 20);
        return void request.on('close', () => clearInterval(drip));
      }
      if (url === '/gone') return void response.writeHead(404).end();
      return void response
        .writeHead(200, { 'content-type': 'Application/JSON; charset=utf-8' })
        .end(JSON.stringify(request.headers));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    port = (server.address() as AddressInfo).port;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  const outside = async () => [{ address: '127.0.0.1', family: 4 }];
  /** As if this server stood in the open: only the name leads to it, the number does not. */
  const get = (path: string, options = {}, milliseconds = 5_000) => {
    let asked = 0;
    const isAllowed = () => asked++ === 0 || path !== '/inward';
    return guardedFetch(`https://issuer.example:${port}${path}`, options, {
      ...{
        ...STRICT,
        ports: [String(port), '1', ''],
        lookup: outside,
        isAllowed,
        milliseconds,
        authority: CERTIFICATE,
      },
    });
  };

  it('is taken with its kind, and nothing of ours is sent along', async () => {
    const { url, type, bytes } = await get('/moved', { accept: 'application/json', types: ['application/json'] });
    expect([url, type]).toEqual([`https://issuer.example:${port}/badge`, 'application/json']);
    const sent = JSON.parse(bytes.toString()) as Record<string, string>;
    expect(sent).toEqual({
      host: `issuer.example:${port}`,
      accept: 'application/json',
      'accept-encoding': 'identity',
      'user-agent': 'assay',
      connection: 'close',
    });
  });

  it.each([
    ['/inward', 'PRIVATE', {}],
    ['/plain', 'ADDRESS', {}],
    ['/round', 'REDIRECTS', {}],
    ['/large', 'TOO_LARGE', {}],
    ['/packed', 'KIND', {}],
    ['/badge', 'KIND', { types: ['image/png'] }],
    ['/gone', 'REFUSED', {}],
  ])('%s is refused: %s', async (path, reason, options) => {
    await expect(get(path, options)).rejects.toMatchObject({ name: 'NotFetched', reason });
  });

  it.each(['/silent', '/drip'])('%s is not waited for', async (path) => {
    await expect(get(path, {}, 300)).rejects.toMatchObject({ reason: 'TOO_SLOW' });
  });

  it('must have the certificate of its name, from an authority that is known', async () => {
    const open = { ...STRICT, ports: [String(port)], lookup: outside, isAllowed: () => true };
    await expect(
      guardedFetch(`https://other.example:${port}/badge`, {}, { ...open, authority: CERTIFICATE }),
    ).rejects.toMatchObject({
      reason: 'UNREACHABLE',
    });
    await expect(guardedFetch(`https://issuer.example:${port}/badge`, {}, open)).rejects.toMatchObject({
      reason: 'UNREACHABLE',
    });
  });
});
