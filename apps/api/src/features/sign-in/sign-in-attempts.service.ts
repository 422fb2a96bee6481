import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Viewer } from '../../platform/access/viewer.js';
import type { Attempt } from './attempt.js';
import { sha256 } from './sign-in-desk.service.js';

const TEN_MINUTES = 10 * 60 * 1_000;

export interface BegunAttempt extends Attempt {
  providerId: string;
  returnTo: string;
}

/** Ways to a provider that nobody came back from yet. Each is good once, for ten minutes, in the browser that began it. */
@Injectable()
export class SignInAttemptsService {
  /** The browser keeps its session, and so its cookie, while it is away; somebody signed in has one anyway. */
  keepBrowser(request: FastifyRequest): void {
    if (request.session.signInId) return;
    request.session.options({ maxAge: TEN_MINUTES });
    request.session.onTheWay = Date.now();
  }

  async begin(system: Viewer, request: FastifyRequest, attempt: BegunAttempt): Promise<void> {
    await system.tx.query(
      `INSERT INTO sign_in_attempt (state_sha256, browser_sha256, provider_id, nonce, code_verifier, return_to, ends_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [
        sha256(attempt.state),
        sha256(request.session.sessionId),
        attempt.providerId,
        attempt.nonce,
        attempt.codeVerifier,
        attempt.returnTo,
        new Date(system.now.getTime() + TEN_MINUTES),
      ],
    );
  }

  /** Whoever comes first with a state has it; after that it is as if it had never been. */
  async take(system: Viewer, request: FastifyRequest, state: unknown): Promise<BegunAttempt | null> {
    if (typeof state !== 'string') return null;
    const [rows] = (await system.tx.query(
      `DELETE FROM sign_in_attempt WHERE state_sha256 = $1 AND browser_sha256 = $2 AND ends_at > $3
       RETURNING provider_id AS "providerId", nonce, code_verifier AS "codeVerifier", return_to AS "returnTo"`,
      [sha256(state), sha256(request.session.sessionId), system.now],
    )) as unknown as [Omit<BegunAttempt, 'state'>[], number];
    return rows[0] ? { state, ...rows[0] } : null;
  }
}
