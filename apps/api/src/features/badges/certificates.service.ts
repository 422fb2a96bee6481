import { createHash, randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import type { BadgeLogo } from '@assay/credential';
import { Injectable } from '@nestjs/common';
import QRCode from 'qrcode';
import { can } from '../../platform/access/policy.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { familyOf, FONT_ROLES, type FontChoice, filesFor, USUAL_FONTS } from '../../platform/lettering/fonts.rules.js';
import { LetteringService, pathOfFont } from '../../platform/lettering/lettering.service.js';
import { FileDriver } from '../../platform/storage/file-driver.js';
import { TypesettingService } from '../../platform/typesetting/typesetting.service.js';
import type { Credential } from '../credentials/credential.entity.js';
import { AwardedAchievementService } from '../credentials/awarded-achievement.service.js';
import { CredentialsService } from '../credentials/credentials.service.js';
import { SharesService } from '../credentials/shares.service.js';
import { BadgeArtService } from './badge-art.service.js';
import { CERTIFICATE_PAGE } from './certificate-page.js';
import {
  type CertificateContent,
  type CertificateFacts,
  pageData,
  printedWords,
  wholeCertificate,
} from './certificate.rules.js';
import { credentialFacts } from './credential-facts.js';
import { StudioVersionsService } from './studio-versions.service.js';

/** Raised when the page itself changes, so that no kept certificate is taken for the new one. */
const PAGE_REVISION = 1;

/** Letters for which the product has no font: the certificate would show boxes. */
export interface MissingLetters {
  readonly missing: readonly string[];
}

interface Page {
  readonly content: CertificateContent;
  readonly facts: CertificateFacts;
  readonly fonts: FontChoice;
  readonly gilt: string;
  readonly badge: string | null;
  readonly logo: BadgeLogo | null;
  readonly credential: string;
}

/** Certificates on paper: a credential as a page, with the credential inside. Set apart, and kept by what they say. */
@Injectable()
export class CertificatesService {
  constructor(
    private readonly versions: StudioVersionsService,
    private readonly art: BadgeArtService,
    private readonly lettering: LetteringService,
    private readonly typesetting: TypesettingService,
    private readonly driver: FileDriver,
    private readonly credentials: CredentialsService,
    private readonly shares: SharesService,
    private readonly awarded: AwardedAchievementService,
  ) {}

  /** The certificate of a credential, for its holder; null for everybody else. */
  async pdf(viewer: Viewer, credentialId: string): Promise<Buffer | MissingLetters | null> {
    const credential = await this.credentials.find(viewer, credentialId);
    if (!credential || !can(viewer, 'share', credential)) return null;
    const page = await this.pageOf(viewer, credential);
    const missing = this.missing(page);
    if (missing.length) return { missing };
    const job = await this.jobOf(page, 'pdf');
    const key = `ce/${createHash('sha256')
      .update(`${PAGE_REVISION} ${JSON.stringify(job)}`)
      .digest('hex')}`;
    const kept = await this.kept(key);
    // Noted before the bytes are there: whoever is erased leaves none behind.
    await viewer.tx.query('SELECT app_note_certificate($1, $2)', [key, credential.id]);
    if (kept) return kept;
    const pdf = await this.typesetting.set(job);
    await this.keep(key, pdf);
    return pdf;
  }

  /** How a certificate would look, with an invented holder; letters without a font are named. */
  async preview(viewer: Viewer, content: CertificateContent): Promise<string | MissingLetters> {
    const drawn = await this.art.trial(viewer, {});
    if (!drawn) throw new Error('There is always an invented badge.');
    const facts: CertificateFacts = {
      holder: 'Samira Haddad',
      achievement: 'Data modelling, Practitioner',
      level: '3 Practitioner',
      priorLearning: false,
      outcomes: [
        'Models a domain so that two teams read it the same way',
        'Finds what a model cannot say before it is built',
        'Explains a choice to people who do not model',
      ],
      awardedOn: new Date(Date.UTC(2026, 10, 25)),
      validUntil: new Date(Date.UTC(2029, 10, 24)),
      issuer: drawn.face.issuerName,
      proof: 'https://assay.example/p/this-is-an-example',
    };
    const { fonts, face } = drawn;
    const badge = this.art.render(drawn, {});
    const page: Page = { content, facts, fonts, gilt: face.inks.gilt, badge, logo: face.logo, credential: '{}' };
    const missing = this.missing(page);
    if (missing.length) return { missing };
    return (await this.typesetting.set(await this.jobOf(page, 'svg'))).toString('utf8');
  }

  /** By the certificate that was in use when the credential was issued, or the first one after. */
  private async pageOf(viewer: Viewer, credential: Credential): Promise<Page> {
    const version = await this.versions.inUseAt(viewer, 'CERTIFICATE', credential.issuedAt);
    const content = wholeCertificate(version?.content);
    const award = await this.credentials.awardById(viewer, credential.awardId);
    const achievement = await this.awarded.of(viewer, credential.achievementVersionId);
    const links = await this.shares.grantsOf(viewer, credential);
    const live = links.find(({ revokedAt, expiresAt }) => !revokedAt && (!expiresAt || expiresAt > viewer.now));
    const struck = await this.art.drawn(viewer, credential.achievementVersionId);
    return {
      content,
      facts: {
        ...credentialFacts(credential.document),
        priorLearning: award?.plan.marking.route === 'PRIOR_LEARNING',
        outcomes: achievement?.outcomes ?? [],
        awardedOn: credential.validFrom,
        validUntil: credential.validUntil,
        proof: live ? this.shares.urlOf(live) : null,
      },
      fonts: struck?.fonts ?? USUAL_FONTS,
      gilt: struck?.face.inks.gilt ?? '#B8954A',
      badge: await this.art.picture(viewer, credential.achievementVersionId, {
        year: credential.validFrom.getUTCFullYear(),
      }),
      logo: struck?.face.logo ?? null,
      credential: credential.document,
    };
  }

  private missing({ content, facts, fonts }: Page): readonly string[] {
    const style = { type: 'NAMES', weight: 400, size: 10 } as const;
    return [...new Set(this.lettering.by(fonts)(printedWords(content, facts).replace(/\p{Cc}/gu, ' '), style).missing)];
  }

  private async jobOf({ content, facts, fonts, gilt, badge, logo, credential }: Page, output: 'pdf' | 'svg') {
    const families = (first: 'NAMES' | 'LABELS') =>
      [first, ...FONT_ROLES.slice(2)].flatMap((role) => {
        const family = familyOf(fonts[role]);
        return family ? [family.family ?? family.name] : [];
      });
    const data = {
      ...pageData(content, facts, { fonts: families('NAMES'), labels: families('LABELS'), gilt }),
      badge: content.showBadge && badge ? 'badge.svg' : null,
      logo: content.showLogo && logo ? (logo.points ? 'logo.png' : 'logo.svg') : null,
    };
    const files: Record<string, Buffer> = {
      'data.json': Buffer.from(JSON.stringify(data)),
      'credential.json': Buffer.from(credential),
      ...(badge && { 'badge.svg': Buffer.from(badge) }),
      ...(logo && logoFile(logo)),
      ...(data.proof && { 'qr.svg': Buffer.from(await QRCode.toString(data.proof, { type: 'svg', margin: 0 })) }),
    };
    return {
      program: CERTIFICATE_PAGE,
      files: Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, bytes.toString('base64')])),
      fonts: this.fontsFor(printedWords(content, facts), fonts),
      output,
      madeAt: Math.floor(facts.awardedOn.getTime() / 1_000),
    };
  }

  /** The font files that the words need. Those of whole scripts are large and mostly not. */
  private fontsFor(words: string, fonts: FontChoice): string[] {
    const files = (['NAMES', 'LABELS'] as const).flatMap((first) =>
      [400, 600].flatMap((weight) => filesFor(fonts, first, weight, false)),
    );
    const letters = new Set(Array.from(`${words} –0123456789`, (letter) => letter.codePointAt(0) ?? 0));
    const needed = [...new Set(files)].filter((file) => {
      const font = this.lettering.font(file);
      return (
        file.includes('-latin-') || [...letters].some((letter) => letter > 0x24f && font.hasGlyphForCodePoint(letter))
      );
    });
    return needed.map(pathOfFont);
  }

  private async kept(key: string): Promise<Buffer | null> {
    try {
      return await buffer(await this.driver.read(key));
    } catch {
      return null;
    }
  }

  private async keep(key: string, pdf: Buffer): Promise<void> {
    const folder = await mkdtemp(join(tmpdir(), 'assay-certificate-'));
    try {
      const path = join(folder, randomUUID());
      await writeFile(path, pdf);
      await this.driver.take(key, path);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
}

function logoFile({ points, drawing, viewBox, width, height }: BadgeLogo): Record<string, Buffer> {
  if (points) return { 'logo.png': Buffer.from(points.slice(points.indexOf(',') + 1), 'base64') };
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${viewBox ?? ''}" width="${width}" height="${height}">${drawing ?? ''}</svg>`;
  return { 'logo.svg': Buffer.from(svg) };
}
