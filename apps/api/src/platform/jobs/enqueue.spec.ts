import { createPostgresBackend, Queue } from 'bullmq';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { startApi, type TestApi } from '../../../test/support/api.js';
import { Viewer } from '../access/viewer.js';
import { newId } from '../database/id.js';
import { type DatabaseRole, Transaction } from '../database/transaction.js';
import { DomainEvent, record } from '../events/event.js';
import { enqueue } from './enqueue.js';

class Happened extends DomainEvent {
  constructor(readonly subjectId: string) {
    super();
  }
}

/** BullMQ documents no way to add a job in one's own transaction: its SQL functions are a contract that only tests hold. */
describe('enqueue', () => {
  let api: TestApi;
  let pool: pg.Pool;
  let queue: Queue;

  beforeAll(async () => {
    api = await startApi();
    pool = new pg.Pool({ connectionString: api.databaseUrl, max: 4, options: '-c search_path=bullmq' });
    pool.on('error', () => undefined);
    queue = new Queue('contract', { connection: pool as never }, createPostgresBackend as never);
  });
  afterAll(async () => {
    await queue.close();
    await pool.end();
    await api.close();
  });

  async function inTransaction<T>(role: DatabaseRole, work: (tx: Transaction) => Promise<T>): Promise<T> {
    const tx = await Transaction.open(api.app.get(DataSource), role, null);
    try {
      const result = await work(tx);
      await tx.commit();
      return result;
    } catch (error) {
      await tx.rollback();
      throw error;
    }
  }

  const row = async (id: string) => {
    const [found] = await api.sql<Record<string, unknown>>(
      `SELECT * FROM bullmq.job WHERE queue = 'contract' AND id = $1`,
      [id],
    );
    return found;
  };

  const allRules = [undefined, { attempts: 1, backoffMs: 250 }, { attempts: 20, backoffMs: 60_000 }];
  const allDelays = [undefined, 90_000];
  const allPayloads = [
    {},
    { awardId: newId(), words: ['Zoë', '“quoted”', '\\ \n'], depth: { list: [1, 2.5, null, true] } },
  ];
  const allPriorities = [undefined, 1];
  const combinations = allRules.flatMap((rules) =>
    allDelays.flatMap((delayMs) =>
      allPayloads.flatMap((payload) => allPriorities.map((priority) => ({ rules, delayMs, payload, priority }))),
    ),
  );

  it('has twenty-four combinations to compare', () => expect(combinations).toHaveLength(24));

  it.each(combinations)('writes the row that queue.add() writes: %j', async ({ rules, delayMs, payload, priority }) => {
    const ours = newId();
    const theirs = newId();
    await inTransaction('app_api', (tx) =>
      enqueue(tx, { name: 'contract.compare', id: ours, payload, rules, delayMs, priority }),
    );
    const { attempts, backoffMs } = rules ?? { attempts: 8, backoffMs: 1_000 };
    await queue.add('contract.compare', payload, {
      jobId: theirs,
      attempts,
      backoff: { type: 'exponential', delay: backoffMs },
      ...(delayMs ? { delay: delayMs } : {}),
      ...(priority ? { priority } : {}),
      removeOnComplete: { age: 3_600, count: 1_000 },
    });

    const [mine, reference] = [await row(ours), await row(theirs)];
    expect(comparable(mine)).toEqual(comparable(reference));
    expect(mine?.process_at_ms === null).toBe(reference?.process_at_ms === null);
    if (delayMs) expect(Number(mine?.process_at_ms) - Number(mine?.added_at_ms)).toBe(delayMs);
  });

  it('tells what happens now before what is written down afterwards', async () => {
    const [past, now] = [newId(), newId()];
    await inTransaction('app_issuer', async (tx) => {
      await record(Viewer.system(tx, new Date('2024-05-01T09:00:00Z')), new Happened(past));
      await record(Viewer.system(tx), new Happened(now));
    });
    const takenNext = async () => {
      const [taken] = await api.sql<{ subject: string }>(
        `SELECT event.subject_id AS subject FROM bullmq.move_to_active('events', 'test', 60000, $1, 'test', NULL, NULL) job
         JOIN domain_event event ON event.id::text = job.id`,
        [Date.now()],
      );
      return taken?.subject;
    };
    expect([await takenNext(), await takenNext()]).toEqual([now, past]);
  });

  it('speaks to functions that are as they were', async () => {
    const signatures = [
      'bullmq.add_job(text,text,text,jsonb,jsonb,integer,bigint,bigint,integer,text,text,text,text,text,boolean)',
      'bullmq.publish_event(text,text,jsonb)',
      'bullmq.move_to_active(text,text,bigint,bigint,text,integer,bigint)',
    ];
    const rows = await api.sql<{ found: string | null }>(
      'SELECT to_regprocedure(each)::text AS found FROM unnest($1::text[]) AS each',
      [signatures],
    );
    expect(rows.map((each) => each.found?.replace(/ without.*/, ''))).toEqual(signatures);
  });

  it('is undone with the change that it belongs to', async () => {
    const id = newId();
    const change = inTransaction('app_api', async (tx) => {
      await enqueue(tx, { name: 'contract.undo', id, payload: {} });
      await tx.query(
        `INSERT INTO domain_event (id, at, type, subject_id, payload) VALUES ($1, now(), 'Undone', $1, '{}')`,
        [id],
      );
      throw new Error('the change failed');
    });
    await expect(change).rejects.toThrow('the change failed');
    expect(await row(id)).toBeUndefined();
    expect(await api.sql('SELECT 1 FROM domain_event WHERE id = $1', [id])).toEqual([]);
    expect(await api.sql(`SELECT 1 FROM bullmq.event WHERE data ->> 'jobId' = $1`, [id])).toEqual([]);
  });

  it('is seen by nobody before the change is', async () => {
    const id = newId();
    await inTransaction('app_api', async (tx) => {
      await enqueue(tx, { name: 'contract.hidden', id, payload: {} });
      expect(await row(id)).toBeUndefined();
    });
    expect(await row(id)).toMatchObject({ state: 'waiting' });
  });

  it('writes the same work once while it waits', async () => {
    const id = newId();
    for (const payload of [{ first: true }, { first: false }])
      await inTransaction('app_api', (tx) => enqueue(tx, { name: 'contract.once', id, payload }));
    expect((await row(id))?.data).toEqual({ first: true });
  });

  it.each(['12345', 'award:1'])('refuses the id %s, in which BullMQ would read a meaning', async (id) => {
    await expect(
      inTransaction('app_api', (tx) => enqueue(tx, { name: 'contract.bad', id, payload: {} })),
    ).rejects.toThrow('Not a job id');
  });

  it.each([
    [
      'take',
      `SELECT * FROM bullmq.move_to_active('contract', 'stolen', 30000, (extract(epoch FROM now()) * 1000)::bigint, NULL, NULL, NULL)`,
    ],
    ['finish', `UPDATE bullmq.job SET state = 'completed' WHERE queue = 'contract'`],
    ['change', `UPDATE bullmq.job SET data = '{"forged":true}' WHERE queue = 'contract'`],
    ['delete', `DELETE FROM bullmq.job WHERE queue = 'contract'`],
    ['empty', `TRUNCATE bullmq.job`],
    ['pause', `SELECT bullmq.pause('contract', true)`],
  ])('gives the API no way to %s a job', async (_what, statement) => {
    await inTransaction('app_api', (tx) => enqueue(tx, { name: 'contract.kept', id: newId(), payload: {} }));
    await expect(inTransaction('app_api', (tx) => tx.query(statement))).rejects.toThrow('permission denied');
  });

  it('goes on past the point where the queue trims its event log, which needs a grant', async () => {
    // Trimming begins after 10,000 events and happens at every 256th; the sequence is wound on to just before.
    const windOn = () => api.sql(`SELECT setval('bullmq.event_seq', 20440)`);
    const enqueueSixty = () =>
      inTransaction('app_api', async (tx) => {
        for (let i = 0; i < 60; i += 1) await enqueue(tx, { name: 'contract.many', id: newId(), payload: {} });
      });
    await windOn();
    await expect(enqueueSixty()).resolves.toBeUndefined();

    await api.sql('REVOKE DELETE ON bullmq.event FROM app_api');
    await api.sql('DELETE FROM bullmq.event WHERE id > 20400');
    await windOn();
    await expect(enqueueSixty()).rejects.toThrow('permission denied for table event');
  });
});

/** Everything but the identity of the row and the moment it was written. */
function comparable(row: Record<string, unknown> | undefined): Record<string, unknown> {
  if (!row) throw new Error('no such row');
  const { id: _id, seq: _seq, added_at_ms: _added, process_at_ms: _process, opts, ...rest } = row;
  const { jobId: _jobId, timestamp: _timestamp, ...options } = opts as Record<string, unknown>;
  return { ...rest, opts: options };
}
