import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { type JsonObject, type QualityProfile, qualityProfile, type Verification } from '@assay/credential';
import {
  CARD_SIZE,
  english,
  factsOf,
  type ProofAssets,
  renderAchievementPage,
  renderEmbed,
  renderEmptyEmbed,
  renderErasedPage,
  renderNotFoundPage,
  renderProofPage,
  renderVerifyPage,
} from '@assay/proof';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Viewer } from '../../platform/access/viewer.js';
import { Config } from '../../platform/config/config.js';
import { isId } from '../../platform/database/id.js';
import { LetteringService } from '../../platform/lettering/lettering.service.js';
import { PreviewsService } from '../../platform/previews/previews.service.js';
import { AchievementsService } from '../achievements/achievements.service.js';
import { AwardedAchievementService } from '../credentials/awarded-achievement.service.js';
import type { Credential, SeenCredential } from '../credentials/credential.entity.js';
import { type BehindCredential, ShareEvidenceService } from '../credentials/share-evidence.service.js';
import { LookService, type Seen } from '../credentials/look.service.js';
import { type Opened, SharesService } from '../credentials/shares.service.js';
import { type CredentialUse, UseCounter } from '../credentials/use-counter.service.js';
import { BadgeArtService, type Look } from '../badges/badge-art.service.js';
import { type SharedEndorsement, SharedEndorsementsService } from '../endorsements/shared-endorsements.service.js';
import { OrganisationService } from '../people/organisation.service.js';
import { cardSvg } from './preview-card.js';
import { QualityRecordService } from './quality-record.service.js';
import { VerifierService } from './verifier.service.js';

const assetList = z.object({ style: z.string(), starter: z.string(), checker: z.string() });

/** A badge is never shown wider. */
const MOST_PIXELS = 1_600;

/** Where a picture of shown evidence stands: of which credential, which piece, which page; all from 1. */
export interface EvidencePlace {
  credential: number;
  piece: number;
  page: number;
}

/** What is asked for by a link, and whether that is counted. */
export interface AskedByLink {
  token: string;
  /** Which of its credentials, from 1. */
  nth?: number;
  counted: boolean;
}

/** Everything an outsider sees, as finished pages and documents. */
@Injectable()
export class ProofService {
  private assets: ProofAssets | null = null;

  constructor(
    private readonly config: Config,
    private readonly shares: SharesService,
    private readonly looks: LookService,
    private readonly verifier: VerifierService,
    private readonly organisations: OrganisationService,
    private readonly achievements: AchievementsService,
    private readonly awarded: AwardedAchievementService,
    private readonly badges: BadgeArtService,
    private readonly records: QualityRecordService,
    private readonly lettering: LetteringService,
    private readonly behind: ShareEvidenceService,
    private readonly uses: UseCounter,
    private readonly previews: PreviewsService,
    private readonly endorsements: SharedEndorsementsService,
  ) {}

  /** The page under a share link, counted as one opening; null where the link shows nothing. */
  async page(viewer: Viewer, { token, nth = 1, counted }: AskedByLink): Promise<string | null> {
    const shown = await this.shares.open(viewer, token, nth);
    if (!shown) return null;
    const { grant, credential, of } = shown;
    if (isErased(credential)) {
      const { name: issuer } = await this.organisations.current(viewer);
      return renderErasedPage(
        { issuer, withdrawn: credential.status === 'REVOKED', assets: this.assetPaths() },
        english,
      );
    }
    const { verification, profile } = await this.findings(viewer, credential);
    const evidence = await this.behind.shown(viewer, credential);
    const renewed = await this.shares.renewalOfShown(viewer);
    this.count(viewer, shown, counted && 'PAGE');
    const path = nth === 1 ? `/p/${grant.token}` : `/p/${grant.token}/${nth}`;
    return renderProofPage(
      {
        document: JSON.parse(credential.document) as JsonObject,
        ...{ verification, profile },
        badge: await this.pictureOf(viewer, credential),
        address: this.shares.urlOf(grant),
        documentPath: `${path}.json`,
        ...(of > 1 && {
          among: { nth, names: await this.shares.namesUnder(viewer, shown), base: `/p/${grant.token}` },
        }),
        ...(credential.statusCause &&
          credential.statusSince && { changed: { cause: credential.statusCause, since: credential.statusSince } }),
        ...(renewed && { renewed: { from: renewed.validFrom, until: renewed.validUntil } }),
        evidence: evidence.map((piece) => ({ ...piece, pictures: picturesOf(piece, path) })),
        endorsements: await this.endorsed(viewer, credential, path),
        sharedUntil: grant.expiresAt ?? undefined,
        assets: this.assetPaths(),
      },
      english,
    );
  }

  /** What was found about a credential of this installation, and what it is worth. */
  async findings(
    viewer: Viewer,
    credential: Credential,
  ): Promise<{ verification: Verification; profile: QualityProfile }> {
    return this.worth(viewer.now, credential, await this.verifier.verify(viewer, credential), async () => viewer);
  }

  private async worth(
    at: Date,
    credential: SeenCredential,
    verification: Verification,
    opened: () => Promise<Viewer>,
  ): Promise<{ verification: Verification; profile: QualityProfile }> {
    const record = await this.records.of(at, credential.achievementVersionId, opened);
    return {
      verification,
      profile: qualityProfile(JSON.parse(credential.document) as JsonObject, verification, record),
    };
  }

  /** What others say for it: only what holds when it is checked as a stranger would, and speaks for this credential. */
  private async endorsed(viewer: Viewer, credential: Credential, path: string) {
    const holds = await this.sound(viewer, credential);
    return holds.map((it, index) => ({ ...it, documentPath: `${path}/endorsements/${index + 1}.json` }));
  }

  private async sound(viewer: Viewer, credential: Credential): Promise<SharedEndorsement[]> {
    const shown = await this.endorsements.shown(viewer);
    const checked = await Promise.all(
      shown.map(async (it) => ((await this.verifier.standsFor(viewer, it.document, credential)) ? [it] : [])),
    );
    return checked.flat();
  }

  /** A signed endorsement under a share link, byte for byte as stored. */
  async endorsement(viewer: Viewer, token: string, nth: number, which: number): Promise<string | null> {
    const shown = await this.opened(viewer, token, nth);
    const found = shown ? await this.sound(viewer, shown.credential) : [];
    return found[which - 1]?.document ?? null;
  }

  /** The findings under a share link, for programs. */
  async findingsUnder({ token, counted }: AskedByLink, opened: () => Promise<Viewer>): Promise<object | null> {
    const seen = await this.looks.whole(token);
    if (!seen) return null;
    const { at, credential, published } = seen;
    const found = await this.worth(at, credential, await this.verifier.verifyBy(at, credential, published), opened);
    this.countLook(seen, counted && 'FINDINGS');
    return found;
  }

  /** A badge for a frame in somebody else's page, as it stands now; what is left of it where the link has ended. */
  async embed(viewer: Viewer, { token, counted }: AskedByLink): Promise<string | null> {
    const shown = await this.opened(viewer, token);
    if (!shown) return null;
    const { grant, credential } = shown;
    this.count(viewer, shown, counted && 'FRAME');
    const data = {
      document: JSON.parse(credential.document) as JsonObject,
      verification: await this.verifier.verify(viewer, credential),
      badge: await this.pictureOf(viewer, credential),
      address: this.shares.urlOf(grant),
      assets: this.assetPaths(),
    };
    return renderEmbed(data, english);
  }

  emptyEmbed(): string {
    return renderEmptyEmbed(this.assetPaths(), english);
  }

  /** The picture that other sites show of a share link: who, what and where to check it, and no verdict. */
  async card(viewer: Viewer, token: string): Promise<Buffer | null> {
    const shown = await this.opened(viewer, token);
    if (!shown) return null;
    const { holder, name, issuer } = factsOf(JSON.parse(shown.credential.document) as JsonObject);
    const { host } = new URL(this.config.publicUrl);
    const words = cardSvg({ holder, issuer, host, achievement: name }, this.lettering.by());
    const badge = await this.points(await this.pictureOf(viewer, shown.credential), 400);
    const { default: sharp } = await import('sharp');
    const { height } = await sharp(badge).metadata();
    const top = Math.max(0, Math.round((CARD_SIZE.height - height) / 2));
    return sharp(Buffer.from(words))
      .composite([{ input: badge, left: 48, top }])
      .png({ compressionLevel: 9, palette: true })
      .toBuffer();
  }

  /** As a link opens, for everything that says what is in a credential: of an erased one there is nothing to say. */
  private async opened(viewer: Viewer, token: string, nth = 1): Promise<Opened | null> {
    const shown = await this.shares.open(viewer, token, nth);
    return shown && !isErased(shown.credential) ? shown : null;
  }

  private count(viewer: Viewer, { grant, credential }: Opened, use: CredentialUse | false): void {
    if (use) this.uses.add(viewer, { credentialId: credential.id, grantId: grant.id, use });
  }

  private countLook({ at, grantId, credential }: Seen, use: CredentialUse | false): void {
    if (use) this.uses.count(at, { credentialId: credential.id, grantId, use });
  }

  private async pictureOf(viewer: Viewer, { validFrom, achievementVersionId }: Credential): Promise<string> {
    const year = validFrom.getUTCFullYear();
    return (await this.badges.picture(viewer, achievementVersionId, { year })) ?? '';
  }

  /** The signed document under a share link, byte for byte as stored. */
  async document({ token, nth = 1, counted }: AskedByLink): Promise<string | null> {
    const seen = await this.looks.at(token, nth);
    if (seen) this.countLook(seen, counted && 'DOCUMENT');
    return seen?.credential.document ?? null;
  }

  /** One page of a file that the holder chose to show, as a picture that we drew. */
  async evidencePicture(viewer: Viewer, token: string, place: EvidencePlace): Promise<Readable | null> {
    const shown = await this.opened(viewer, token, place.credential);
    const pieces = shown ? await this.behind.shown(viewer, shown.credential) : [];
    const piece = pieces.find(({ nth }) => nth === place.piece);
    if (!piece?.fileId || place.page < 1 || place.page > piece.pages) return null;
    if (shown) this.count(viewer, shown, 'EVIDENCE');
    return this.previews.openById(piece.fileId, place.page);
  }

  /** The page on which anybody checks any badge. */
  verifyPage(): string {
    return renderVerifyPage(this.assetPaths(), english);
  }

  nothingHere(): string {
    return renderNotFoundPage(this.assetPaths(), english);
  }

  /** The public page of a published version; drafts are nobody's business. */
  async achievementPage(viewer: Viewer, versionId: string): Promise<string | null> {
    const achievement = await this.published(viewer, versionId);
    if (!achievement) return null;
    const { name: issuerName } = await this.organisations.current(viewer);
    const { name, description, number, outcomes } = achievement;
    return renderAchievementPage(
      {
        ...{ issuerName, name, description, outcomes },
        version: number,
        badge: (await this.badges.picture(viewer, versionId)) ?? '',
        criteria: achievement.criteria.map(({ title, description: about, required, levels }) => ({
          ...{ title, levels },
          description: about,
          required: required ?? undefined,
        })),
        descriptors: achievement.descriptors.map(({ element, ...said }) => ({ id: element, ...said })),
        assets: this.assetPaths(),
      },
      english,
    );
  }

  /** The published version as Open Badges describes an achievement. */
  async achievementDocument(viewer: Viewer, versionId: string): Promise<JsonObject | null> {
    const achievement = await this.published(viewer, versionId);
    if (!achievement) return null;
    const id = `${this.config.publicUrl}/achievements/${versionId}`;
    return {
      id,
      type: ['Achievement'],
      achievementType: 'MicroCredential',
      name: achievement.name,
      description: achievement.description,
      version: String(achievement.number),
      criteria: { id: `${id}#criteria` },
      image: { id: `${this.config.publicUrl}/badges/${versionId}.svg`, type: 'Image' },
    };
  }

  /** The badge without a year, as nobody in particular has earned it. Drafts too, for the designer's preview by id. */
  badge(viewer: Viewer, versionId: string, look: Look): Promise<string | null> {
    return this.badges.picture(viewer, versionId, look);
  }

  /** The same picture in points, for where drawings are not taken. */
  async points(svg: string, pixels = 640): Promise<Buffer> {
    const { default: sharp } = await import('sharp');
    const width = Math.min(Math.max(pixels, 16), MOST_PIXELS);
    return sharp(Buffer.from(svg), { density: (72 * width) / 320 })
      .resize(width)
      .png({ compressionLevel: 9 })
      .toBuffer();
  }

  private async published(viewer: Viewer, versionId: string) {
    const version = isId(versionId) ? await this.achievements.versionById(viewer, versionId) : null;
    return version && version.state !== 'DRAFT' ? this.awarded.of(viewer, versionId) : null;
  }

  /** Names with hashes, as the build wrote them; read once. */
  private assetPaths(): ProofAssets {
    this.assets ??= assetList.parse(JSON.parse(readFileSync(join(this.config.proofDir, 'assets.json'), 'utf8')));
    return this.assets;
  }
}

/** Its status stays true, and nothing says whose it was. */
const isErased = ({ document }: Credential): boolean => document === '';

function picturesOf({ nth, pages }: BehindCredential, path: string): string[] {
  return Array.from({ length: pages }, (_, index) => `${path}/evidence/${nth}/${index + 1}`);
}
