import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { can } from '../../platform/access/policy.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { Config } from '../../platform/config/config.js';
import { isId, newId } from '../../platform/database/id.js';
import { InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import { Credential } from './credential.entity.js';
import { CredentialsService } from './credentials.service.js';
import { ShareGrant } from './share-grant.entity.js';

const TOKEN = /^[\w-]{22}$/;

/** Links under which a holder shows a credential to people without an account. */
@Injectable()
export class SharesService {
  constructor(
    private readonly config: Config,
    private readonly credentials: CredentialsService,
  ) {}

  async share(
    viewer: Viewer,
    credentialId: string,
    expiresAt: Date | null,
  ): Promise<ShareGrant | InvalidInput | NotAllowed | NotFound> {
    const credential = await this.credentials.find(viewer, credentialId);
    if (!credential) return new NotFound('This credential');
    if (!can(viewer, 'share', credential)) return new NotAllowed('Only its holder may share a credential.');
    if (expiresAt && expiresAt <= viewer.now) return InvalidInput.of('expiresAt', 'Choose an end in the future.');
    const grant = viewer.tx.manager.create(ShareGrant, {
      id: newId(),
      credentialId,
      token: randomBytes(16).toString('base64url'),
      createdAt: viewer.now,
      expiresAt,
      revokedAt: null,
      views: 0,
    });
    await viewer.tx.manager.insert(ShareGrant, grant);
    viewer.forget('share-grants', credentialId);
    return grant;
  }

  /** Ends a link at once. Ended twice is ended. */
  async end(viewer: Viewer, id: string): Promise<ShareGrant | NotAllowed | NotFound> {
    const grant = isId(id) ? await viewer.tx.manager.findOneBy(ShareGrant, { id }) : null;
    const credential = grant && (await this.credentials.find(viewer, grant.credentialId));
    if (!grant || !credential) return new NotFound('This link');
    if (!can(viewer, 'share', credential)) return new NotAllowed('Only its holder may end a link.');
    await viewer.tx.query('UPDATE share_grant SET revoked_at = coalesce(revoked_at, $2) WHERE id = $1', [
      id,
      viewer.now,
    ]);
    return viewer.tx.manager.findOneByOrFail(ShareGrant, { id });
  }

  /** The links of a credential, newest first; only its holder sees them. */
  async grantsOf(viewer: Viewer, credential: Credential): Promise<ShareGrant[]> {
    if (!can(viewer, 'share', credential)) return [];
    const grants = await viewer.load('share-grants', credential.id, async (ids) => {
      const rows = await viewer.tx.manager.find(ShareGrant, {
        where: { credentialId: In([...ids]) },
        order: { createdAt: 'DESC', id: 'DESC' },
      });
      return new Map(ids.map((id) => [id, rows.filter((row) => row.credentialId === id)]));
    });
    return grants ?? [];
  }

  urlOf(grant: ShareGrant): string {
    return `${this.config.publicUrl}/p/${grant.token}`;
  }

  /** What a link shows now. Unknown, ended and revoked links are the same nothing. */
  async open(viewer: Viewer, token: string): Promise<{ grant: ShareGrant; credential: Credential } | null> {
    if (!TOKEN.test(token)) return null;
    await viewer.tx.showLink(token);
    const grant = await viewer.tx.manager.findOneBy(ShareGrant, { token });
    if (!grant || grant.revokedAt || (grant.expiresAt && grant.expiresAt <= viewer.now)) return null;
    const credential = await this.credentials.byId(viewer, grant.credentialId);
    return credential && { grant, credential };
  }

  /** One more opening. A number, and nothing about who it was. */
  async countView(viewer: Viewer, grant: ShareGrant): Promise<void> {
    await viewer.tx.query('UPDATE share_grant SET views = views + 1 WHERE id = $1', [grant.id]);
  }
}
