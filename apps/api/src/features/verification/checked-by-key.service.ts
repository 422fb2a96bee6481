import { type JsonObject, type QualityProfile, qualityProfile, utf8, type Verification } from '@assay/credential';
import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { Config } from '../../platform/config/config.js';
import { SharesService } from '../credentials/shares.service.js';
import { UseCounter } from '../credentials/use-counter.service.js';
import { ForeignVerifierService } from './foreign-verifier.service.js';
import { ProofService } from './proof.service.js';
import type { KnownKey } from './verification-key.entity.js';

/** What another system asks about: the badge itself, or where it stands. */
export interface AskedBadge {
  badge?: unknown;
  address?: unknown;
}

/** What it is told. */
export interface CheckedBadge {
  /** An endorsement alone says what somebody thinks of a badge; whether that badge holds is not said by it. */
  kind: 'badge' | 'endorsement';
  verdict: Verification['verdict'];
  checkedAt: string;
  checks: Verification['checks'];
  /** In the words of Open Badges 3.0; absent where nothing in it can be trusted. */
  credential?: JsonObject;
  quality?: QualityProfile;
  /** Whether whoever issued it is on this organisation's list; not said of what was issued here. No check of the badge. */
  trustList?: { organisation: string; listedAs: string | null };
}

/** Few at once: each may wait for an issuer, and a transaction waits with it. */
const MOST_AT_ONCE = 4;

/** Checks badges for systems that have a key. A link's holder sees that it was checked, and by which of them. */
@Injectable()
export class CheckedByKeyService {
  private running = 0;

  constructor(
    private readonly config: Config,
    private readonly foreign: ForeignVerifierService,
    private readonly proofs: ProofService,
    private readonly shares: SharesService,
    private readonly uses: UseCounter,
  ) {}

  /** A text instead says why it cannot be checked; null that too many are being checked. */
  async check(viewer: Viewer, key: KnownKey, { badge, address }: AskedBadge): Promise<CheckedBadge | string | null> {
    if ((badge === undefined) === (address === undefined)) return 'Send either "badge" or "address".';
    if (address !== undefined && typeof address !== 'string') return '"address" is a text.';
    const own = typeof address === 'string' ? this.linkOf(address) : null;
    if (own) return this.underLink(viewer, key, own);
    if (key.scope !== 'ANY') return 'This key checks links to badges of this installation only.';
    if (this.running >= MOST_AT_ONCE) return null;
    this.running += 1;
    try {
      const bytes = typeof address === 'string' ? await this.foreign.fetch(address) : bytesOf(badge);
      return typeof bytes === 'string' ? bytes : await this.anybodys(viewer, new Uint8Array(bytes));
    } finally {
      this.running -= 1;
    }
  }

  private async underLink(
    viewer: Viewer,
    key: KnownKey,
    { token, nth }: { token: string; nth: number },
  ): Promise<CheckedBadge | string> {
    const shown = await this.shares.open(viewer, token, nth);
    if (!shown) return 'There is nothing to see behind this link: it has ended, or there never was one.';
    const { verification, profile } = await this.proofs.findings(viewer, shown.credential);
    const { grant, credential } = shown;
    this.uses.add(viewer, { credentialId: credential.id, grantId: grant.id, use: 'VERIFICATION', keyName: key.name });
    return {
      kind: 'badge',
      ...verification,
      credential: JSON.parse(credential.document) as JsonObject,
      quality: profile,
    };
  }

  private async anybodys(viewer: Viewer, bytes: Uint8Array<ArrayBuffer>): Promise<CheckedBadge> {
    const { kind, verdict, checks, checkedAt, document } = await this.foreign.verifyBrought(viewer, bytes);
    const told = { kind, verdict, checkedAt, checks };
    if (!document || verdict === 'broken') return told;
    const trustList = await this.foreign.listing(viewer, document);
    const record = trustList?.listedAs ? { trustedAs: trustList.listedAs } : {};
    return {
      ...told,
      credential: document,
      ...(kind === 'badge' && { quality: qualityProfile(document, told, record) }),
      ...(trustList && { trustList }),
    };
  }

  private linkOf(address: string): { token: string; nth: number } | null {
    const prefix = `${this.config.publicUrl}/p/`;
    const [, token, nth] = address.startsWith(prefix)
      ? (/^([\w-]{22})(?:\/(\d{1,2}))?$/.exec(address.slice(prefix.length)) ?? [])
      : [];
    return token ? { token, nth: Number(nth ?? 1) } : null;
  }
}

/** JSON as it is, a token or an SVG as text, a picture in base64. */
function bytesOf(badge: unknown): Uint8Array<ArrayBuffer> {
  if (typeof badge !== 'string') return utf8(JSON.stringify(badge));
  return badge.startsWith('data:')
    ? new Uint8Array(Buffer.from(badge.slice(badge.indexOf(',') + 1), 'base64'))
    : utf8(badge);
}
