import { randomUUID } from 'node:crypto';
import pg from 'pg';

/**
 * The negative control of `prove`: writes a change, commits, and only then enqueues the job that the change needs.
 * Started to be killed. Never imitate it.
 */
const pool = new pg.Pool({ connectionString: process.argv[2], max: 8 });
pool.on('error', () => undefined);
process.once('disconnect', () => process.exit());

async function writeAndThenEnqueue(): Promise<void> {
  const id = randomUUID();
  await pool.query('INSERT INTO afterwards_probe (id) VALUES ($1)', [id]);
  await pool.query(
    `SELECT bullmq.add_job('probe', $1, 'probe.do', '{}'::jsonb, '{}'::jsonb, 0, 0, $2, 1, NULL, NULL, NULL, NULL, NULL, false)`,
    [id, Date.now()],
  );
}

await Promise.all(Array.from({ length: 8 }, () => writeAndThenEnqueue()));
process.send?.('going');
await Promise.all(
  Array.from({ length: 8 }, async () => {
    for (;;) await writeAndThenEnqueue();
  }),
);
