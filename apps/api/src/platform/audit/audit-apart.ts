import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { GraphQLError } from 'graphql';
import { DataSource } from 'typeorm';
import { Denied } from '../access/denied.js';
import type { RequestAccess } from '../access/request-access.js';
import type { Viewer } from '../access/viewer.js';
import { Transaction } from '../database/transaction.js';
import { Logger } from '../telemetry/logger.js';
import { deniedActs } from '../telemetry/metrics.controller.js';
import { type AuditedAct, audit, withoutContents } from './audit.js';
import { idOf, takeAttempts } from './audit-attempts.js';

type Actor = Pick<Viewer, 'kind' | 'personId'>;
type ShownError = Pick<GraphQLError, 'path' | 'originalError' | 'extensions'>;

/** Strangers may knock as often as they like; the disk is not theirs to fill. */
const STRANGERS_A_MINUTE = 30;

/** Rows for what was not done: its own transaction is taken back, so they are written and committed in another one. */
@Injectable()
export class AuditApart {
  private minute = 0;
  private writtenForStrangers = 0;
  private leftOut = 0;

  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly log: Logger,
  ) {}

  /** Of one request everything was taken back: each mutation it asked for leaves its row with the reason. */
  async takenBack(access: RequestAccess, errors: readonly ShownError[]): Promise<void> {
    const attempts = takeAttempts(access);
    if (attempts.length === 0) return;
    const acts = attempts.map(({ operation, key, args }) => ({
      operation,
      target: idOf(args),
      detail: { ...reasonOf(errors.find(({ path }) => path?.[0] === key)), arguments: withoutContents(args) },
    }));
    const viewer = await access.viewer().catch(() => null);
    await this.write(viewer ?? { kind: 'stranger', personId: null }, acts);
  }

  /** An act that was refused or failed outside GraphQL: `detail.refused` or `detail.failed` says by which word. Never throws. */
  async write(actor: Actor, acts: AuditedAct[]): Promise<void> {
    const kept = acts.flatMap((act) => this.bounded(actor, act));
    if (kept.length === 0) return;
    try {
      const tx = await Transaction.open(
        this.dataSource,
        actor.kind === 'system' ? 'app_issuer' : 'app_api',
        actor.personId,
      );
      try {
        for (const act of kept) await audit({ kind: actor.kind, personId: actor.personId, now: tx.startedAt, tx }, act);
        await tx.commit();
      } finally {
        await tx.rollback();
      }
    } catch (error) {
      // The answer is a no already; that the log lacks it must be seen by whoever watches.
      this.log.error(
        { err: error, operations: kept.map(({ operation }) => operation) },
        'a refused act left no audit row',
      );
    }
  }

  /** A person's acts all leave a row. Of strangers' a few a minute do, and the first of the next minute says how many did not. */
  private bounded(actor: Actor, act: AuditedAct): AuditedAct[] {
    deniedActs.labels(actor.kind).inc();
    if (actor.kind !== 'stranger') return [act];
    const minute = Math.floor(Date.now() / 60_000);
    if (minute !== this.minute) [this.minute, this.writtenForStrangers] = [minute, 0];
    if (this.writtenForStrangers >= STRANGERS_A_MINUTE) {
      this.leftOut += 1;
      return [];
    }
    this.writtenForStrangers += 1;
    const notWritten = this.leftOut;
    this.leftOut = 0;
    return [notWritten === 0 ? act : { ...act, detail: { ...act.detail, notWritten } }];
  }
}

function reasonOf(error: ShownError | undefined): { refused: string } | { failed: string } {
  if (!error) return { failed: 'TAKEN_BACK' };
  // Where an error has its code depends on whether the query was compiled.
  const code =
    error.extensions?.code ?? (error.originalError instanceof Denied ? error.originalError.extensions.code : null);
  return code === 'FORBIDDEN' || code === 'UNAUTHENTICATED' ? { refused: code } : { failed: 'ERROR' };
}
