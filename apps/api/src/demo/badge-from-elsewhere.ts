import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { buildOpenBadge, signedBytes, toBase58, toMultikey } from '@assay/credential';
import { newId } from '../platform/database/id.js';
import { CANONICALISE } from '../features/credentials/signing.service.js';

export interface BadgeElsewhere {
  name: string;
  description: string;
  criteria: string;
  issuer: string;
  holder: string;
  issuedOn: Date;
  endsOn: Date;
}

const sha256 = async (bytes: Uint8Array) => createHash('sha256').update(bytes).digest();

/** A badge that an invented body signed with a key of its own: it can be checked without asking anybody. */
export async function badgeFromElsewhere(it: BadgeElsewhere): Promise<string> {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const multikey = toMultikey(publicKey.export({ format: 'der', type: 'spki' }).subarray(12));
  const did = `did:key:${multikey}`;
  const [verificationMethod, url] = [`${did}#${multikey}`, 'https://guild.example'];
  const [validFrom, validUntil] = [moment(it.issuedOn), moment(it.endsOn)];
  const badge = buildOpenBadge({
    version: 1,
    credentialId: `urn:uuid:${newId()}`,
    ...{ issuer: { did, name: it.issuer, url }, verificationMethod, validFrom, validUntil },
    subject: { id: `urn:uuid:${newId()}`, name: it.holder },
    achievement: {
      ...{ id: `${url}/achievements/${newId()}`, version: '1', name: it.name, description: it.description },
      ...{ criteria: it.criteria, imageUrl: `${url}/badge.svg`, language: 'en', tags: [], alignments: [] },
    },
    ...{ criteria: [], evidence: [], marking: { assessors: 1, doubleMarked: false }, salt: 'A'.repeat(43) },
  });
  const proof = {
    ...{ type: 'DataIntegrityProof', cryptosuite: 'eddsa-rdfc-2022', created: validFrom },
    ...{ verificationMethod, proofPurpose: 'assertionMethod' },
  };
  const bytes = await signedBytes(badge, proof, CANONICALISE, { sha256 });
  return JSON.stringify({ ...badge, proof: { ...proof, proofValue: `z${toBase58(sign(null, bytes, privateKey))}` } });
}

/** To the second, as signatures date. */
const moment = (at: Date): string => `${at.toISOString().slice(0, 19)}Z`;
