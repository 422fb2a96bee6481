import { setTimeout as wait } from 'node:timers/promises';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Transaction } from '../database/transaction.js';
import { Logger } from '../telemetry/logger.js';
import { CHAIN_BEGINS, chainHash, digestOfRow, headInWords, type NotedHead } from './audit-chain.js';
import { ROW_COLUMNS, type StoredAuditRow } from './audit-rows.js';

const AT_ONCE = 1_000;
const LOOK_EVERY_MS = 300;
const AFTER_TROUBLE_MS = 2_000;
const TELL_EVERY_MS = 60 * 60 * 1_000;
/** Stands for a row that was gone before it could be chained: no row has this digest, so the check finds the place. */
const GONE = '0'.repeat(64);

/**
 * Gives the rows of the audit log their numbers and chains them, within a second. It runs in the worker; of several
 * workers one works at a time. One transaction takes rows from the waiting ones to the chain: a process that dies in the
 * middle leaves all or nothing, and what commits late is waiting then.
 */
@Injectable()
export class AuditSequencer implements OnApplicationShutdown {
  private readonly ending = new AbortController();
  private running: Promise<void> | null = null;
  private remembered: NotedHead | null = null;
  private toldAt = 0;

  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly log: Logger,
  ) {}

  start(): void {
    this.running ??= this.run();
  }

  async onApplicationShutdown(): Promise<void> {
    this.ending.abort();
    await this.running;
  }

  private async run(): Promise<void> {
    const { signal } = this.ending;
    while (!signal.aborted) {
      let pause = LOOK_EVERY_MS;
      try {
        if ((await this.chainWaiting()) === AT_ONCE) pause = 0;
        this.tellHead();
      } catch (error) {
        if (signal.aborted) return;
        this.log.warn(
          { error: error instanceof Error ? error.message : String(error) },
          'the audit log waits for its chain',
        );
        pause = AFTER_TROUBLE_MS;
      }
      await wait(pause, undefined, { signal }).catch(() => undefined);
    }
  }

  /** Chains what waits, oldest first; gives how many. Zero, too, while another process is at it. */
  async chainWaiting(): Promise<number> {
    const tx = await Transaction.open(this.dataSource, 'app_issuer', null);
    try {
      const [lock] = await tx.query<{ mine: boolean }>(
        `SELECT pg_try_advisory_xact_lock(hashtextextended('audit sequencer', 0)) AS mine`,
      );
      const chained = lock?.mine ? await this.chain(tx) : { count: 0, head: null };
      await tx.commit();
      this.remembered = chained.head ?? this.remembered;
      return chained.count;
    } catch (error) {
      await tx.rollback();
      throw error;
    }
  }

  private async chain(tx: Transaction): Promise<{ count: number; head: NotedHead | null }> {
    const waiting = await tx.query<{ waits: string; chained: boolean } & StoredAuditRow>(
      `SELECT waiting.entry_id AS waits, ${ROW_COLUMNS},
         EXISTS (SELECT FROM audit_chain link WHERE link.entry_id = waiting.entry_id) AS chained
       FROM audit_unchained waiting LEFT JOIN audit_entry entry ON entry.id = waiting.entry_id
       ORDER BY waiting.at, waiting.entry_id LIMIT $1`,
      [AT_ONCE],
    );
    if (waiting.length === 0) return { count: 0, head: null };
    const [last] = await tx.query<{ sequence: string; hash: string }>(
      'SELECT sequence, chain_hash AS hash FROM audit_chain ORDER BY sequence DESC LIMIT 1',
    );
    let head: NotedHead = { sequence: Number(last?.sequence ?? 0), hash: last?.hash ?? CHAIN_BEGINS };
    await this.compareWithMemory(tx);
    const links: { sequence: number; entryId: string; digest: string; hash: string }[] = [];
    for (const row of waiting.filter(({ chained }) => !chained)) {
      const digest = row.id === null ? GONE : digestOfRow(row);
      head = { sequence: head.sequence + 1, hash: chainHash(head.hash, digest) };
      links.push({ ...head, entryId: row.waits, digest });
    }
    await tx.query(
      `INSERT INTO audit_chain (sequence, entry_id, digest, chain_hash, chained_at)
       SELECT sequence, entry_id, digest, chain_hash, clock_timestamp()
       FROM unnest($1::bigint[], $2::uuid[], $3::text[], $4::text[]) AS link (sequence, entry_id, digest, chain_hash)`,
      [
        links.map(({ sequence }) => sequence),
        links.map(({ entryId }) => entryId),
        links.map(({ digest }) => digest),
        links.map(({ hash }) => hash),
      ],
    );
    await tx.query('DELETE FROM audit_unchained WHERE entry_id = ANY ($1::uuid[])', [
      waiting.map(({ waits }) => waits),
    ]);
    return { count: waiting.length, head };
  }

  /** What this process chained itself must still stand there: a log that is cut while it grows is noticed at once. */
  private async compareWithMemory(tx: Transaction): Promise<void> {
    if (!this.remembered) return;
    const [there] = await tx.query<{ hash: string }>('SELECT chain_hash AS hash FROM audit_chain WHERE sequence = $1', [
      this.remembered.sequence,
    ]);
    if (there?.hash !== this.remembered.hash)
      this.log.error(
        { noted: headInWords(this.remembered) },
        'the audit log was cut or written anew; run audit verify',
      );
  }

  /** The end of a log can be cut off without a trace in it: the head goes where logs are collected, too. */
  private tellHead(): void {
    if (!this.remembered || Date.now() - this.toldAt < TELL_EVERY_MS) return;
    this.toldAt = Date.now();
    this.log.info({ head: headInWords(this.remembered) }, 'audit head');
  }
}
