import { bakePng, bakeSvg } from '@assay/credential';
import { Injectable } from '@nestjs/common';
import { can } from '../../platform/access/policy.js';
import type { Viewer } from '../../platform/access/viewer.js';
import type { Credential } from '../credentials/credential.entity.js';
import { CredentialsService } from '../credentials/credentials.service.js';
import { IssuerService } from '../credentials/issuer.service.js';
import { BadgeArtService } from './badge-art.service.js';

/** The forms in which a badge leaves: a picture with the credential baked in, or the credential alone. */
export type BadgeFileKind = 'png' | 'svg' | 'json' | 'jwt';

/** How wide a baked picture is. Large enough for a profile, small enough for a mail. */
const PIXELS = 640;

/** Badges as files. The credential goes in byte for byte as it was signed. */
@Injectable()
export class BadgeFilesService {
  constructor(
    private readonly credentials: CredentialsService,
    private readonly issuer: IssuerService,
    private readonly art: BadgeArtService,
  ) {}

  /** For its holder; null for everybody else, and for a token of a badge that was signed before there were tokens. */
  async file(viewer: Viewer, credentialId: string, kind: BadgeFileKind): Promise<Buffer | null> {
    const credential = await this.credentials.find(viewer, credentialId);
    if (!credential || !can(viewer, 'share', credential)) return null;
    if (kind === 'json') return Buffer.from(credential.document);
    if (kind === 'jwt') {
      const token = await this.issuer.tokenOf(viewer, credential);
      return token === null ? null : Buffer.from(token);
    }
    const picture = await this.pictureOf(viewer, credential);
    if (picture === null) return null;
    return kind === 'svg'
      ? Buffer.from(bakeSvg(picture, credential.document))
      : Buffer.from(bakePng(await pointsOf(picture), credential.document));
  }

  private pictureOf(viewer: Viewer, { achievementVersionId, validFrom }: Credential): Promise<string | null> {
    return this.art.picture(viewer, achievementVersionId, { year: validFrom.getUTCFullYear() });
  }
}

async function pointsOf(drawing: string): Promise<Uint8Array<ArrayBuffer>> {
  // Loaded when it draws: at rest its library holds ten megabytes of each process.
  const { default: sharp } = await import('sharp');
  const density = (72 * PIXELS) / 320;
  const png = await sharp(Buffer.from(drawing), { density }).resize(PIXELS).png({ compressionLevel: 9 }).toBuffer();
  return Uint8Array.from(png);
}
