import {
  BADGE_SCALES,
  type BadgeCut,
  type BadgeFace,
  type BadgeFinding,
  type BadgeKit,
  type BadgeScale,
  type BadgeSlots,
  checkBadge,
  faceOf,
  renderBadgeSvg,
} from '@assay/credential';
import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { isId } from '../../platform/database/id.js';
import type { FontChoice } from '../../platform/lettering/fonts.rules.js';
import { LetteringService } from '../../platform/lettering/lettering.service.js';
import { AchievementsService } from '../achievements/achievements.service.js';
import { AwardedAchievementService } from '../credentials/awarded-achievement.service.js';
import { OrganisationService } from '../people/organisation.service.js';
import { BadgeDesign, StruckBadge } from './badge-design.entity.js';
import { factsOf, sampleFacts } from './badge-facts.rules.js';
import { BadgeTemplatesService } from './badge-templates.service.js';
import { BrandImagesService, logoOf } from './brand-images.service.js';
import { type KitContent, USUAL_KIT } from './brand-kit.rules.js';
import { StudioVersionsService } from './studio-versions.service.js';

/** How a picture is cut. */
export interface Look {
  cut?: BadgeCut;
  scale?: BadgeScale;
  /** Year of the award; absent for nobody's. */
  year?: number;
}

/** A badge that could be, with what is left out taken from what is. */
export interface Trial {
  versionId?: string | null;
  kit?: KitContent | null;
  template?: BadgeSlots | null;
  own?: Partial<BadgeSlots> | null;
  sampleName?: string | null;
  sampleLevel?: number | null;
}

interface Drawn {
  face: BadgeFace;
  fonts: FontChoice;
}

/** The pictures of badges. What is published was struck once and is only read; drafts follow kit and template. */
@Injectable()
export class BadgeArtService {
  constructor(
    private readonly lettering: LetteringService,
    private readonly versions: StudioVersionsService,
    private readonly templates: BadgeTemplatesService,
    private readonly images: BrandImagesService,
    private readonly achievements: AchievementsService,
    private readonly awarded: AwardedAchievementService,
    private readonly organisations: OrganisationService,
  ) {}

  /** The picture of a version; null where nobody knows it. */
  async picture(
    viewer: Viewer,
    versionId: string,
    { cut = 'INK', scale = 'FULL', year }: Look = {},
  ): Promise<string | null> {
    if (!isId(versionId)) return null;
    if (cut === 'INK') {
      const [kept] = await viewer.tx.query<{ svg: string }>(
        'SELECT svg FROM badge_picture WHERE achievement_version_id = $1 AND year = $2 AND scale = $3',
        [versionId, year ?? 0, scale],
      );
      if (kept) return kept.svg;
    }
    const drawn = await this.drawn(viewer, versionId);
    return drawn && this.render(drawn, { cut, scale, year });
  }

  /** What is found about the badge of a version as it would be struck now. */
  async findings(viewer: Viewer, versionId: string): Promise<BadgeFinding[]> {
    const drawn = await this.drawn(viewer, versionId);
    return drawn ? this.check(drawn) : [];
  }

  /** A badge that is only tried. */
  async trial(viewer: Viewer, trial: Trial): Promise<Drawn | null> {
    const kitContent = trial.kit ?? (await this.kitInUse(viewer)).content;
    const design = trial.versionId ? await this.designOf(viewer, trial.versionId) : null;
    const template = trial.template ?? (await this.templates.slotsOf(viewer, design?.templateId ?? null));
    const issuer = (await this.organisations.find(viewer))?.name ?? '';
    const achievement = trial.versionId ? await this.awarded.of(viewer, trial.versionId) : null;
    if (trial.versionId && !achievement) return null;
    const facts = achievement
      ? factsOf(achievement, issuer)
      : sampleFacts(issuer, trial.sampleName ?? null, trial.sampleLevel ?? null);
    const face = faceOf(await this.kitOf(viewer, kitContent), template, trial.own ?? design?.own ?? {}, facts);
    return { face, fonts: kitContent.fonts };
  }

  /** What a version's badge is drawn from: as it was struck, or as it would be. */
  async drawn(viewer: Viewer, versionId: string): Promise<Drawn | null> {
    return (await this.struck(viewer, versionId)) ?? (await this.current(viewer, versionId));
  }

  render({ face, fonts }: Drawn, { cut, scale, year }: Look): string {
    return renderBadgeSvg(year === undefined ? face : { ...face, year }, this.lettering.by(fonts), { cut, scale });
  }

  check({ face, fonts }: Drawn): BadgeFinding[] {
    return checkBadge(face, this.lettering.by(fonts));
  }

  /** Its own design, or that of the version before it. */
  async designOf(viewer: Viewer, versionId: string): Promise<BadgeDesign | null> {
    const [nearest] = await viewer.tx.query<{ id: string }>(
      `SELECT design.achievement_version_id AS id FROM achievement_version mine
       JOIN achievement_version before ON before.achievement_id = mine.achievement_id AND before.number <= mine.number
       JOIN badge_design design ON design.achievement_version_id = before.id
       WHERE mine.id = $1 ORDER BY before.number DESC LIMIT 1`,
      [versionId],
    );
    return nearest ? viewer.tx.manager.findOneBy(BadgeDesign, { achievementVersionId: nearest.id }) : null;
  }

  /** Keeps the badge of a published version as it is now, for good. Struck twice is struck once. */
  async strike(viewer: Viewer, versionId: string): Promise<void> {
    const version = await this.achievements.versionById(viewer, versionId);
    if (!version || version.state === 'DRAFT' || (await this.struck(viewer, versionId))) return;
    const drawn = await this.current(viewer, versionId);
    if (!drawn) return;
    const { number } = await this.kitInUse(viewer);
    await viewer.tx.query(
      `INSERT INTO struck_badge (achievement_version_id, face, fonts, kit_number, struck_at) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT DO NOTHING`,
      [versionId, JSON.stringify(drawn.face), JSON.stringify(drawn.fonts), number, viewer.now],
    );
  }

  /** Strikes whatever is published and was not yet. */
  async strikeMissing(viewer: Viewer, most = 500): Promise<string[]> {
    const missing = await viewer.tx.query<{ id: string }>(
      `SELECT version.id FROM achievement_version version WHERE version.state <> 'DRAFT'
         AND NOT EXISTS (SELECT FROM struck_badge WHERE achievement_version_id = version.id) ORDER BY version.id LIMIT $1`,
      [most],
    );
    for (const { id } of missing) await this.strike(viewer, id);
    return missing.map(({ id }) => id);
  }

  /** Keeps pictures byte for byte, so that a later way of drawing does not change them. The worker's business. */
  async keepPictures(system: Viewer, versionId: string, year?: number): Promise<void> {
    // Nearly always they are there: to draw them takes longer than everything else about a badge.
    const kept = await system.tx.query<{ scale: BadgeScale }>(
      'SELECT scale FROM badge_picture WHERE achievement_version_id = $1 AND year = $2',
      [versionId, year ?? 0],
    );
    const missing = BADGE_SCALES.filter((each) => !kept.some(({ scale }) => scale === each));
    const drawn = missing.length > 0 ? await this.struck(system, versionId) : null;
    if (!drawn) return;
    for (const scale of missing)
      await system.tx.query('INSERT INTO badge_picture VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING', [
        versionId,
        year ?? 0,
        scale,
        this.render(drawn, { scale, year }),
      ]);
  }

  async kitInUse(viewer: Viewer): Promise<{ content: KitContent; number: number | null }> {
    const version = await this.versions.inUse(viewer, 'KIT');
    return { content: { ...USUAL_KIT, ...version?.content }, number: version?.number ?? null };
  }

  private struck(viewer: Viewer, versionId: string): Promise<StruckBadge | null> {
    return viewer.tx.manager.findOneBy(StruckBadge, { achievementVersionId: versionId });
  }

  private current(viewer: Viewer, versionId: string): Promise<Drawn | null> {
    return this.trial(viewer, { versionId });
  }

  private async kitOf(viewer: Viewer, { inks, initials, ground, logoId }: KitContent): Promise<BadgeKit> {
    return { inks, initials, ground, logo: logoOf(await this.images.byId(viewer, logoId)) };
  }
}
