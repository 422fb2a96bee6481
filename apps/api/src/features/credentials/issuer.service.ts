import { buildDidDocument, buildJwt, didWebOf, type JsonObject } from '@assay/credential';
import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { Config } from '../../platform/config/config.js';
import type { Credential } from './credential.entity.js';

/** The public side of the issuer: its identity and its keys. */
@Injectable()
export class IssuerService {
  constructor(private readonly config: Config) {}

  get did(): string {
    return didWebOf(this.config.publicUrl);
  }

  /** The DID document with every key that ever signed under this identity: old credentials must stay verifiable. */
  async didDocument(viewer: Viewer): Promise<JsonObject> {
    const keys = await viewer.tx.query<{ multikey: string; jwk: JsonObject | null; revoked_at: Date | null }>(
      'SELECT multikey, jwk, revoked_at FROM issuer_key WHERE did = $1 ORDER BY purpose, created_at, multikey',
      [this.did],
    );
    return buildDidDocument(
      this.did,
      keys.map(({ multikey, jwk, revoked_at }) => ({
        multikey,
        ...(jwk && { jwk }),
        ...(revoked_at && { revoked: revoked_at.toISOString() }),
      })),
    );
  }

  /** The token form of a credential (VC-JWT); null for those that were signed before there was one. */
  async tokenOf(viewer: Viewer, { document, tokenKey, tokenSignature }: Credential): Promise<string | null> {
    const [key] = await viewer.tx.query<{ jwk: JsonObject }>('SELECT jwk FROM issuer_key WHERE multikey = $1', [
      tokenKey,
    ]);
    if (!key || !tokenSignature) return null;
    return `${buildJwt(JSON.parse(document) as JsonObject, key.jwk)}.${tokenSignature}`;
  }
}
