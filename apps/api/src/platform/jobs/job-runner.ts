import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { createPostgresBackend, type Job as BullJob, Queue, setDefaultBackendFactory, Worker } from 'bullmq';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { Viewer } from '../access/viewer.js';
import { Config } from '../config/config.js';
import { Transaction } from '../database/transaction.js';
import { Logger } from '../telemetry/logger.js';
import { JobRegistry, type RegisteredJob } from './job-registry.js';

/** Takes jobs from their queues and runs them. Started by the worker process and by tests, never by the API. */
@Injectable()
export class JobRunner implements OnApplicationShutdown {
  private readonly workers: Worker[] = [];
  private readonly queues: Queue[] = [];
  private pool: pg.Pool | null = null;

  constructor(
    private readonly registry: JobRegistry,
    private readonly config: Config,
    private readonly log: Logger,
    @InjectDataSource() private readonly dataSource: DataSource,
  ) {}

  async start(): Promise<void> {
    setDefaultBackendFactory(createPostgresBackend as never);
    this.pool = this.openPool();
    const connection = this.pool as never;
    for (const name of new Set(this.registry.all().map((job) => job.queue))) {
      const worker = new Worker(name, (job, token) => this.take(job, token ?? ''), {
        connection,
        concurrency: 4,
        // A worker killed in the middle costs a stall, not the job.
        maxStalledCount: 8,
        stalledInterval: 5_000,
        lockDuration: 15_000,
      });
      worker.on('error', (error) => this.log.warn({ queue: name, error: error.message }, 'queue connection'));
      this.workers.push(worker);
      await this.schedule(name, connection);
    }
  }

  /** One pool for all queues. Every client of it listens for errors: a lost connection is reconnected, not the end of the process. */
  private openPool(): pg.Pool {
    const pool = new pg.Pool({ connectionString: this.config.databaseUrl, max: 24, options: '-c search_path=bullmq' });
    const lost = (error: Error) => this.log.warn({ error: error.message }, 'queue connection lost');
    pool.on('error', lost);
    // Every queue listens, and there are as many as features brought.
    pool.setMaxListeners(100);
    pool.on('connect', (client) => client.on('error', lost));
    return pool;
  }

  private async schedule(name: string, connection: never): Promise<void> {
    const recurring = this.registry.all().filter((job) => job.queue === name && job.everySeconds);
    if (recurring.length === 0) return;
    const queue = new Queue(name, { connection });
    queue.on('error', (error) => this.log.warn({ queue: name, error: error.message }, 'queue connection'));
    this.queues.push(queue);
    for (const job of recurring)
      await queue.upsertJobScheduler(
        job.name,
        { every: (job.everySeconds ?? 60) * 1_000 },
        {
          name: job.name,
          data: {},
          opts: { removeOnComplete: true, removeOnFail: { count: 50 } },
        },
      );
  }

  private async take(taken: BullJob, token: string): Promise<void> {
    const job = this.registry.find(taken.name);
    if (!job) {
      this.log.warn({ job: taken.name, id: taken.id }, 'no such job any more; dropped');
      return;
    }
    const payload = job.payload.parse(taken.data);
    const running = { id: taken.id ?? '', attempt: taken.attemptsMade + 1 };
    try {
      await this.inTransaction(async (system) => {
        await fence(system.tx, job, running.id, token);
        await job.run(system, payload, running);
      });
    } catch (error) {
      const reason = error instanceof Error ? error : new Error(String(error));
      this.log.warn({ job: job.name, id: running.id, attempt: running.attempt, error: reason.message }, 'job failed');
      await this.inTransaction((system) => job.failed(system, payload, reason, running));
      throw reason;
    }
  }

  private async inTransaction(work: (system: Viewer) => Promise<void>): Promise<void> {
    const tx = await Transaction.open(this.dataSource, 'app_issuer', null);
    try {
      await work(Viewer.system(tx));
      await tx.commit();
    } catch (error) {
      await tx.rollback();
      throw error;
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all(this.workers.map((worker) => worker.close()));
    await Promise.all(this.queues.map((queue) => queue.close()));
    await this.pool?.end();
  }
}

/** Holds the lock row until commit. None there: another worker owns this try by now, and this one must not write. */
async function fence(tx: Transaction, job: RegisteredJob, id: string, token: string): Promise<void> {
  const [mine] = await tx.query(
    `SELECT 1 FROM bullmq.job WHERE queue = $1 AND id = $2 AND state = 'active' AND lock_token = $3 FOR SHARE`,
    [job.queue, id, token],
  );
  if (!mine) throw new Error('This try lost its lock; another one has taken over.');
}
