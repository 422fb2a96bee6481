import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { newId } from '../../platform/database/id.js';
import type { ScimCall } from './scim-call.js';
import { ScimToken } from './scim-token.entity.js';

/** Said in front of every token, so that people and scanners for leaked secrets recognise it. */
const MARK = 'assay_scim_';
const SHOWN = MARK.length + 6;
const DAY = 24 * 60 * 60 * 1_000;

/** The client behind a token that is in force. */
export interface KnownToken {
  tokenId: string;
  client: ScimCall['client'];
}

/** Makes tokens and knows them again, by their digest alone. */
@Injectable()
export class ScimTokensService {
  /** A new token. Its words are returned once and kept nowhere. */
  async issue(viewer: Viewer, clientId: string, days: number): Promise<{ token: ScimToken; words: string }> {
    const words = MARK + randomBytes(32).toString('base64url');
    const token = viewer.tx.manager.create(ScimToken, {
      id: newId(),
      clientId,
      digest: digestOf(words),
      prefix: words.slice(0, SHOWN),
      createdAt: viewer.now,
      createdBy: viewer.personId,
      expiresAt: new Date(viewer.now.getTime() + days * DAY),
      lastUsedAt: null,
      revokedAt: null,
      revokedBy: null,
    });
    await viewer.tx.manager.insert(ScimToken, token);
    return { token, words };
  }

  /**
   * Who shows this. Looked up by digest: how long that takes says nothing about the token, and a copy of the
   * database opens nothing. When it was last used is written at most once a minute.
   */
  async know(system: Viewer, words: string): Promise<KnownToken | null> {
    const [row] = await system.tx.query<{
      tokenId: string;
      clientId: string;
      name: string;
      managesEmployment: boolean;
    }>(
      `WITH known AS (
         SELECT token.id, client_id, last_used_at, name, manages_employment
         FROM scim_token token JOIN scim_client client ON client.id = client_id
         WHERE digest = $1 AND revoked_at IS NULL AND expires_at > now() AND removed_at IS NULL
       ), used AS (
         UPDATE scim_token SET last_used_at = now() WHERE id IN (
           SELECT id FROM known WHERE last_used_at IS NULL OR last_used_at < now() - interval '1 minute')
       )
       SELECT id AS "tokenId", client_id AS "clientId", name, manages_employment AS "managesEmployment" FROM known`,
      [digestOf(words)],
    );
    if (!row) return null;
    const { tokenId, clientId, name, managesEmployment } = row;
    return { tokenId, client: { id: clientId, name, managesEmployment } };
  }
}

function digestOf(words: string): Buffer {
  return createHash('sha256').update(words).digest();
}
