import { buildDidDocument, buildJwt, didWebOf, type JsonObject } from '@assay/credential';
import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { Config } from '../../platform/config/config.js';
import type { Credential } from './credential.entity.js';

/** Every key of the issuer in its order, as one text: whatever changes about one of them changes it. */
const KEYS = `(SELECT coalesce(json_agg(json_build_object('multikey', multikey, 'jwk', jwk, 'revoked', revoked_at)
  ORDER BY purpose, created_at, multikey), '[]')::text FROM issuer_key WHERE did = $1)`;

/** The same as rows hold it. */
export interface PublishedRow {
  name: string;
  /** `KEYS`. */
  keys: string;
  listId: number | null;
  list: string | null;
  signedAt: Date | null;
}

/** What anybody can read of this issuer that a document of its own is judged by. */
export interface Published {
  /** What the organisation is called. */
  readonly name: string;
  readonly didDocument: JsonObject;
  readonly listId: number | null;
  /** The signed list of states; null where there is none. */
  readonly list: string | null;
  /** Another one as soon as anything of it is. */
  readonly stamp: string;
}

/** The public side of the issuer: its identity and its keys. */
@Injectable()
export class IssuerService {
  constructor(private readonly config: Config) {}

  get did(): string {
    return didWebOf(this.config.publicUrl);
  }

  /** The DID document with every key that ever signed under this identity: old credentials must stay verifiable. */
  async didDocument(viewer: Viewer): Promise<JsonObject> {
    const [row] = await viewer.tx.query<{ keys: string }>(`SELECT ${KEYS} AS keys`, [this.did]);
    return this.documentWith(row?.keys ?? '[]');
  }

  /** Everything that is published about a document of ours, and by which it is judged, as it is at this moment. */
  async published(viewer: Viewer, listId: number | null): Promise<Published> {
    const [row] = await viewer.tx.query<PublishedRow>(
      `SELECT name, ${KEYS} AS keys, status_list.id AS "listId", status_list.document AS list, signed_at AS "signedAt"
       FROM organisation LEFT JOIN status_list ON status_list.id = $2`,
      [this.did, listId],
    );
    if (!row) throw new Error('No organisation was founded here. Run the set-up first.');
    return this.publishedIn(row);
  }

  publishedIn({ name, keys, listId, list, signedAt }: PublishedRow): Published {
    const stamp = [name, keys, listId, signedAt?.getTime()].join(' ');
    return { name, listId, list, stamp, didDocument: this.documentWith(keys) };
  }

  private documentWith(keys: string): JsonObject {
    const rows = JSON.parse(keys) as { multikey: string; jwk: JsonObject | null; revoked: string | null }[];
    return buildDidDocument(
      this.did,
      rows.map(({ multikey, jwk, revoked }) => ({
        multikey,
        ...(jwk && { jwk }),
        ...(revoked && { revoked: new Date(revoked).toISOString() }),
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
