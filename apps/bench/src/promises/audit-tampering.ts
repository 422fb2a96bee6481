import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { OwnProduct } from '../product/own-product.js';
import { operationsOf } from '../product/schema.js';
import type { ProductPromise } from './promise.js';

/** Every column of a row and of its link, with ways to change it that somebody with all power over the database has. */
const EDITS: Record<string, Record<string, string[]>> = {
  audit_entry: {
    id: ['gen_random_uuid()'],
    at: [`at + interval '1 microsecond'`, `at - interval '1 day'`, `date_trunc('hour', at) - interval '1 hour'`],
    actor_id: ['gen_random_uuid()', 'CASE WHEN actor_id IS NULL THEN gen_random_uuid() END'],
    actor_kind: [`CASE actor_kind WHEN 'system' THEN 'stranger' ELSE 'system' END`],
    operation: [`operation || ' '`, `upper(operation) || 'x'`, `''`],
    target: [`coalesce(target, '') || '0'`, `CASE WHEN target IS NULL THEN '' END`],
    detail: [
      `detail || '{"refused": "NotFound2"}'`,
      `detail || '{"failed": "X"}'`,
      `detail || '{"more": null}'`,
      `'{}'`,
    ],
    digest: [`repeat('0', 64)`, 'reverse(digest)'],
  },
  audit_chain: {
    sequence: ['sequence + 1000000', '0 + 2000000'],
    entry_id: ['gen_random_uuid()'],
    digest: [`repeat('f', 64)`, 'reverse(digest)'],
    chain_hash: [`repeat('f', 64)`, 'reverse(chain_hash)'],
  },
};

/** Changes of whole rows; `$1` is the number of the row. */
const ON_ROWS = [
  ['DELETE FROM audit_entry USING audit_chain WHERE entry_id = audit_entry.id AND sequence = $1'],
  ['DELETE FROM audit_chain WHERE sequence = $1'],
  [
    'DELETE FROM audit_entry USING audit_chain WHERE entry_id = audit_entry.id AND sequence = $1',
    'DELETE FROM audit_chain WHERE sequence = $1',
  ],
  [
    'UPDATE audit_chain SET sequence = 3000000 WHERE sequence = $1',
    'UPDATE audit_chain SET sequence = $1 WHERE sequence = $1 + 1',
    'UPDATE audit_chain SET sequence = $1 + 1 WHERE sequence = 3000000',
  ],
  [
    'DELETE FROM audit_chain WHERE sequence = $1',
    'UPDATE audit_chain SET sequence = sequence + 1000000 WHERE sequence > $1',
    'UPDATE audit_chain SET sequence = sequence - 1000001 WHERE sequence > 1000000',
  ],
  [
    'ALTER TABLE audit_entry DISABLE TRIGGER audit_waits',
    `INSERT INTO audit_entry (id, at, actor_kind, operation, detail, digest) VALUES (gen_random_uuid(), now(), 'system', 'x' || $1::text, '{}', 'x')`,
    'ALTER TABLE audit_entry ENABLE TRIGGER audit_waits',
  ],
];

const COPIES = ['audit_entry', 'audit_chain', 'audit_unchained'];

/** Whoever changes the log in the database itself is found by `audit verify`, which names the place. */
export const auditTampering: ProductPromise = {
  name: 'a changed audit log is found out',
  target: 'every column and row, 40 of 40 at least',
  async keep({ product, crowd }) {
    const { client } = await crowd.bystander();
    const mutations = (await operationsOf(client)).filter(({ kind }) => kind === 'mutation');
    for (const { document } of mutations) await client.ask(document);
    product.startWorker();
    await allChained(product);
    await product.kill('worker');
    const before = verify(product);
    const [size] = await product.sql<{ n: string }>('SELECT count(*) AS n FROM audit_chain');
    const rows = Number(size?.n);
    const missed: string[] = [];
    let found = 0;
    for (const [index, statements] of attacks().entries()) {
      const place = 2 + ((index * 37) % (rows - 4));
      await keepCopies(product);
      for (const sql of statements) await product.sql(sql.replaceAll('$1', String(place)));
      const { ok, sequence } = verify(product);
      // Named at the row itself, at the one behind it, or where a number is missing or doubled.
      if (!ok && sequence !== null) found += 1;
      else missed.push(`${place}: ${statements.join('; ')}`);
      await putBack(product);
    }
    const after = verify(product);
    return {
      figure: found,
      n: found + missed.length,
      ok: missed.length === 0 && found >= 40,
      control: `untouched: ${before.ok && after.ok ? 'every row as it was' : 'called wrong'}`,
      controlHeld: before.ok && after.ok,
      ...(missed.length > 0 && { why: missed.join('\n  ') }),
    };
  },
};

function attacks(): string[][] {
  const edits = Object.entries(EDITS).flatMap(([table, columns]) =>
    Object.entries(columns).flatMap(([column, values]) =>
      values.map((value) =>
        table === 'audit_entry'
          ? [
              `UPDATE audit_entry SET ${column} = ${value} WHERE id = (SELECT entry_id FROM audit_chain WHERE sequence = $1)`,
            ]
          : [`UPDATE audit_chain SET ${column} = ${value} WHERE sequence = $1`],
      ),
    ),
  );
  // Each at two places: near the beginning and somewhere behind.
  return [...edits, ...ON_ROWS, ...edits.slice(0, 16), ...ON_ROWS.slice(0, 5)];
}

/** The operator's own command, as a process of its own. */
function verify({ doors, env }: OwnProduct): { ok: boolean; sequence: number | null } {
  const { stdout, stderr } = spawnSync(process.execPath, [join(doors, 'assay.js'), 'audit', 'verify', '--json'], {
    encoding: 'utf8',
    env,
  });
  const line = stdout.trim().split('\n').at(-1) ?? '';
  if (!line.startsWith('{')) throw new Error(`audit verify said: ${stdout}${stderr}`);
  const report = JSON.parse(line) as { ok: boolean; faults: { sequence: number }[] };
  return { ok: report.ok, sequence: report.faults[0]?.sequence ?? null };
}

async function allChained(product: OwnProduct): Promise<void> {
  const end = Date.now() + 20_000;
  for (;;) {
    const [row] = await product.sql<{ n: string }>('SELECT count(*) AS n FROM audit_unchained');
    if (row?.n === '0') return;
    if (Date.now() > end) throw new Error(`${row?.n} rows were not chained within 20 seconds.`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function keepCopies(product: OwnProduct): Promise<void> {
  for (const table of COPIES) await product.sql(`CREATE TABLE kept_${table} AS SELECT * FROM ${table}`);
}

async function putBack(product: OwnProduct): Promise<void> {
  await product.sql('ALTER TABLE audit_entry DISABLE TRIGGER audit_waits');
  for (const table of COPIES) {
    await product.sql(`DELETE FROM ${table}`);
    const names = await product.sql<{ name: string }>(
      `SELECT quote_ident(column_name) AS name FROM information_schema.columns WHERE table_name = '${table}' AND is_generated = 'NEVER'`,
    );
    const columns = names.map(({ name }) => name).join(', ');
    await product.sql(`INSERT INTO ${table} (${columns}) SELECT ${columns} FROM kept_${table}`);
    await product.sql(`DROP TABLE kept_${table}`);
  }
  await product.sql('ALTER TABLE audit_entry ENABLE TRIGGER audit_waits');
}
