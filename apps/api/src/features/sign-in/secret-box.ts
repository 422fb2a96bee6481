import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';

const IV_BYTES = 12;
const TAG_BYTES = 16;

/** Keeps texts that nobody may read in the database: AES-256-GCM under a key made from the installation's own secret. */
export class SecretBox {
  private readonly key: Buffer;
  /** Tells which key it is without telling the key. */
  readonly keyName: string;

  constructor(installationSecret: string) {
    this.key = Buffer.from(hkdfSync('sha256', installationSecret, '', 'assay sign-in secrets', 32));
    this.keyName = createHash('sha256').update(this.key).digest('hex').slice(0, 16);
  }

  /** `bound` is what the secret belongs to: beside anything else it cannot be opened. */
  seal(text: string, bound: string): Buffer {
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.key, iv).setAAD(Buffer.from(bound));
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([iv, cipher.getAuthTag(), sealed]);
  }

  /** Null when it was sealed with another key, for something else, or changed. */
  open(sealed: Buffer, bound: string): string | null {
    try {
      const decipher = createDecipheriv('aes-256-gcm', this.key, sealed.subarray(0, IV_BYTES))
        .setAAD(Buffer.from(bound))
        .setAuthTag(sealed.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
      return decipher.update(sealed.subarray(IV_BYTES + TAG_BYTES), undefined, 'utf8') + decipher.final('utf8');
    } catch {
      return null;
    }
  }
}
