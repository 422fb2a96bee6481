import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto';
import { link, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  didWebOf,
  type JsonObject,
  jwtHeader,
  keyId,
  publicMembers,
  thumbprintOf,
  toMultikey,
} from '@assay/credential';
import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { Config } from '../../platform/config/config.js';
import type { KeyPurpose } from './issuer-key.type.js';

/** A private key that this worker holds. */
export interface SigningKey {
  /** The multikey, or the thumbprint of a key for tokens. */
  readonly id: string;
  readonly purpose: KeyPurpose;
  readonly privateKey: KeyObject;
  /** The 32 bytes that an Ed25519 key is made of. */
  readonly seed: Buffer | null;
  /** The public members of a key for tokens. */
  readonly jwk: JsonObject | null;
  /** What the tokens of this key begin with, up to the point. */
  readonly header: string;
}

const FILES: Record<KeyPurpose, { name: string; ending: string }> = {
  PROOF: { name: 'issuer-ed25519', ending: '.seed' },
  TOKEN: { name: 'issuer-p256', ending: '.pem' },
};
/** The ASN.1 in front of a raw Ed25519 private key (RFC 8410). */
const PKCS8_ED25519 = Buffer.from('302e020100300506032b657004220420', 'hex');

/** The issuer's private keys, each in a file of its own. Used by jobs and the host's commands only: the API process reads none. */
@Injectable()
export class SigningKeysService {
  readonly did: string;
  private readonly held = new Map<string, SigningKey>();

  constructor(private readonly config: Config) {
    this.did = didWebOf(config.publicUrl);
  }

  /** The key that signs now. Made at its first use, when its public half is published, too. */
  async current(system: Viewer, purpose: KeyPurpose): Promise<SigningKey> {
    const known = await this.published(system, purpose);
    for (const { id, ended } of known) {
      const key = ended ? undefined : await this.find(purpose, id);
      if (key) return key;
    }
    const first = await this.loadOrMake(purpose, FILES[purpose].name);
    const isOver = known.some(({ id, ended }) => id === first.id && ended);
    return isOver ? this.add(system, purpose) : this.publish(system, first);
  }

  /** Keys that must sign nothing any more, by the name that plans give them. */
  async revoked(system: Viewer): Promise<Set<string>> {
    const rows = await system.tx.query<{ id: string }>(
      'SELECT multikey AS id FROM issuer_key WHERE did = $1 AND revoked_at IS NOT NULL',
      [this.did],
    );
    return new Set(rows.map(({ id }) => keyId(this.did, id)));
  }

  /** The key that a plan asks for. A key that was followed by another one still finishes what it began. */
  async holding(verificationMethod: string): Promise<SigningKey> {
    const [did, id = ''] = verificationMethod.split('#');
    const key = did === this.did ? await this.find('PROOF', id) : undefined;
    if (key) return key;
    const held = [...this.held.values()].filter(({ purpose }) => purpose === 'PROOF').map((each) => each.id);
    throw new Error(
      `The plan asks for the key ${verificationMethod}, and this worker holds ${held.join(', ') || 'none'}.`,
    );
  }

  /** A new key, published and current from now on. */
  async add(system: Viewer, purpose: KeyPurpose): Promise<SigningKey> {
    const name = `${FILES[purpose].name}-${randomBytes(6).toString('hex')}`;
    return this.publish(system, await this.loadOrMake(purpose, name));
  }

  private async publish(system: Viewer, { id, purpose, jwk }: SigningKey): Promise<SigningKey> {
    await system.tx.query(
      `INSERT INTO issuer_key (multikey, did, created_at, purpose, jwk) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (multikey) DO NOTHING`,
      [id, this.did, system.now, purpose, jwk && JSON.stringify(jwk)],
    );
    const key = await this.find(purpose, id);
    if (!key) throw new Error('A key that was written cannot be read.');
    return key;
  }

  private published(system: Viewer, purpose: KeyPurpose): Promise<{ id: string; ended: boolean }[]> {
    return system.tx.query(
      `SELECT multikey AS id, (retired_at IS NOT NULL OR revoked_at IS NOT NULL) AS ended FROM issuer_key
       WHERE did = $1 AND purpose = $2 ORDER BY created_at DESC, multikey`,
      [this.did, purpose],
    );
  }

  /** A key may have been added by another process on this host. */
  private async find(purpose: KeyPurpose, id: string): Promise<SigningKey | undefined> {
    const known = this.held.get(id);
    if (known) return known;
    const { name, ending } = FILES[purpose];
    const files = await readdir(this.folder).catch(() => []);
    for (const file of files)
      if (file.startsWith(name) && file.endsWith(ending)) await this.read(purpose, join(this.folder, file));
    return this.held.get(id);
  }

  /**
   * The file appears whole or not at all, for this user only: a worker that is killed while it writes leaves no empty key
   * behind, and of two that start at once both take what the first one put there.
   */
  private async loadOrMake(purpose: KeyPurpose, name: string): Promise<SigningKey> {
    const file = join(this.folder, `${name}${FILES[purpose].ending}`);
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    const written = `${file}.${randomBytes(6).toString('hex')}`;
    try {
      await writeFile(written, newSecret(purpose), { mode: 0o600, flag: 'wx', flush: true });
      await link(written, file);
    } catch (error) {
      if (!isThere(error)) throw error;
    } finally {
      await rm(written, { force: true });
    }
    return this.read(purpose, file);
  }

  private async read(purpose: KeyPurpose, file: string): Promise<SigningKey> {
    const text = await readFile(file, 'utf8');
    const key = purpose === 'PROOF' ? proofKeyOf(text, file) : await tokenKeyOf(text);
    this.held.set(key.id, key);
    return key;
  }

  private get folder(): string {
    return join(this.config.dataDir, 'keys');
  }
}

/** Somebody else's file was first. */
function isThere(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'EEXIST';
}

function newSecret(purpose: KeyPurpose): string {
  if (purpose === 'PROOF') return randomBytes(32).toString('base64url');
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
}

function proofKeyOf(text: string, file: string): SigningKey {
  const seed = Buffer.from(text, 'base64url');
  if (seed.length !== 32) throw new Error(`${file} does not hold a key.`);
  const privateKey = createPrivateKey({ key: Buffer.concat([PKCS8_ED25519, seed]), format: 'der', type: 'pkcs8' });
  const publicBytes = createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).subarray(-32);
  return { id: toMultikey(publicBytes), purpose: 'PROOF', privateKey, seed, jwk: null, header: '' };
}

async function tokenKeyOf(text: string): Promise<SigningKey> {
  const privateKey = createPrivateKey(text);
  const jwk = publicMembers(createPublicKey(privateKey).export({ format: 'jwk' }) as JsonObject) ?? {};
  const id = await thumbprintOf(jwk, async (bytes) => createHash('sha256').update(bytes).digest());
  if (!id) throw new Error('A key for tokens is on the curve P-256.');
  const header = `${Buffer.from(jwtHeader(jwk)).toString('base64url')}.`;
  return { id, purpose: 'TOKEN', privateKey, seed: null, jwk, header };
}
