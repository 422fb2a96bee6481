import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { can } from '../../platform/access/policy.js';
import { asEntities, type Part } from '../../platform/access/together.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { Config } from '../../platform/config/config.js';
import { isId, newId } from '../../platform/database/id.js';
import { rowsBy } from '../../platform/database/rows-by.rules.js';
import { InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import { Credential } from './credential.entity.js';
import { CredentialsService } from './credentials.service.js';
import { ShareEvidenceService } from './share-evidence.service.js';
import { type ChosenEvidence, ShareGrant } from './share-grant.entity.js';
import { UseCounter } from './use-counter.service.js';

const TOKEN = /^[\w-]{22}$/;
const MOST_SHOWN = 20;
const MOST_PURPOSE = 100;

/** What a holder wants to show, and how long. */
export interface WantedShare {
  credentialId: string;
  expiresAt: Date | null;
  purpose: string;
  furtherIds: readonly string[];
  evidence: ChosenEvidence[];
}

/** A link that shows something, and which of its credentials was asked for. */
export interface Opened {
  grant: ShareGrant;
  credential: Credential;
  nth: number;
  of: number;
}

/** Whether this could be a link at all, and a place under it. */
export function isLink(token: string, nth: number): boolean {
  return TOKEN.test(token) && nth >= 1 && nth <= MOST_SHOWN;
}

const GRANTS_OF: Part<ShareGrant[]> = {
  name: 'share-grants',
  sql: 'SELECT * FROM share_grant WHERE credential_id = ANY ($ids) ORDER BY created_at DESC, id DESC',
  rows: (rows, tx) => rowsBy(asEntities(tx, ShareGrant, rows), ({ credentialId }) => credentialId),
};

/** Links under which a holder shows a credential to people without an account. */
@Injectable()
export class SharesService {
  constructor(
    private readonly config: Config,
    private readonly credentials: CredentialsService,
    private readonly behind: ShareEvidenceService,
    private readonly uses: UseCounter,
  ) {}

  async share(viewer: Viewer, wish: WantedShare): Promise<ShareGrant | InvalidInput | NotAllowed | NotFound> {
    const { credentialId, expiresAt } = wish;
    const evidence = eachOnce(wish.evidence);
    const purpose = wish.purpose.trim();
    const furtherIds = [...new Set(wish.furtherIds)].filter((id) => id !== credentialId);
    if (expiresAt && expiresAt <= viewer.now) return InvalidInput.of('expiresAt', 'Choose an end in the future.');
    if (purpose.length > MOST_PURPOSE)
      return InvalidInput.of('purpose', `Say it in at most ${MOST_PURPOSE} characters.`);
    if (furtherIds.length >= MOST_SHOWN)
      return InvalidInput.of('furtherIds', `One link shows at most ${MOST_SHOWN} credentials.`);
    const refused = await this.refusedScope(viewer, [credentialId, ...furtherIds], evidence);
    if (refused) return refused;
    const grant = viewer.tx.manager.create(ShareGrant, {
      id: newId(),
      credentialId,
      token: randomBytes(16).toString('base64url'),
      createdAt: viewer.now,
      expiresAt,
      revokedAt: null,
      ...{ purpose, furtherIds, evidence, sent: [] },
      views: 0,
    });
    await viewer.tx.manager.insert(ShareGrant, grant);
    viewer.forget('share-grants', credentialId);
    for (const shown of [credentialId, ...furtherIds]) this.uses.add(viewer, { credentialId: shown, use: 'SHARE' });
    return grant;
  }

  /** Every credential must be the viewer's own, and every piece of evidence behind one of them. */
  private async refusedScope(
    viewer: Viewer,
    ids: readonly string[],
    evidence: readonly ChosenEvidence[],
  ): Promise<InvalidInput | NotAllowed | NotFound | null> {
    for (const id of ids) {
      const credential = await this.credentials.find(viewer, id);
      if (!credential) return new NotFound('This credential');
      if (!can(viewer, 'share', credential)) return new NotAllowed('Only its holder may share a credential.');
      const behind = await this.behind.ofOwn(viewer, credential);
      const wanted = evidence.filter((each) => each.credentialId === id);
      const missing = wanted.find(({ nth }) => !behind.some((each) => each.nth === nth));
      if (missing) return InvalidInput.of('evidence', `Piece ${missing.nth} is not behind this credential.`);
    }
    const stray = evidence.some(({ credentialId }) => !ids.includes(credentialId));
    return stray ? InvalidInput.of('evidence', 'Evidence can only be shown with its credential.') : null;
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
    return (await viewer.loadTogether(GRANTS_OF, credential.id)) ?? [];
  }

  urlOf(grant: ShareGrant): string {
    return `${this.config.publicUrl}/p/${grant.token}`;
  }

  /** What a link shows now. Unknown, ended and revoked links are the same nothing. */
  async open(viewer: Viewer, token: string, nth = 1): Promise<Opened | null> {
    if (!isLink(token, nth)) return null;
    await viewer.tx.showLink(token, nth);
    const grant = await viewer.tx.manager.findOneBy(ShareGrant, { token });
    if (!grant || grant.revokedAt || (grant.expiresAt && grant.expiresAt <= viewer.now)) return null;
    const ids = [grant.credentialId, ...grant.furtherIds];
    const credential = await this.credentials.byId(viewer, ids[nth - 1] ?? '');
    return credential && { grant, credential, nth, of: ids.length };
  }

  /** The dates of what renewed the credential that an open link shows; null where nothing did. */
  async renewalOfShown(viewer: Viewer): Promise<{ validFrom: Date; validUntil: Date | null } | null> {
    const [renewed] = await viewer.tx.query<{ validFrom: Date; validUntil: Date | null }>(
      'SELECT * FROM app_shared_renewal()',
    );
    return renewed ?? null;
  }

  /** What the credentials under an open link are called, in its order. A link shows one at a time, so each is asked for. */
  async namesUnder(viewer: Viewer, { grant, nth, of }: Opened): Promise<string[]> {
    const names: string[] = [];
    for (const [index, id] of [grant.credentialId, ...grant.furtherIds].slice(0, of).entries()) {
      await viewer.tx.showLink(grant.token, index + 1);
      const [row] = await viewer.tx.query<{ name: string | null }>(
        `SELECT document::jsonb #>> '{credentialSubject,achievement,name}' AS name FROM credential WHERE id = $1`,
        [id],
      );
      names.push(row?.name ?? '');
    }
    await viewer.tx.showLink(grant.token, nth);
    return names;
  }
}

/** A piece that is named twice is shown once. */
function eachOnce(evidence: readonly ChosenEvidence[]): ChosenEvidence[] {
  return [...new Map(evidence.map((each) => [`${each.credentialId} ${each.nth}`, each])).values()];
}
