import {
  type BadgeVerification,
  type BroughtVerification,
  didDocumentUrl,
  isObject,
  type JsonObject,
  listedAs,
  type QualityRecord,
  type TrustList,
  verifyBadge,
  verifyBrought,
  type VerificationDependencies,
} from '@assay/credential';
import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { Egress } from '../../platform/egress/egress.service.js';
import { NotFetched } from '../../platform/egress/guarded-fetch.js';
import type { CourseProvider } from '../courses/course-provider.entity.js';
import { CourseProvidersService } from '../courses/course-providers.service.js';
import { OrganisationService } from '../people/organisation.service.js';
import { VerifierService } from './verifier.service.js';

/** A badge that is to be taken in, checked, and what is known here of whoever issued it. */
export interface ForeignVerification {
  found: BadgeVerification;
  provider: CourseProvider | null;
}

/** A baked badge is a picture with some kilobytes of words; beyond this it was not made to be checked. */
export const MOST_BADGE_BYTES = 1_000_000;
const JSON_TYPES = [
  'application/json',
  'application/ld+json',
  'application/did+json',
  'application/did+ld+json',
  'application/vc',
  'application/vc+ld+json',
  'text/plain',
];
const BADGE_TYPES = [...JSON_TYPES, 'application/jwt', 'application/vc+jwt', 'image/png', 'image/svg+xml'];
/** One badge names an issuer, a class, a key and a list; more questions than this are somebody else's errands. */
const MOST_QUESTIONS = 12;
const PATIENCE_MS = 25_000;

/** Checks badges of anybody: what they name is asked for through the guarded way out, and nothing else is. */
@Injectable()
export class ForeignVerifierService {
  constructor(
    private readonly egress: Egress,
    private readonly verifier: VerifierService,
    private readonly providers: CourseProvidersService,
    private readonly organisations: OrganisationService,
  ) {}

  /** The badge at an address; a sentence for people where it could not be had. */
  async fetch(address: string): Promise<Buffer | string> {
    try {
      const { bytes } = await this.egress.get(address, {
        accept: BADGE_TYPES.join(', '),
        types: BADGE_TYPES,
        mostBytes: MOST_BADGE_BYTES,
      });
      return bytes;
    } catch (error) {
      if (error instanceof NotFetched) return error.message;
      throw error;
    }
  }

  /** A badge that is to be taken in: whether its issuer is on our list is one of the checks. */
  async verify(viewer: Viewer, bytes: Uint8Array<ArrayBuffer>): Promise<ForeignVerification> {
    const issuing = await this.providers.issuing(viewer);
    const register = await this.registerOf(viewer, issuing);
    const found = await verifyBadge(bytes, { ...(await this.world(viewer)), register });
    return { found, provider: issuing.find((each) => this.providers.isIssuer(each, issuerOf(found.document))) ?? null };
  }

  /**
   * A badge that somebody only asks about, or an endorsement alone. Judged without our list, as in the browser and on the
   * command line: whom we trust is said beside the verdict and is no part of it.
   */
  async verifyBrought(viewer: Viewer, bytes: Uint8Array<ArrayBuffer>): Promise<BroughtVerification> {
    return verifyBrought(bytes, await this.world(viewer));
  }

  /** Whom this organisation trusts to issue badges, for whoever checks one in their own browser. */
  async trustList(viewer: Viewer): Promise<TrustList> {
    const issuers = await this.providers.trusted(viewer);
    const { name: organisation } = await this.organisations.current(viewer);
    return { organisation, issuers };
  }

  /** As whom the issuer of a document is on our list; null for what was issued here: the list is of others. */
  async listing(
    viewer: Viewer,
    document: JsonObject,
  ): Promise<{ organisation: string; listedAs: string | null } | null> {
    if (this.verifier.isOwn(issuerOf(document))) return null;
    const list = await this.trustList(viewer);
    return { organisation: list.organisation, listedAs: listedAs(list, document) ?? null };
  }

  /** What is known here besides the badge, for its profile. */
  recordOf(provider: CourseProvider | null): QualityRecord {
    return provider?.trust === 'TRUSTED' ? { trustedAs: provider.name } : {};
  }

  private async registerOf(
    viewer: Viewer,
    issuing: readonly CourseProvider[],
  ): Promise<NonNullable<VerificationDependencies['register']>> {
    const own = await this.verifier.world(viewer);
    const { name } = await this.organisations.current(viewer);
    return (issuer) => {
      const provider = issuing.find((each) => each.trust === 'TRUSTED' && this.providers.isIssuer(each, issuer));
      return (
        own.register?.(issuer) ?? (provider && { name: provider.name, register: `the providers that ${name} trusts` })
      );
    };
  }

  private async world(viewer: Viewer): Promise<VerificationDependencies> {
    const { register: _ours, ...own } = await this.verifier.world(viewer);
    const ask = this.asking();
    return {
      ...own,
      resolveIssuer: (did) =>
        own.resolveIssuer(did).catch(() => {
          const url = didDocumentUrl(did);
          if (!url) throw new Error(`${did} has no document on the web`);
          return ask(url);
        }),
      loadStatusList: (url) => own.loadStatusList(url).catch(() => ask(url)),
      loadLinked: ask,
    };
  }

  /** Asks for documents, a few of them and not for long. */
  private asking(): (url: string) => Promise<JsonObject> {
    let left = MOST_QUESTIONS;
    const end = Date.now() + PATIENCE_MS;
    return async (url) => {
      left -= 1;
      if (left < 0 || Date.now() > end) throw new Error('Enough was asked for one badge');
      const { bytes } = await this.egress.get(url, { accept: JSON_TYPES.join(', '), types: JSON_TYPES });
      const document: unknown = JSON.parse(bytes.toString('utf8'));
      if (!isObject(document)) throw new Error(`${url} did not answer with an object`);
      return document;
    };
  }
}

function issuerOf(document: JsonObject | undefined): string {
  const issuer = document?.issuer;
  if (typeof issuer === 'string') return issuer;
  return isObject(issuer) && typeof issuer.id === 'string' ? issuer.id : '';
}
