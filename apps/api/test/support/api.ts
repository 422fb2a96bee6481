import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import pg from 'pg';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { createHttpApp } from '../../src/http-app.js';
import { Viewer } from '../../src/platform/access/viewer.js';
import { AuditSequencer } from '../../src/platform/audit/audit-sequencer.js';
import { Config } from '../../src/platform/config/config.js';
import { migrate } from '../../src/platform/database/migrate.js';
import { Transaction } from '../../src/platform/database/transaction.js';
import { JobRunner } from '../../src/platform/jobs/job-runner.js';

/** The product on a database of its own, spoken to over HTTP. */
export interface TestApi {
  url: string;
  /** As a superuser, whom no rule of rows keeps from anything. */
  databaseUrl: string;
  app: NestFastifyApplication;
  /** Signs a person in and speaks as them. */
  as(personId: string): Promise<TestClient>;
  stranger: TestClient;
  /** Work done by the product itself, in one committed transaction. */
  asSystem<T>(work: (system: Viewer) => Promise<T>): Promise<T>;
  /** As a superuser. */
  sql<Row extends object>(text: string, parameters?: unknown[]): Promise<Row[]>;
  superuser(): Promise<DataSource>;
  /** Ends the product and starts it again on the same database, data and address. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

/** Creates a database from a migrated template, opens the HTTP door on a free port, and starts the queue when asked. */
export async function startApi(options: { worker?: boolean; env?: Record<string, string> } = {}): Promise<TestApi> {
  const { databaseUrl, ownerUrl } = await freshDatabase();
  const dataDir = await mkdtemp(join(tmpdir(), 'assay-test-'));
  const config = new Config({
    NODE_ENV: 'test',
    DATABASE_URL: ownerUrl,
    DATA_DIR: dataDir,
    DEMO: 'true',
    PORT: '0',
    LOG_LEVEL: 'error',
    RATE_LIMITS: 'off',
    PREVIEW_PROGRAM: process.env.TEST_PREVIEW_PROGRAM,
    TYPESET_PROGRAM: process.env.TEST_TYPESET_PROGRAM,
    WORKBOOK_PROGRAM: process.env.TEST_WORKBOOK_PROGRAM,
    PUBLIC_URL: 'http://localhost:4000',
    ...options.env,
  });
  let app = await createHttpApp(config);
  await app.listen(0, '127.0.0.1');
  const url = (await app.getUrl()).replace('[::1]', '127.0.0.1');
  const dataSource = () => app.get(DataSource);
  let looking: Promise<DataSource> | undefined;
  const superuser = () => {
    looking ??= new DataSource({ ...dataSource().options, url: databaseUrl } as DataSourceOptions).initialize();
    return looking;
  };
  const startWorker = async () => {
    if (!options.worker) return;
    await app.get(JobRunner).start();
    app.get(AuditSequencer).start();
  };
  await startWorker();
  return {
    url,
    databaseUrl,
    get app() {
      return app;
    },
    stranger: new TestClient(url, null),
    as: (personId) => TestClient.signIn(url, personId),
    asSystem: async (work) => {
      const tx = await Transaction.open(dataSource(), 'app_issuer', null);
      try {
        const result = await work(Viewer.system(tx));
        await tx.commit();
        return result;
      } catch (error) {
        await tx.rollback();
        throw error;
      }
    },
    sql: async (text, parameters) => (await superuser()).query(text, parameters),
    superuser,
    restart: async () => {
      await app.close();
      app = await createHttpApp(config);
      await app.listen(new URL(url).port, '127.0.0.1');
      await startWorker();
    },
    close: async () => {
      await app.close();
      await (await looking)?.destroy();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** One person's browser, without the browser: a session cookie and GraphQL. */
export class TestClient {
  constructor(
    readonly url: string,
    readonly cookie: string | null,
  ) {}

  static async signIn(url: string, personId: string): Promise<TestClient> {
    const response = await fetch(`${url}/auth/demo/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ personId }),
    });
    if (!response.ok) throw new Error(`sign-in answered ${response.status}: ${await response.text()}`);
    return new TestClient(
      url,
      response.headers
        .getSetCookie()
        .map((each) => each.split(';')[0])
        .join('; '),
    );
  }

  fetch(
    path: string,
    init: Omit<RequestInit, 'headers'> & { headers?: Record<string, string> } = {},
  ): Promise<Response> {
    return fetch(`${this.url}${path}`, {
      ...init,
      headers: { ...(this.cookie ? { cookie: this.cookie } : {}), ...init.headers },
    });
  }

  /** Data and errors as they came. */
  async ask<Data>(
    query: string,
    variables: object = {},
  ): Promise<{ data: Data; errors?: { message: string; extensions?: { code?: string } }[] }> {
    const response = await this.fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
    return (await response.json()) as never;
  }

  /** Data; an error is a failed test. */
  async query<Data>(query: string, variables: object = {}): Promise<Data> {
    const { data, errors } = await this.ask<Data>(query, variables);
    if (errors) throw new Error(errors.map((error) => error.message).join('; '));
    return data;
  }
}

/** Asks again until the answer holds, for what the worker does meanwhile. */
export async function eventually<T>(
  ask: () => Promise<T>,
  holds: (answer: T) => boolean,
  withinMs = 20_000,
): Promise<T> {
  const end = Date.now() + withinMs;
  for (;;) {
    const answer = await ask();
    if (holds(answer)) return answer;
    if (Date.now() > end) throw new Error(`Still not so after ${withinMs} ms: ${JSON.stringify(answer)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** The product's own role may in tests what it may where guides are followed, and no more. */
const OWNER = 'assay_owner';
const PASSWORD = 'of-tests';

async function freshDatabase(): Promise<{ databaseUrl: string; ownerUrl: string }> {
  const admin = process.env.TEST_DATABASE_URL;
  if (!admin) throw new Error('TEST_DATABASE_URL is not set; run jest through its global set-up.');
  const client = new pg.Client({ connectionString: admin });
  await client.connect();
  try {
    // The first spec file to come migrates the template; the others wait for it and copy.
    await client.query('SELECT pg_advisory_lock(4728)');
    const { rowCount } = await client.query("SELECT 1 FROM pg_database WHERE datname = 'assay_template'");
    if (!rowCount) {
      const owner = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [OWNER]);
      if (!owner.rowCount) await client.query(`CREATE ROLE ${OWNER} LOGIN CREATEROLE PASSWORD '${PASSWORD}'`);
      // Left by whoever could not migrate it: what was wrong then shall be said again.
      await client.query('DROP DATABASE IF EXISTS assay_template_building');
      await client.query(`CREATE DATABASE assay_template_building OWNER ${OWNER}`);
      await migrate(asOwner(admin, 'assay_template_building'));
      await client.query('ALTER DATABASE assay_template_building RENAME TO assay_template');
    }
    const name = `spec_${process.pid}_${Date.now()}_${Math.floor(Math.random() * 1e6)}`;
    await client.query(`CREATE DATABASE ${name} TEMPLATE assay_template OWNER ${OWNER}`);
    await client.query('SELECT pg_advisory_unlock(4728)');
    return { databaseUrl: withDatabase(admin, name), ownerUrl: asOwner(admin, name) };
  } finally {
    await client.end();
  }
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.toString();
}

function asOwner(url: string, name: string): string {
  const changed = new URL(withDatabase(url, name));
  changed.username = OWNER;
  changed.password = PASSWORD;
  return changed.toString();
}
