import { type BeforeApplicationShutdown, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import type { Viewer } from '../../platform/access/viewer.js';
import { Transaction } from '../../platform/database/transaction.js';
import { Logger } from '../../platform/telemetry/logger.js';

/** By a link: its page, the badge in a frame, the document, what was checked, evidence. By the holder: a file, a new link. */
export type CredentialUse = 'PAGE' | 'FRAME' | 'DOCUMENT' | 'FINDINGS' | 'VERIFICATION' | 'EVIDENCE' | 'FILE' | 'SHARE';

/** One use of a credential. Nothing of it says who it was but the name of a key. */
export interface Used {
  credentialId: string;
  use: CredentialUse;
  /** By which link. */
  grantId?: string;
  keyName?: string;
}

const WRITTEN_AFTER_MS = 1_000;
/** So many different lines are written at once, whatever the time. */
const MOST_LINES = 5_000;

/**
 * Counts uses beside the answers and never in their way: gathered for a second, then written in one statement. Whoever asked has
 * the answer by then. What is gathered is written before the process ends, and gathered on while the database is away.
 */
@Injectable()
export class UseCounter implements BeforeApplicationShutdown, OnApplicationShutdown {
  private lines = new Map<string, Used & { day: string; times: number }>();
  private timer: NodeJS.Timeout | null = null;
  private writing: Promise<void> = Promise.resolve();

  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly log: Logger,
  ) {}

  /** Counted when what was asked is done, and not where it was taken back. */
  add(viewer: Viewer, used: Used): void {
    viewer.tx.afterCommit(() => this.count(viewer.now, used));
  }

  /** Counted at once: what was asked is done. */
  count(at: Date, used: Used): void {
    this.gather({ ...used, day: at.toISOString().slice(0, 10), times: 1 });
  }

  /** Writes what is gathered. */
  async flush(): Promise<void> {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    this.writing = this.writing.then(() => this.write());
    await this.writing;
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.flush();
  }

  /** Answers that were still on their way when the end began. */
  onApplicationShutdown(): Promise<void> {
    return this.flush();
  }

  private gather(line: Used & { day: string; times: number }): void {
    const { credentialId, grantId, use, keyName, day, times } = line;
    const key = [credentialId, grantId, use, keyName, day].join(' ');
    const known = this.lines.get(key);
    if (known) known.times += times;
    else this.lines.set(key, line);
    if (this.lines.size >= MOST_LINES) void this.flush();
    else this.timer ??= setTimeout(() => void this.flush(), WRITTEN_AFTER_MS).unref();
  }

  private async write(): Promise<void> {
    const gathered = [...this.lines.values()];
    if (gathered.length === 0) return;
    this.lines = new Map();
    try {
      const tx = await Transaction.open(this.dataSource, 'app_api', null);
      try {
        const lines = gathered.map(({ keyName = '', ...line }) => ({ keyName, ...line }));
        await tx.query('SELECT app_count_uses($1)', [JSON.stringify(lines)]);
        await tx.commit();
      } finally {
        await tx.rollback();
      }
    } catch (error) {
      this.log.warn({ err: error, lines: gathered.length }, 'uses of badges wait for the database');
      if (gathered.length < MOST_LINES) for (const line of gathered) this.gather(line);
    }
  }
}
