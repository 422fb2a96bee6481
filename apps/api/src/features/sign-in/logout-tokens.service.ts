import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { decodeJwt, jwtVerify } from 'jose';
import type { Viewer } from '../../platform/access/viewer.js';
import { audit } from '../../platform/audit/audit.js';
import { issuerKey } from './identity-provider.entity.js';
import { type LogoutToken, logoutOf } from './logout-token.rules.js';
import { OpenIdService } from './openid.service.js';
import { ProvidersService } from './providers.service.js';
import { SignInDesk } from './sign-in-desk.service.js';
import { SignInSessionsService } from './sign-in-sessions.service.js';

const OLDEST = '5 minutes';

/** What a provider wants ended, checked. */
export interface Logout extends LogoutToken {
  issuer: string;
  providerId: string;
}

/** Logout tokens of providers: checked in every way that the standard names, used once, and followed at once. */
@Injectable()
export class LogoutTokensService {
  constructor(
    private readonly providers: ProvidersService,
    private readonly openId: OpenIdService,
    private readonly sessions: SignInSessionsService,
    private readonly desk: SignInDesk,
  ) {}

  /** The token's meaning, or in words for the log why it has none. */
  async read(request: FastifyRequest, token: string): Promise<Logout | string> {
    try {
      const { iss } = decodeJwt(token);
      if (!iss) return 'no issuer';
      const provider = await this.desk.work(request, (system) => this.providers.usableByIssuer(system, iss));
      if (!provider) return 'an issuer that nobody trusts';
      const { issuer, keys, algorithms } = await this.openId.keysOf(provider);
      const { payload, protectedHeader } = await jwtVerify(token, keys, {
        issuer,
        audience: provider.clientId,
        algorithms,
        maxTokenAge: OLDEST,
        clockTolerance: '30 seconds',
        requiredClaims: ['iat', 'jti'],
      });
      const logout = logoutOf(payload, protectedHeader.typ);
      return typeof logout === 'string' ? logout : { ...logout, issuer: issuerKey(issuer), providerId: provider.id };
    } catch (error) {
      return (error as Error).message;
    }
  }

  /** False when the token was used before. That it ends nothing because nothing lasts is no fault. */
  async endSessions(system: Viewer, { issuer, jti, subject, sid, providerId }: Logout): Promise<boolean> {
    const first = await system.tx.query(
      'INSERT INTO used_logout_token (issuer, jti, used_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING jti',
      [issuer, jti, system.now],
    );
    if (first.length === 0) return false;
    const ended = await this.sessions.endWhere(
      system,
      'ENDED_BY_PROVIDER',
      'issuer = $3 AND ($4::text IS NULL OR provider_sid = $4) AND ($5::text IS NULL OR subject = $5)',
      [issuer, sid, subject],
    );
    for (const personId of new Set(ended))
      await audit(system, { operation: 'backchannelLogout', target: personId, detail: { provider: providerId } });
    return true;
  }
}
