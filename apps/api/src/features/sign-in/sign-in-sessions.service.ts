import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { can } from '../../platform/access/policy.js';
import { type CameAs, type SignIn, SignInSource } from '../../platform/access/sign-in-source.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { Config } from '../../platform/config/config.js';
import { isId } from '../../platform/database/id.js';
import { Transaction } from '../../platform/database/transaction.js';
import { NotFound } from '../../platform/graphql/refusal.js';
import { type SessionEnd, type SignInMethod, SignInSession } from './sign-in-session.entity.js';
import './sign-in-session.policy.js';
import { SignedOutEverywhere } from './sign-in-session.type.js';

const MOST_SHOWN = 100;

/** Which sign-ins last, and their end. A session of the browser is only a pointer to a row here. */
@Injectable()
export class SignInSessionsService extends SignInSource {
  constructor(
    private readonly config: Config,
    @InjectDataSource() private readonly dataSource: DataSource,
  ) {
    super();
  }

  asks({ id, personId }: SignIn): string | null {
    return isId(id) && isId(personId) ? `SELECT * FROM app_sign_in('${id}', '${personId}', ${this.idleSeconds})` : null;
  }

  holds(tx: Transaction, { id }: SignIn, rows: readonly object[]): CameAs | null {
    const [row] = rows as readonly { stale: boolean; method: SignInMethod }[];
    // After the request's own transaction: two requests of one browser must not wait for each other's end.
    if (row?.stale) tx.afterCommit(() => void this.seen(id).catch(() => undefined));
    if (!row) return null;
    return row.method === 'CLAIM_LINK' ? 'CLAIM' : 'ACCOUNT';
  }

  /** Those that last, newest first. */
  async open(viewer: Viewer, personId: string): Promise<SignInSession[]> {
    if (!viewer.isSelf(personId) && !viewer.may('access.configure')) return [];
    if (!isId(personId)) return [];
    return viewer.tx.manager
      .createQueryBuilder(SignInSession, 'session')
      .where('session.personId = :personId', { personId })
      .andWhere(`${LASTS} AND session.seenAt > now() - make_interval(secs => :idle)`, { idle: this.idleSeconds })
      .orderBy('session.startedAt', 'DESC')
      .addOrderBy('session.id')
      .limit(MOST_SHOWN)
      .getMany();
  }

  async end(viewer: Viewer, id: string): Promise<SignInSession | NotFound> {
    const session = isId(id) ? await viewer.tx.manager.findOneBy(SignInSession, { id }) : null;
    if (!session || !can(viewer, 'end', session)) return new NotFound('This sign-in');
    if (session.endedAt === null) {
      const endedBecause: SessionEnd = viewer.isSelf(session.personId) ? 'ENDED_BY_PERSON' : 'ENDED_BY_ADMINISTRATOR';
      Object.assign(session, { endedAt: viewer.now, endedBecause });
      await viewer.tx.manager.update(SignInSession, { id }, { endedAt: viewer.now, endedBecause });
    }
    return session;
  }

  /** Ends every sign-in of a person: one's own, or by whoever keeps access anybody's. */
  async endAll(viewer: Viewer, wanted: string | null): Promise<SignedOutEverywhere | NotFound> {
    const personId = wanted ?? viewer.personId;
    const may = personId !== null && (viewer.isSelf(personId) || viewer.may('access.configure'));
    if (!may || !(await this.isPerson(viewer, personId))) return new NotFound('This person');
    const because = viewer.isSelf(personId) ? 'ENDED_BY_PERSON' : 'ENDED_BY_ADMINISTRATOR';
    const ended = await this.endWhere(viewer, because, 'person_id = $3', [personId]);
    return Object.assign(new SignedOutEverywhere(), { personId, ended: ended.length });
  }

  /** Ends what lasts of the sign-ins that a condition (parameters from `$3`) names; whose they were comes back. */
  async endWhere(viewer: Viewer, because: SessionEnd, condition: string, parameters: unknown[]): Promise<string[]> {
    // An UPDATE answers with its rows and their number.
    const [rows] = (await viewer.tx.query(
      `UPDATE sign_in_session SET ended_at = $1, ended_because = $2 WHERE ended_at IS NULL AND (${condition})
       RETURNING person_id AS "personId"`,
      [viewer.now, because, ...parameters],
    )) as unknown as [{ personId: string }[], number];
    return rows.map(({ personId }) => personId);
  }

  private async isPerson(viewer: Viewer, id: string): Promise<boolean> {
    return isId(id) && (await viewer.tx.query('SELECT FROM person WHERE id = $1', [id])).length > 0;
  }

  /** To the minute is enough to know which of one's browsers one forgot. */
  private async seen(id: string): Promise<void> {
    const tx = await Transaction.open(this.dataSource, 'app_issuer', null);
    try {
      await tx.query(
        `UPDATE sign_in_session SET seen_at = now() WHERE id = $1 AND ended_at IS NULL AND seen_at < now() - interval '1 minute'`,
        [id],
      );
      await tx.commit();
    } finally {
      await tx.rollback();
    }
  }

  private get idleSeconds(): number {
    return this.config.sessionHours.idle * 3_600;
  }
}

const LASTS = 'ended_at IS NULL AND ends_at > now()';
