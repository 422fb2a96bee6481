import { runMigrations } from 'bullmq';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { migrations } from './migrations.js';

/** Brings a database to the schema of this version: the product's tables, then the queue's, then who may touch the queue. */
export async function migrate(databaseUrl: string): Promise<number> {
  const dataSource = await new DataSource({
    type: 'postgres',
    url: databaseUrl,
    migrations,
    installExtensions: false,
  }).initialize();
  try {
    // Two starters may come at once; the second waits and finds nothing to do.
    const lock = dataSource.createQueryRunner();
    await lock.query('SELECT pg_advisory_lock(4727)');
    try {
      const ran = await dataSource.runMigrations({ transaction: 'each' });
      await migrateQueue(databaseUrl);
      return ran.length;
    } finally {
      await lock.query('SELECT pg_advisory_unlock(4727)');
      await lock.release();
    }
  } finally {
    await dataSource.destroy();
  }
}

async function migrateQueue(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await runMigrations(client as never, 'bullmq');
    // The API may add jobs and nothing else: it cannot take, finish or delete one. DELETE on event is the queue's own trimming.
    await client.query(`
      GRANT USAGE ON SCHEMA bullmq TO app_api, app_issuer;
      GRANT SELECT, INSERT ON bullmq.job TO app_api;
      GRANT SELECT, INSERT, DELETE ON bullmq.event TO app_api;
      GRANT SELECT ON bullmq.meta TO app_api;
      GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA bullmq TO app_issuer;
      GRANT USAGE ON ALL SEQUENCES IN SCHEMA bullmq TO app_api, app_issuer;
    `);
  } finally {
    await client.end();
  }
}
