import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import { Viewer } from '../../platform/access/viewer.js';
import { ViewerSource } from '../../platform/access/viewer-source.js';
import { audit } from '../../platform/audit/audit.js';
import { Config } from '../../platform/config/config.js';
import { newId } from '../../platform/database/id.js';
import { Transaction } from '../../platform/database/transaction.js';
import { deviceOf } from './device.js';
import { issuerKey } from './identity-provider.entity.js';
import { ProvidersService } from './providers.service.js';
import { SignInSession, type SignInMethod } from './sign-in-session.entity.js';
import { SignInSessionsService } from './sign-in-sessions.service.js';
import type { UsableProvider } from './usable-provider.js';

/** How somebody came in, as far as it is worth keeping. */
export interface CameBy {
  method: SignInMethod;
  provider?: UsableProvider;
  subject?: string;
  sid?: string | null;
  idToken?: string;
}

/** Who was let in, before the browser knows. */
export interface Entered {
  signInId: string;
  personId: string;
  by: CameBy;
}

/**
 * Lets people in. Before anybody is known there is nobody in whose name rows could be read, so this works as the product
 * itself (`app_issuer`) in short transactions of its own, after the request's was ended: none is open while a provider is asked.
 */
@Injectable()
export class SignInDesk {
  constructor(
    private readonly config: Config,
    private readonly people: ViewerSource,
    private readonly sessions: SignInSessionsService,
    private readonly providers: ProvidersService,
    @InjectDataSource() private readonly dataSource: DataSource,
  ) {}

  /** Ends the request's own transaction and works in one of the product. */
  async work<T>(request: FastifyRequest, work: (system: Viewer) => Promise<T>): Promise<T> {
    await request.access.finish(true);
    const tx = await Transaction.open(this.dataSource, 'app_issuer', null);
    try {
      const result = await work(Viewer.system(tx));
      await tx.commit();
      return result;
    } finally {
      await tx.rollback();
    }
  }

  /** Opens a sign-in; null when this person may not come in any more, which is written down. */
  async admit(system: Viewer, request: FastifyRequest, personId: string, by: CameBy): Promise<Entered | null> {
    const known = await this.people.know(system.tx, personId, by.method === 'CLAIM_LINK' ? 'CLAIM' : 'ACCOUNT');
    const how = { method: by.method, ...(by.provider ? { provider: by.provider.id } : {}) };
    if (!known) {
      await audit(system, { operation: 'signIn', target: personId, detail: { ...how, refused: 'inactive' } });
      return null;
    }
    const session = system.tx.manager.create(SignInSession, {
      id: newId(),
      personId,
      method: by.method,
      providerName: by.provider?.name ?? null,
      issuer: by.provider ? issuerKey(by.provider.issuer) : null,
      subject: by.subject ?? null,
      providerSid: by.sid ?? null,
      device: deviceOf(request.headers['user-agent']),
      startedAt: system.now,
      seenAt: system.now,
      endsAt: new Date(system.now.getTime() + this.config.sessionHours.most * 3_600_000),
      endedAt: null,
      endedBecause: null,
    });
    await system.tx.manager.insert(SignInSession, session);
    const before = request.session.signInId;
    if (before) await this.sessions.endWhere(system, 'REPLACED', 'id = $3', [before]);
    const administrates = known.held.some(({ role }) => role === 'ADMINISTRATOR');
    if (administrates && by.method !== 'DEMO')
      await system.tx.query(
        `UPDATE first_sign_in SET administrator_came_at = coalesce(administrator_came_at, $1), token_sha256 = NULL, token_ends_at = NULL
         WHERE administrator_came_at IS NULL OR token_sha256 IS NOT NULL`,
        [system.now],
      );
    const person = Viewer.person(known, system.tx);
    await audit(person, { operation: 'signIn', target: personId, detail: { ...how, session: session.id } });
    return { signInId: session.id, personId, by };
  }

  /** Gives the browser its session, always under a new id: one that was planted before is worth nothing. */
  async seat(request: FastifyRequest, { signInId, personId, by }: Entered): Promise<void> {
    await request.session.regenerate();
    // What waited for the way back was kept for minutes only.
    request.session.options({ maxAge: this.config.sessionHours.most * 3_600_000 });
    Object.assign(request.session, { signInId, personId });
    if (!by.provider || !by.idToken) return;
    const { id } = by.provider;
    request.session.provider = { id, idToken: this.providers.box.seal(by.idToken, signInId).toString('base64') };
  }

  /** The ID token that came with this session's sign-in: signing out at the provider takes it. */
  idTokenOf(request: FastifyRequest): { providerId: string; idToken: string | null } | null {
    const { provider, signInId } = request.session;
    if (!provider || !signInId) return null;
    const idToken = this.providers.box.open(Buffer.from(provider.idToken, 'base64'), signInId);
    return { providerId: provider.id, idToken };
  }
}

/** What stands for a browser or a token in the database: from there nothing can be signed in with. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

declare module 'fastify' {
  interface Session {
    /** Where the sign-in came from, with its sealed ID token. */
    provider?: { id: string; idToken: string };
    /** Somebody is on the way to a provider: keeps the session, and with it the browser's cookie, until they are back. */
    onTheWay?: number;
  }
}
