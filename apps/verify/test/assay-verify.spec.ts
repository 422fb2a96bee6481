import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bakeSvg } from '@assay/credential';
import { run } from '../src/run.js';
import { type AnIssuer, startIssuer } from './an-issuer.js';

const NOW = new Date('2027-01-11T09:14:00Z');
let issuer: AnIssuer;

beforeEach(async () => {
  issuer = await startIssuer();
});
afterEach(() => issuer.close());

async function verify(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const said = { out: '', err: '' };
  const terminal = {
    readStandardInput: async () => Buffer.from(JSON.stringify(issuer.badge)),
    out: (text: string) => void (said.out += text),
    err: (text: string) => void (said.err += text),
  };
  const code = await run(args, terminal, NOW);
  return { code, ...said };
}

function written(content: unknown): string {
  const file = join(mkdtempSync(join(tmpdir(), 'assay-verify-')), 'file.json');
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}

describe('assay-verify', () => {
  it('asks the issuer’s domain for its key and its list, and finds the badge genuine and current', async () => {
    const { code, out } = await verify(written(issuer.badge));
    expect(out).toContain('Amara Okafor, by Calder Water, 2026-12-04 to 2029-12-04');
    expect(out).toContain('✓ The signature is intact');
    expect(out).toContain('Genuine and current.');
    expect(code).toBe(0);
    expect([...new Set(issuer.asked)]).toEqual(['/.well-known/did.json', '/status/1']);
  });

  it('does the same from files, asking nobody', async () => {
    const { code } = await verify(
      '-',
      '--offline',
      '--issuer',
      written(issuer.didDocument),
      '--status',
      written(issuer.statusList),
    );
    expect([code, issuer.asked]).toEqual([0, []]);
  });

  it('says that it could not check where nobody may be asked', async () => {
    const { code, out } = await verify(written(issuer.badge), '--offline');
    expect(code).toBe(2);
    expect(out).toContain('✓ The signature is intact');
    expect(out).toMatch(/– Whether 127\.0\.0\.1:\d+ published the key could not be checked/);
  });

  it('refuses a changed copy, shows none of it and asks nobody', async () => {
    const { code, out } = await verify(written(JSON.stringify(issuer.badge).replace('Amara', 'Amaru')));
    expect(code).toBe(1);
    expect(out).toContain('Do not rely on this.');
    expect(out).not.toContain('Amaru');
    expect(issuer.asked).toEqual([]);
  });

  it('says that a badge was withdrawn', async () => {
    const strict = await startIssuer([7]);
    const { code, out } = await verify(written(strict.badge));
    await strict.close();
    expect(code).toBe(1);
    expect(out).toContain('✗ The issuer has withdrawn it');
  });

  it('accepts an issuer that the given register holds, and warns about one that it does not', async () => {
    const entry = { id: issuer.did, name: 'Calder Water plc', keys: [issuer.multikey] };
    expect(
      (await verify(written(issuer.badge), '--trust', written({ name: 'Water register', issuers: [entry] }))).code,
    ).toBe(0);
    const { code, out } = await verify(
      written(issuer.badge),
      '--trust',
      written({ name: 'Empty register', issuers: [] }),
    );
    expect(code).toBe(1);
    expect(out).toContain('by an issuer that is not trusted here');
  });

  it('finds the badge inside a picture', async () => {
    const drawing = bakeSvg('<svg xmlns="http://www.w3.org/2000/svg"></svg>', JSON.stringify(issuer.badge));
    const { code, out } = await verify(written(drawing));
    expect([code, out.includes('✓ The credential was found in the picture')]).toEqual([0, true]);
    const empty = await verify(written('<svg xmlns="http://www.w3.org/2000/svg"></svg>'));
    expect([empty.code, empty.out]).toEqual([1, expect.stringContaining('the picture holds no credential')]);
  });

  it('prints findings for programs', async () => {
    const { out } = await verify('-', '--json');
    const { verdict, checks } = JSON.parse(out) as { verdict: string; checks: { name: string; state: string }[] };
    expect([verdict, checks.every(({ state }) => state === 'ok')]).toEqual(['genuine-and-current', true]);
  });

  it('takes what is not JSON for no credential, and what is not there for a mistake', async () => {
    expect((await verify(written('Dear Sir'), '--offline')).code).toBe(1);
    expect((await verify('/nowhere/badge.json')).code).toBe(2);
  });

  it.each([[[]], [['a.json', 'b.json']], [['a.json', '--loud']]])(
    'explains itself when called with %j',
    async (args) => {
      const { code, err } = await verify(...args);
      expect([code, err.startsWith('assay-verify FILE')]).toEqual([2, true]);
    },
  );
});
