import { createHmac } from 'node:crypto';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { Config } from '../config/config.js';
import type { Limits } from '../config/limits.js';
import { limitHits } from '../telemetry/metrics.controller.js';

/** What is counted, each by itself. */
export type Limited =
  | 'cost'
  | 'changes'
  | 'uploads'
  | 'signInsOfAddress'
  | 'signInsOfAccount'
  | 'failures'
  | 'scim'
  | 'publicPages';

interface Rule {
  points: (limits: Limits) => number;
  seconds: number;
  /** Counted in the database, for all processes and over restarts: rare requests that somebody may try to repeat. */
  kept: boolean;
}

const QUARTER_OF_AN_HOUR = 15 * 60;
const MOST_REMEMBERED = 10_000;
const RULES: Record<Limited, Rule> = {
  cost: { points: (limits) => limits.costPerMinute, seconds: 60, kept: false },
  changes: { points: (limits) => limits.changesPerMinute, seconds: 60, kept: false },
  scim: { points: (limits) => limits.scimPerMinute, seconds: 60, kept: false },
  publicPages: { points: (limits) => limits.publicPagesPerMinute, seconds: 60, kept: false },
  uploads: { points: (limits) => limits.uploadsPerHour, seconds: 3_600, kept: true },
  signInsOfAddress: { points: (limits) => limits.signInsPerAddress, seconds: QUARTER_OF_AN_HOUR, kept: true },
  signInsOfAccount: { points: (limits) => limits.signInsPerAccount, seconds: QUARTER_OF_AN_HOUR, kept: true },
  failures: { points: (limits) => limits.failuresPerAddress, seconds: QUARTER_OF_AN_HOUR, kept: true },
};

/**
 * Counts what each person, address or machine asks. Everything is counted in this process, without a statement; sign-ins,
 * wrong tokens and uploads besides in the database, on connections of their own, and whoever has no room left in either is
 * refused. So a slow database neither makes a request wait nor lets more through than this process has counted itself.
 */
@Injectable()
export class RateLimits implements OnApplicationShutdown {
  private readonly limiters = new Map<Limited, readonly (RateLimiterMemory | RateLimiterPostgres)[]>();
  /** What the database said last, so that whoever is refused anyway costs no further statement. */
  private readonly refusedUntil = new Map<string, number>();
  private pool: pg.Pool | null = null;

  constructor(private readonly config: Config) {}

  /** Null when there is room; else the seconds until there is. */
  async spend(what: Limited, by: string, points = 1): Promise<number | null> {
    const { limits } = this.config;
    if (!limits) return null;
    const known = this.refused(what, by);
    if (known !== null) return this.tell(what, known);
    for (const limiter of this.limitersOf(what, limits)) {
      const wait = await reachedIn(limiter, this.keyOf(by), points);
      if (wait === null) continue;
      this.remember(`${what} ${by}`, Date.now() + wait);
      return this.tell(what, Math.max(1, Math.ceil(wait / 1_000)));
    }
    return null;
  }

  /** The same question without counting: the seconds that somebody who was refused still has to wait. */
  refused(what: Limited, by: string): number | null {
    const left = (this.refusedUntil.get(`${what} ${by}`) ?? 0) - Date.now();
    return left > 0 ? Math.ceil(left / 1_000) : null;
  }

  private tell(what: Limited, seconds: number): number {
    limitHits.labels(what).inc();
    return seconds;
  }

  private remember(whom: string, until: number): void {
    if (this.refusedUntil.size >= MOST_REMEMBERED) {
      const now = Date.now();
      for (const [key, end] of this.refusedUntil) if (end <= now) this.refusedUntil.delete(key);
      if (this.refusedUntil.size >= MOST_REMEMBERED) this.refusedUntil.clear();
    }
    this.refusedUntil.set(whom, until);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool?.end();
    this.pool = null;
  }

  /** The process's own count comes first: who has no room there costs no statement. */
  private limitersOf(what: Limited, limits: Limits): readonly (RateLimiterMemory | RateLimiterPostgres)[] {
    const known = this.limiters.get(what);
    if (known) return known;
    const rule = RULES[what];
    const options = { keyPrefix: what, points: rule.points(limits), duration: rule.seconds };
    const limiters: (RateLimiterMemory | RateLimiterPostgres)[] = [new RateLimiterMemory(options)];
    if (rule.kept)
      limiters.push(
        new RateLimiterPostgres({
          ...options,
          storeClient: this.connections(),
          storeType: 'pool',
          tableName: 'rate_limit',
          tableCreated: true,
          clearExpiredByTimeout: true,
        }),
      );
    this.limiters.set(what, limiters);
    return limiters;
  }

  private connections(): pg.Pool {
    if (this.pool) return this.pool;
    this.pool = new pg.Pool({
      connectionString: this.config.databaseUrl,
      max: 2,
      connectionTimeoutMillis: 500,
      statement_timeout: 500,
      query_timeout: 750,
    });
    this.pool.on('error', () => undefined);
    return this.pool;
  }

  /** Whose it is stays out of the table: a keyed digest counts as well as the address. */
  private keyOf(by: string): string {
    return createHmac('sha256', this.config.sessionSecret).update(`rate-limit\n${by}`).digest('base64url').slice(0, 32);
  }
}

/** The milliseconds until there is room again; null when there is some, or when the database gave no answer in time. */
async function reachedIn(
  limiter: RateLimiterMemory | RateLimiterPostgres,
  key: string,
  points: number,
): Promise<number | null> {
  try {
    await limiter.consume(key, points);
    return null;
  } catch (reached) {
    if (reached instanceof RateLimiterRes) return reached.msBeforeNext;
    if (limiter instanceof RateLimiterPostgres) return null;
    throw reached;
  }
}
