import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { PoolClient, QueryResult } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { DataSource, EntityManager, ObjectLiteral, QueryRunner } from 'typeorm';
import { isId } from './id.js';
import { named } from './named-statements.js';

/** The database roles: what a process may do at all, whatever its code says. */
export type DatabaseRole = 'app_api' | 'app_issuer' | 'app_reporting';

// No question of a person may keep the database busy for longer, whatever it was made of.
const PATIENCE = "'10s'";

/**
 * One database transaction, opened under a database role with the acting person set (`app.person_id`),
 * so that row-level rules know who asks. Everything a request or a job does goes through one of these.
 */
export class Transaction {
  private readonly afterwards: (() => void)[] = [];
  private state: 'open' | 'committed' | 'rolled back' = 'open';

  private constructor(
    private readonly runner: QueryRunner,
    /** The database's time at the start; rules get their time from here. */
    readonly startedAt: Date,
    /** What was asked along with the begin, rows by rows. */
    readonly answers: readonly (readonly object[])[],
  ) {}

  /** `asks` go along in the first message: statements without parameters, whose text holds nothing that anybody wrote. */
  static async open(
    dataSource: DataSource,
    role: DatabaseRole,
    personId: string | null,
    asks: readonly string[] = [],
  ): Promise<Transaction> {
    const runner = dataSource.createQueryRunner();
    try {
      if (personId !== null && !isId(personId)) throw new Error('not a person id');
      const client = (await runner.connect()) as PoolClient;
      oneAtATime(runner, role);
      // In one message, with role, person and time; the id was checked above, so it may stand in the text. What TypeORM would
      // have noted of it is noted here: it begins no second one, and ends this one.
      Object.assign(runner, { isTransactionActive: true, transactionDepth: 1 });
      const begun = (await client.query(
        `START TRANSACTION; SELECT now() AS now, set_config('role', '${role}', true), set_config('app.person_id', '${personId ?? ''}', true)${
          role === 'app_api' ? `, set_config('statement_timeout', ${PATIENCE}, true)` : ''
        }${asks.map((each) => `; ${each}`).join('')}`,
      )) as unknown as QueryResult[];
      const [, settings, ...asked] = begun;
      const { now } = (settings?.rows[0] ?? {}) as { now?: Date };
      return new Transaction(
        runner,
        now ?? new Date(),
        asked.map(({ rows }) => rows as object[]),
      );
    } catch (error) {
      // The connection goes back to the pool; half a transaction must not go with it.
      if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
      await runner.release();
      throw error;
    }
  }

  get manager(): EntityManager {
    return this.runner.manager;
  }

  get open(): boolean {
    return this.state === 'open';
  }

  /** Runs one statement; `$1` parameters; rows come back as plain objects. */
  async query<Row extends ObjectLiteral>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    return (await this.runner.query(sql, parameters)) as Row[];
  }

  /** Streams rows in by a COPY … FROM STDIN, on this transaction's own connection. Gives how many came. */
  async copyIn(sql: string, rows: Readable): Promise<number> {
    const client = (await this.runner.connect()) as PoolClient;
    const copy = client.query(copyFrom(sql));
    await pipeline(rows, copy);
    return copy.rowCount ?? 0;
  }

  /** Until the end of this transaction nobody else is in the part of this name: those who come wait here. */
  async aloneIn(part: string): Promise<void> {
    await this.runner.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [part]);
  }

  /** Row-level rules show what this link opens, until the end of this transaction. */
  async showLink(token: string, nth = 1): Promise<void> {
    await this.runner.query(`SELECT set_config('app.share_token', $1, true), set_config('app.share_nth', $2, true)`, [
      token,
      String(nth),
    ]);
  }

  /** For what only tells others (cache, live pages). What must happen is a job, enqueued in this transaction. */
  afterCommit(tell: () => void): void {
    this.afterwards.push(tell);
  }

  async commit(): Promise<void> {
    if (this.state !== 'open') return;
    this.state = 'committed';
    try {
      await this.runner.commitTransaction();
    } finally {
      await this.runner.release();
    }
    for (const tell of this.afterwards) tell();
  }

  async rollback(): Promise<void> {
    if (this.state !== 'open') return;
    this.state = 'rolled back';
    try {
      await this.runner.rollbackTransaction();
    } finally {
      await this.runner.release();
    }
  }
}

/**
 * Field resolvers run side by side, but a connection answers one statement after another. What requests ask again and again
 * is asked by its name; jobs and commands make tables of their own, and are left alone.
 */
function oneAtATime(runner: QueryRunner, role: DatabaseRole): void {
  const ask = runner.query.bind(runner);
  let last: Promise<unknown> = Promise.resolve();
  runner.query = ((text: string, parameters?: unknown[], structured?: true) => {
    const statement = role === 'app_api' && parameters?.length ? named(text) : text;
    // TypeORM hands on whatever it is given, and the driver knows both.
    const answer = last.then(() => ask(statement as string, parameters, structured as true));
    last = answer.catch(() => undefined);
    return answer;
  }) as QueryRunner['query'];
}
