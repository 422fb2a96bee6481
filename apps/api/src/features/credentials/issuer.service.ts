import { buildDidDocument, didWebOf, type JsonObject } from '@assay/credential';
import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { Config } from '../../platform/config/config.js';

/** The public side of the issuer: its identity and its keys. */
@Injectable()
export class IssuerService {
  constructor(private readonly config: Config) {}

  get did(): string {
    return didWebOf(this.config.publicUrl);
  }

  /** The DID document with every key that ever signed under this identity: old credentials must stay verifiable. */
  async didDocument(viewer: Viewer): Promise<JsonObject> {
    const keys = await viewer.tx.query<{ multikey: string; revoked_at: Date | null }>(
      'SELECT multikey, revoked_at FROM issuer_key WHERE did = $1 ORDER BY created_at, multikey',
      [this.did],
    );
    return buildDidDocument(
      this.did,
      keys.map(({ multikey, revoked_at }) => ({ multikey, ...(revoked_at && { revoked: revoked_at.toISOString() }) })),
    );
  }
}
