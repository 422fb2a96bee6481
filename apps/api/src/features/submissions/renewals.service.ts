import { Injectable } from '@nestjs/common';
import type { Part } from '../../platform/access/together.js';
import type { Viewer } from '../../platform/access/viewer.js';
import type { AchievementVersion } from '../achievements/achievement-version.entity.js';
import { AchievementsService } from '../achievements/achievements.service.js';
import { VersionChangesService } from '../achievements/version-changes.service.js';
import { ReminderSettingsService } from '../credentials/reminder-settings.service.js';
import { CarriedCriterion } from './carried-criterion.entity.js';
import type { MetBefore } from './carrying.rules.js';
import {
  asksMore,
  type EarnedLast,
  type RenewalPlan,
  renewalPlan,
  type RenewalTime,
  renewalTime,
  weightyCriteria,
} from './renewal.rules.js';
import type { Submission } from './submission.entity.js';

interface AwardRow extends EarnedLast {
  id: string;
  achievementId: string;
  versionId: string;
  credentialId: string | null;
}
type AwardText = Omit<AwardRow, 'validUntil'> & { validUntil: string | null };
/** What the viewer earned last of an achievement, and whether it can be renewed. */
export interface Earned extends RenewalTime {
  award: AwardRow;
}

const NOTHING_CARRIED: RenewalPlan = { carried: [], asked: [] };

/** Of each achievement, what this person earned last. */
const earnedLast = (personId: string | null): Part<AwardRow, AwardText> => ({
  ...{ name: 'earned-last', with: personId },
  sql: `SELECT DISTINCT ON (version.achievement_id) award.id, version.achievement_id AS "achievementId", version.id AS "versionId",
      credential.id AS "credentialId", credential.status, credential.valid_until AS "validUntil"
    FROM award JOIN achievement_version version ON version.id = award.achievement_version_id
    LEFT JOIN credential ON credential.award_id = award.id AND credential.superseded_by IS NULL
    WHERE award.person_id = $with::uuid AND version.achievement_id = ANY ($ids) AND award.state <> 'CANCELLED'
    ORDER BY version.achievement_id, award.awarded_on DESC, award.id DESC, credential.edition DESC`,
  rows: (rows) =>
    new Map(
      rows.map((row) => [
        row.achievementId,
        { ...row, validUntil: row.validUntil === null ? null : new Date(row.validUntil) },
      ]),
    ),
});

/** Renewing what is held: when it can be begun, and what of the assessment before counts on. */
@Injectable()
export class RenewalsService {
  constructor(
    private readonly achievements: AchievementsService,
    private readonly changes: VersionChangesService,
    private readonly reminders: ReminderSettingsService,
  ) {}

  /** Of an achievement, what the viewer earned last; null where nothing was. */
  async earned(viewer: Viewer, achievementId: string): Promise<Earned | null> {
    const award = await viewer.loadTogether(earnedLast(viewer.personId), achievementId);
    const held = award && (await this.achievements.versionById(viewer, award.versionId));
    if (!award || !held) return null;
    const opens = await this.reminders.renewalOpens(viewer, held);
    const hasChanged = asksMore(await this.changes.since(viewer, held));
    return { award, ...renewalTime(award, opens, hasChanged, viewer.now) };
  }

  /** What a renewal of this award by this version asks, and what counts on. */
  async planOf(viewer: Viewer, award: AwardRow, version: AchievementVersion): Promise<RenewalPlan> {
    const held = await this.achievements.versionById(viewer, award.versionId);
    if (!held) return NOTHING_CARRIED;
    const met = await viewer.tx.query<MetBefore>(
      `SELECT each ->> 'criterionId' AS "criterionId", (each ->> 'level')::int AS level, (each ->> 'met')::boolean AS met,
         coalesce(kept.from_decision_id, made.id) AS "fromDecisionId", coalesce(kept.decided_at, made.released_at) AS "decidedAt"
       FROM award JOIN decision first ON first.id = award.basis_id AND award.basis = 'DECISION'
       JOIN LATERAL (SELECT * FROM decision WHERE submission_id = first.submission_id AND released_at IS NOT NULL
         ORDER BY sequence DESC LIMIT 1) made ON made.outcome = 'PASS'
       CROSS JOIN jsonb_array_elements(made.criteria) AS each
       LEFT JOIN carried_criterion kept ON kept.submission_id = made.submission_id AND kept.criterion_id = each ->> 'criterionId'
       WHERE award.id = $1`,
      [award.id],
    );
    const weighty = weightyCriteria(await this.changes.since(viewer, held));
    const today = viewer.now.toISOString().slice(0, 10);
    return renewalPlan(version.renewal, met, held.rubric.criteria, version.rubric.criteria, weighty, {
      ...{ maxAgeMonths: version.evidenceMaxAgeMonths, today },
    });
  }

  /**
   * Puts what counts on into the first attempt at renewing something. False where there was one before:
   * what came of that says what is asked now.
   */
  async carryInto(viewer: Viewer, submission: Submission, version: AchievementVersion): Promise<boolean> {
    const earned = await this.earned(viewer, version.achievementId);
    if (!earned || (await this.wasTried(viewer, submission))) return false;
    const { carried } = await this.planOf(viewer, earned.award, version);
    for (const { criterionId, level, fromDecisionId, decidedAt } of carried)
      await viewer.tx.manager.insert(CarriedCriterion, {
        ...{ submissionId: submission.id, criterionId, level, fromDecisionId, decidedAt },
      });
    return true;
  }

  private async wasTried(viewer: Viewer, { id, renewsId }: Submission): Promise<boolean> {
    const tried = await viewer.tx.query(
      `SELECT 1 FROM submission it JOIN decision made ON made.submission_id = it.id AND made.released_at IS NOT NULL
       WHERE it.renews_id = $1 AND it.id <> $2 LIMIT 1`,
      [renewsId, id],
    );
    return tried.length > 0;
  }
}
