import type { BadgeSlots } from '@assay/credential';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { can } from '../../platform/access/policy.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { isId } from '../../platform/database/id.js';
import { ChangedMeanwhile, InputProblem, InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import { PublicationChecksService } from '../achievements/publication-checks.service.js';
import { AchievementVersion } from '../achievements/achievement-version.entity.js';
import { BadgeArtService } from './badge-art.service.js';
import { BadgeDesign, StruckBadge } from './badge-design.entity.js';
import { BadgeTemplatesService } from './badge-templates.service.js';
import { slotProblems } from './brand-kit.rules.js';

/** How the badge of a version looks, as designers see it. */
export interface BadgeLook {
  readonly achievementVersionId: string;
  readonly templateId: string | null;
  readonly choices: Partial<BadgeSlots>;
  readonly revision: number;
  readonly struckAt: Date | null;
}

type Saved = BadgeLook | InvalidInput | NotAllowed | NotFound | ChangedMeanwhile;

/** The badge of a draft: chosen and saved as one goes, and checked before it is published. */
@Injectable()
export class BadgeDesignsService implements OnModuleInit {
  constructor(
    private readonly art: BadgeArtService,
    private readonly templates: BadgeTemplatesService,
    private readonly checks: PublicationChecksService,
  ) {}

  onModuleInit(): void {
    this.checks.alsoAsked(
      { key: 'badge', principle: 'PORTABLE', title: 'Its badge can be drawn', isBlocking: true },
      async (viewer, version) => {
        const findings = await this.art.findings(viewer, version.id);
        const refused = findings.filter(({ verdict }) => verdict === 'REFUSED');
        return refused.map(({ message }) => ({ section: 'badge', field: 'badge', message }));
      },
    );
  }

  /** Its own design; a version without one follows the version before it. */
  async lookOf(viewer: Viewer, { id }: Pick<AchievementVersion, 'id'>): Promise<BadgeLook> {
    const design = await this.art.designOf(viewer, id);
    const struck = await viewer.tx.manager.findOneBy(StruckBadge, { achievementVersionId: id });
    return {
      achievementVersionId: id,
      templateId: design?.templateId ?? null,
      choices: design?.own ?? {},
      revision: design?.achievementVersionId === id ? design.revision : 0,
      struckAt: struck?.struckAt ?? null,
    };
  }

  async save(
    viewer: Viewer,
    versionId: string,
    expectedRevision: number,
    templateId: string | null,
    own: Partial<BadgeSlots>,
  ): Promise<Saved> {
    const version = isId(versionId)
      ? await viewer.tx.manager.findOne(AchievementVersion, {
          where: { id: versionId },
          lock: { mode: 'pessimistic_write' },
        })
      : null;
    if (!version || !can(viewer, 'read', version)) return new NotFound('This achievement');
    if (!can(viewer, 'edit', version)) return new NotAllowed('The badge of a published version is struck for good.');
    const problems = slotProblems(own).map(({ field, message }) => new InputProblem(field, message));
    if (templateId && !(await this.templates.byId(viewer, templateId)))
      problems.push(new InputProblem('templateId', 'There is no such template.'));
    if (problems.length) return new InvalidInput(problems);
    const design = await viewer.tx.manager.findOneBy(BadgeDesign, { achievementVersionId: versionId });
    if ((design?.revision ?? 0) !== expectedRevision) return new ChangedMeanwhile(design?.revision ?? 0);
    await viewer.tx.query(
      `INSERT INTO badge_design (achievement_version_id, template_id, own, revision, changed_at, changed_by)
       VALUES ($1, $2, $3, 1, $4, $5)
       ON CONFLICT (achievement_version_id) DO UPDATE SET template_id = excluded.template_id, own = excluded.own,
         revision = badge_design.revision + 1, changed_at = excluded.changed_at, changed_by = excluded.changed_by`,
      [versionId, templateId, JSON.stringify(own), viewer.now, viewer.personId],
    );
    return this.lookOf(viewer, version);
  }
}
