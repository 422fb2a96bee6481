import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { Viewer } from '../src/platform/access/viewer.js';
import { audit } from '../src/platform/audit/audit.js';
import { chainHash, digestOfRow, headInWords } from '../src/platform/audit/audit-chain.js';
import { AuditCheckService, type AuditReport } from '../src/platform/audit/audit-check.service.js';
import { AuditSequencer } from '../src/platform/audit/audit-sequencer.js';
import { CommandLine } from '../src/platform/commands/command-line.js';
import { newId } from '../src/platform/database/id.js';
import { Transaction } from '../src/platform/database/transaction.js';
import { eventually, startApi, type TestApi, type TestClient } from './support/api.js';
import { addPeople, foundOrganisation, refusalOfSql } from './support/programme.js';

interface Head {
  auditHead: {
    sequence: number;
    hash: string;
    chainedAt: string | null;
    unchained: number;
    oldestUnchained: string | null;
  };
}
const HEAD = '{ auditHead { sequence hash chainedAt unchained oldestUnchained } }';

describe('keeping the audit chain', () => {
  let api: TestApi;
  let auditor: TestClient;
  let dataSource: DataSource;
  let sequencer: AuditSequencer;
  let checks: AuditCheckService;

  beforeAll(async () => {
    api = await startApi();
    await foundOrganisation(api);
    const ids = await addPeople(api, { auditor: ['AUDITOR'] });
    auditor = await api.as(ids.auditor);
    dataSource = api.app.get(DataSource);
    sequencer = api.app.get(AuditSequencer);
    checks = api.app.get(AuditCheckService, { strict: false });
  });
  afterAll(() => api.close());

  const act = (system: Viewer, operation = 'didSomething') =>
    audit(system, {
      operation,
      target: newId(),
      detail: { arguments: { zeal: 3, answer: { b: 1, aa: [true, null] } } },
    });
  const check = (noted: { sequence: number; hash: string } | null = null): Promise<AuditReport> =>
    api.asSystem((system) => checks.check(system, noted));
  const chainAll = async () => {
    while ((await sequencer.chainWaiting()) > 0);
  };
  const head = async () => (await auditor.query<Head>(HEAD)).auditHead;

  /** Does it as somebody with all power over the database, looks what the check says, and puts everything back. */
  async function tampered(...statements: [sql: string, parameters?: unknown[]][]): Promise<AuditReport> {
    const tx = await Transaction.open(dataSource, 'app_issuer', null);
    try {
      await tx.query('RESET ROLE');
      for (const [sql, parameters] of statements) await tx.query(sql, parameters);
      return await checks.check(Viewer.system(tx), null);
    } finally {
      await tx.rollback();
    }
  }

  it('numbers what was done without gaps, and an untouched log is found whole', async () => {
    await api.asSystem(async (system) => {
      for (let i = 0; i < 40; i += 1) await act(system);
    });
    const before = await head();
    expect(before.unchained).toBeGreaterThanOrEqual(40);
    await chainAll();
    const after = await head();
    expect(after).toMatchObject({ unchained: 0, oldestUnchained: null });
    const numbers = await api.sql<{ sequence: string }>('SELECT sequence FROM audit_chain ORDER BY sequence');
    expect(numbers.map(({ sequence }) => Number(sequence))).toEqual(numbers.map((_row, index) => index + 1));
    expect(await check()).toMatchObject({ ok: true, checked: after.sequence, faults: [], head: { hash: after.hash } });
  });

  it.each([
    ['id', 'gen_random_uuid()'],
    ['at', `at + interval '1 microsecond'`],
    ['actor_id', 'gen_random_uuid()'],
    ['actor_kind', `CASE actor_kind WHEN 'system' THEN 'stranger' ELSE 'system' END`],
    ['operation', `operation || ' '`],
    ['target', `coalesce(target, '') || '1'`],
    ['target', `CASE WHEN target IS NULL THEN '' END`],
    ['detail', `detail || '{"refused": "NotAllowed"}'`],
    ['detail', `jsonb_set(detail, '{arguments,zeal}', '4')`],
    ['detail', `detail - 'arguments'`],
    ['digest', `repeat('0', 64)`],
  ])('finds a changed %s (%s) and names its row', async (column, value) => {
    const report = await tampered([
      `UPDATE audit_entry SET ${column} = ${value} FROM audit_chain WHERE entry_id = audit_entry.id AND sequence = 7`,
    ]);
    expect(report.ok).toBe(false);
    expect(report.faults[0]).toMatchObject({ sequence: 7 });
  });

  it('does not let the outcome be set to something else', async () => {
    await expect(tampered([`UPDATE audit_entry SET outcome = 'DONE'`])).rejects.toThrow(
      'can only be updated to DEFAULT',
    );
  });

  it('finds a row whose digest was changed along with it', async () => {
    const [row] = await api.sql<Parameters<typeof digestOfRow>[0]>(
      `SELECT entry.id, to_char(entry.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS at, actor_id AS "actorId",
         actor_kind AS "actorKind", operation, target, detail
       FROM audit_entry entry JOIN audit_chain ON entry_id = entry.id WHERE sequence = 9`,
    );
    if (!row) throw new Error('there is no ninth row');
    const digest = digestOfRow({ ...row, operation: 'didNothing' });
    const rewrite: [string, unknown[]] = [
      `UPDATE audit_entry SET operation = 'didNothing', digest = $2 WHERE id = $1`,
      [row.id, digest],
    ];
    expect((await tampered(rewrite)).faults[0]).toMatchObject({ sequence: 9 });
    const inChain: [string, unknown[]] = ['UPDATE audit_chain SET digest = $1 WHERE sequence = 9', [digest]];
    expect((await tampered(rewrite, inChain)).faults[0]).toMatchObject({ sequence: 9 });
    const [eighth] = await api.sql<{ hash: string }>('SELECT chain_hash AS hash FROM audit_chain WHERE sequence = 8');
    const hashed: [string, unknown[]] = [
      'UPDATE audit_chain SET chain_hash = $1 WHERE sequence = 9',
      [chainHash(eighth?.hash ?? '', digest)],
    ];
    // Now the ninth is consistent; the tenth follows another one.
    expect((await tampered(rewrite, inChain, hashed)).faults[0]).toMatchObject({ sequence: 10 });
  });

  it.each<[string, number, [string][]]>([
    [
      'a removed row',
      5,
      [['DELETE FROM audit_entry USING audit_chain WHERE entry_id = audit_entry.id AND sequence = 5']],
    ],
    [
      'a row removed together with its link',
      6,
      [
        ['DELETE FROM audit_entry USING audit_chain WHERE entry_id = audit_entry.id AND sequence = 5'],
        ['DELETE FROM audit_chain WHERE sequence = 5'],
      ],
    ],
    [
      'removed, and the numbers closed up',
      5,
      [
        ['DELETE FROM audit_entry USING audit_chain WHERE entry_id = audit_entry.id AND sequence = 5'],
        ['DELETE FROM audit_chain WHERE sequence = 5'],
        ['UPDATE audit_chain SET sequence = sequence + 100000 WHERE sequence > 5'],
        ['UPDATE audit_chain SET sequence = sequence - 100001 WHERE sequence > 5'],
      ],
    ],
    [
      'two links in each other’s place',
      4,
      [
        ['UPDATE audit_chain SET sequence = 100000 WHERE sequence = 4'],
        ['UPDATE audit_chain SET sequence = 4 WHERE sequence = 5'],
        ['UPDATE audit_chain SET sequence = 5 WHERE sequence = 100000'],
      ],
    ],
    ['a changed link', 8, [[`UPDATE audit_chain SET chain_hash = repeat('a', 64) WHERE sequence = 8`]]],
    ['a link moved to another row', 8, [[`UPDATE audit_chain SET entry_id = gen_random_uuid() WHERE sequence = 8`]]],
    ['the first row cut off', 2, [['DELETE FROM audit_chain WHERE sequence = 1']]],
    [
      'a link put in',
      12,
      [
        ['UPDATE audit_chain SET sequence = sequence + 100000 WHERE sequence >= 12'],
        ['UPDATE audit_chain SET sequence = sequence - 99999 WHERE sequence > 100000'],
        [
          `INSERT INTO audit_chain SELECT 12, gen_random_uuid(), digest, chain_hash, now() FROM audit_chain WHERE sequence = 11`,
        ],
      ],
    ],
  ])('finds %s at %i', async (_what, sequence, statements) => {
    const report = await tampered(...statements);
    expect(report.ok).toBe(false);
    expect(report.faults[0]).toMatchObject({ sequence });
  });

  it('finds a row that was put in beside the log’s own way', async () => {
    const report = await tampered(
      ['ALTER TABLE audit_entry DISABLE TRIGGER audit_waits'],
      [
        `INSERT INTO audit_entry (id, at, actor_kind, operation, detail, digest) VALUES (gen_random_uuid(), now(), 'system', 'made up', '{}', 'x')`,
      ],
    );
    expect(report.faults).toEqual([expect.objectContaining({ what: expect.stringContaining('put in') })]);
  });

  it('finds a change even before the row is chained, and that it was gone by then', async () => {
    await api.asSystem((system) => act(system, 'waitsStill'));
    expect((await tampered([`UPDATE audit_entry SET operation = 'x' WHERE operation = 'waitsStill'`])).ok).toBe(false);
    const id = newId();
    await api.asSystem((system) => act(system, id));
    await api.sql('DELETE FROM audit_entry WHERE operation = $1', [id]);
    await chainAll();
    const report = await check();
    expect(report.faults.map(({ what }) => what)).toEqual(['the row it stands for is gone']);
    // Put the log right again for those who come after; only the owner of the database can.
    await api.sql('DELETE FROM audit_chain WHERE sequence = $1', [report.faults[0]?.sequence]);
    expect((await check()).ok).toBe(true);
  });

  it('sees by a noted head that the end was cut off, and only by it', async () => {
    await api.asSystem((system) => act(system));
    await chainAll();
    const noted = (await check()).head;
    if (!noted) throw new Error('nothing is chained');
    expect((await check(noted)).ok).toBe(true);
    const tx = await Transaction.open(dataSource, 'app_issuer', null);
    try {
      await tx.query('RESET ROLE');
      await tx.query('DELETE FROM audit_entry USING audit_chain WHERE entry_id = audit_entry.id AND sequence > $1', [
        noted.sequence - 3,
      ]);
      await tx.query('DELETE FROM audit_chain WHERE sequence > $1', [noted.sequence - 3]);
      const system = Viewer.system(tx);
      expect((await checks.check(system, null)).ok).toBe(true);
      const report = await checks.check(system, noted);
      expect(report).toMatchObject({ ok: false, faults: [{ sequence: noted.sequence }] });
    } finally {
      await tx.rollback();
    }
    const other = { ...noted, hash: 'b'.repeat(64) };
    expect((await check(other)).faults[0]?.what).toContain('written anew');
  });

  it('chains what commits late, whatever its time says', async () => {
    const late = await Transaction.open(dataSource, 'app_issuer', null);
    const id = newId();
    await act(Viewer.system(late), id);
    await api.asSystem((system) => act(system, 'cameAfterwards'));
    await chainAll();
    await late.commit();
    await api.asSystem((system) => act(system, 'cameLast'));
    await chainAll();
    const rows = await api.sql<{ operation: string }>(
      'SELECT operation FROM audit_chain JOIN audit_entry ON audit_entry.id = entry_id ORDER BY sequence DESC LIMIT 3',
    );
    expect(rows.map(({ operation }) => operation)).toEqual(['cameLast', id, 'cameAfterwards']);
    expect(await check()).toMatchObject({ ok: true, unchained: { count: 0 } });
  });

  it('stays one chain when many write and several sequencers chain at once', async () => {
    let writing = true;
    const chaining = Array.from({ length: 3 }, async () => {
      while (writing) await sequencer.chainWaiting();
    });
    await Promise.all(
      Array.from({ length: 6 }, async () => {
        for (let i = 0; i < 15; i += 1)
          await api.asSystem(async (system) => {
            await act(system);
            await new Promise((resolve) => setTimeout(resolve, Math.random() * 12));
          });
      }),
    );
    writing = false;
    await Promise.all(chaining);
    await chainAll();
    const [entries] = await api.sql<{ n: string }>('SELECT count(*) AS n FROM audit_entry');
    expect(await check()).toMatchObject({ ok: true, checked: Number(entries?.n), unchained: { count: 0 } });
  });

  it('loses nothing and doubles nothing when the sequencer dies in the middle', async () => {
    let deaths = 0;
    const thirty = (): Promise<unknown> =>
      api.asSystem(async (system) => {
        for (let j = 0; j < 30; j += 1) await act(system);
      });
    for (let i = 0; i < 20; i += 1) {
      // The sequencer's connection may die just after it was given back; who gets it next starts again.
      await thirty().catch(thirty);
      const chained = sequencer.chainWaiting().catch(() => 'died');
      await new Promise((resolve) => setTimeout(resolve, i));
      const killed = await api.sql(
        `SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND pid <> pg_backend_pid()
         AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
      );
      deaths += killed.length;
      await chained;
    }
    await chainAll();
    const [entries] = await api.sql<{ n: string }>('SELECT count(*) AS n FROM audit_entry');
    expect(await check()).toMatchObject({ ok: true, checked: Number(entries?.n), unchained: { count: 0 } });
    expect(deaths).toBeGreaterThan(0);
  });

  it('chains within a second in a worker', async () => {
    sequencer.start();
    const waits: number[] = [];
    for (let i = 0; i < 5; i += 1) {
      await auditor.query('mutation { markNotificationsRead }');
      const begun = Date.now();
      await eventually(head, ({ unchained }) => unchained === 0);
      waits.push(Date.now() - begun);
    }
    // The best of some: a busy machine is not the sequencer's fault.
    expect(Math.min(...waits)).toBeLessThan(1_000);
  });

  it('lets nobody but the sequencer write the chain, and nobody change it', async () => {
    for (const sql of [
      `INSERT INTO audit_chain VALUES (900000, gen_random_uuid(), 'x', 'x', now())`,
      `UPDATE audit_chain SET chain_hash = 'x'`,
      'DELETE FROM audit_chain',
      'TRUNCATE audit_chain',
      'DELETE FROM audit_unchained',
      'TRUNCATE audit_unchained',
      `UPDATE audit_entry SET operation = 'x'`,
      'DELETE FROM audit_entry',
      'TRUNCATE audit_entry',
    ])
      expect([sql, await refusalOfSql(api, 'app_api', sql)]).toEqual([
        sql,
        expect.stringContaining('permission denied'),
      ]);
    for (const sql of [
      `UPDATE audit_chain SET chain_hash = 'x'`,
      'DELETE FROM audit_chain',
      'TRUNCATE audit_chain',
      'TRUNCATE audit_unchained',
      `UPDATE audit_entry SET operation = 'x'`,
      'DELETE FROM audit_entry',
      'TRUNCATE audit_entry',
    ])
      expect([sql, await refusalOfSql(api, 'app_issuer', sql)]).toEqual([
        sql,
        expect.stringContaining('permission denied'),
      ]);
  });

  describe('on the command line and in a file', () => {
    let folder: string;
    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'assay-audit-'));
    });
    afterAll(() => rm(folder, { recursive: true, force: true }));

    async function command(...words: string[]): Promise<{ code: number; said: string }> {
      const lines: string[] = [];
      const say = (line: string) => void lines.push(line);
      const code = await api.app.get(CommandLine).run(api.app, ['audit', 'verify', ...words], { out: say, err: say });
      return { code, said: lines.join('\n') };
    }

    async function exported(query = ''): Promise<string> {
      const response = await auditor.fetch(`/audit/export.jsonl${query}`);
      expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="audit-.*\.jsonl"$/);
      return response.text();
    }

    it('says that all is well, prints the head, and compares it', async () => {
      await eventually(head, ({ unchained }) => unchained === 0);
      const { code, said } = await command();
      expect(said).toContain('every one is as it was');
      expect(code).toBe(0);
      const words = headInWords((await check()).head ?? { sequence: 0, hash: '' });
      expect(said).toContain(`Head: ${words}`);
      expect((await command('--head', words)).code).toBe(0);
      expect(
        (
          await command(
            '--head',
            words.replace(/^./, (c) => (c === 'a' ? 'b' : 'a')),
          )
        ).code,
      ).toBe(1);
      expect((await command('--head', 'nonsense')).code).toBe(2);
      expect(JSON.parse((await command('--json')).said)).toMatchObject({ ok: true, faultCount: 0 });
    });

    it('checks an exported file, and finds any changed character of it', async () => {
      await eventually(head, ({ unchained }) => unchained === 0);
      const text = await exported();
      const path = join(folder, 'whole.jsonl');
      await writeFile(path, text);
      const { code, said } = await command(path);
      expect(said).toContain('every one is as it was');
      expect(code).toBe(0);
      const lines = text.trimEnd().split('\n');
      const changes: [string, string[]][] = [
        ['a word', lines.map((line, i) => (i === 3 ? line.replace('didSomething', 'didNothing12') : line))],
        ['a number', lines.map((line, i) => (i === 4 ? line.replace('"zeal":3', '"zeal":5') : line))],
        [
          'the outcome',
          lines.map((line, i) => (i === 4 ? line.replace('"outcome":"DONE"', '"outcome":"FAILED"') : line)),
        ],
        ['the order', [lines[1] ?? '', lines[0] ?? '', ...lines.slice(2)]],
        ['a doubled line', [...lines.slice(0, 5), ...lines.slice(4)]],
        ['no JSON', [...lines.slice(0, 5), 'gone', ...lines.slice(5)]],
      ];
      for (const [what, changed] of changes) {
        await writeFile(path, `${changed.join('\n')}\n`);
        expect([what, (await command(path)).code]).toEqual([what, 1]);
      }
      await writeFile(path, `${lines.filter((_line, i) => i !== 5).join('\n')}\n`);
      expect((await command(path)).said).toContain('1 places where rows are left out');
      await writeFile(path, '');
      expect((await command(path, '--head', `${'a'.repeat(64)}@3`)).code).toBe(1);
    });

    it('exports what filters ask for, and leaves a row for each export', async () => {
      const count = async () =>
        (
          await api.sql<{ n: number }>(`SELECT count(*)::int AS n FROM audit_entry WHERE operation = 'exportAuditLog'`)
        )[0]?.n;
      const before = (await count()) ?? 0;
      const rows = (await exported('?operation=cameLast')).trimEnd().split('\n');
      expect(rows.map((row) => (JSON.parse(row) as { operation: string }).operation)).toEqual(['cameLast']);
      expect(await count()).toBe(before + 1);
      expect((await auditor.fetch('/audit/export.csv?from=yesterday')).status).toBe(400);
      expect((await auditor.fetch('/audit/export.csv?colour=red')).status).toBe(400);
      expect((await api.stranger.fetch('/audit/export.csv')).status).toBe(401);
      const csv = await (await auditor.fetch('/audit/export.csv?outcome=DONE&operation=exportAuditLog')).text();
      expect(csv.split('\r\n')[0]).toBe(
        'number,time,actor,actor kind,actor id,operation,target,outcome,detail,row id,digest,chain hash',
      );
      expect(csv).toContain(',auditor,person,');
    });

    it('keeps formulas of whoever wrote them from running in a spreadsheet', async () => {
      await api.asSystem((system) => audit(system, { operation: '=1+1', target: '@SUM(1)', detail: { by: 'x' } }));
      const csv = await (await auditor.fetch(`/audit/export.csv?operation=${encodeURIComponent('=1+1')}`)).text();
      expect(csv).toContain(",'=1+1,'@SUM(1),");
    });
  });
});
