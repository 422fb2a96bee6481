import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { newId } from '../../platform/database/id.js';
import { NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import type { AchievementVersion } from '../achievements/achievement-version.entity.js';
import { AchievementsService } from '../achievements/achievements.service.js';
import { whyNotAgain } from './attempts.rules.js';
import { CarriedCriterion } from './carried-criterion.entity.js';
import { carriedOver, type MetBefore } from './carrying.rules.js';
import { Submission, type SubmissionRoute } from './submission.entity.js';
import type { EvidenceItem } from './evidence-item.entity.js';
import { nextLetter } from './letters.rules.js';
import { type Actor, isEditable, isOver } from './submission.lifecycle.js';
import { RenewalsService } from './renewals.service.js';
import { SubmissionItem } from './submission-part.entity.js';
import { AttemptOpen } from './submissions.refusals.js';
import { SubmissionsService } from './submissions.service.js';

/** Beginning an attempt, the first or another one. */
@Injectable()
export class AttemptService {
  constructor(
    private readonly achievements: AchievementsService,
    private readonly renewals: RenewalsService,
    private readonly submissions: SubmissionsService,
  ) {}

  async start(
    viewer: Viewer,
    versionId: string,
    route: SubmissionRoute = 'LEARNING',
  ): Promise<Submission | AttemptOpen | NotAllowed | NotFound> {
    const version = await this.achievements.find(viewer, versionId);
    const { personId } = viewer;
    if (!version || !personId) return new NotFound('This achievement');
    if (version.state === 'DRAFT') return new NotAllowed('This achievement is not published yet.');
    if (version.state === 'SUPERSEDED')
      return new NotAllowed('A newer version took the place of this one. Begin with that.');
    if (version.state === 'RETIRED') return new NotAllowed('This achievement is no longer offered.');
    if (version.route === 'STACK')
      return new NotAllowed('This is earned through other achievements; there is nothing to hand in.');
    if (version.route === 'COMPLETION')
      return new NotAllowed('This is given for completing something. There is nothing to hand in.');
    const missing = await this.missingBefore(viewer, personId, version);
    if (missing.length) return new NotAllowed(`First comes: ${missing.join(', ')}.`);
    // Two clicks at once begin one attempt.
    await viewer.tx.aloneIn(`submission ${personId} ${version.achievementId}`);
    const previous = await this.submissions.mineAt(viewer, version.achievementId);
    if (previous && !isOver(previous.state)) return new AttemptOpen(previous.id);
    const earned = await this.renewals.earned(viewer, version.achievementId);
    const renews = earned?.reason ? earned.award.id : null;
    if (!renews && (await this.holds(viewer, personId, version.achievementId)))
      return new NotAllowed(
        earned?.opensOn
          ? `You hold this already. You can renew it from ${earned.opensOn.toISOString().slice(0, 10)} on.`
          : 'You hold this already.',
      );
    const tooOften = whyNotAgain(version, await this.used(viewer, personId, version.achievementId), viewer.now);
    if (tooOften) return new NotAllowed(tooOften);

    const shown = version.route === 'PRIOR_LEARNING' ? 'PRIOR_LEARNING' : route;
    return this.begin(viewer, personId, version, previous, { actor: 'CANDIDATE', route: shown, renews });
  }

  /**
   * Puts an item into the draft of somebody's attempt, which is begun where there was none yet. Null when there is nothing to
   * put it into: they hold it, wait for an outcome, or have tried before; another try is theirs to begin.
   */
  async putInto(
    system: Viewer,
    personId: string,
    version: AchievementVersion,
    item: EvidenceItem,
  ): Promise<Submission | null> {
    await system.tx.aloneIn(`submission ${personId} ${version.achievementId}`);
    const { manager } = system.tx;
    const latest = await manager.findOne(Submission, {
      where: { personId, achievementId: version.achievementId },
      order: { attemptNo: 'DESC' },
    });
    if (latest ? !isEditable(latest.state) : await this.holds(system, personId, version.achievementId)) return null;
    const draft = latest ?? (await this.begin(system, personId, version, null, { actor: 'SYSTEM' }));
    const used = await manager.findBy(SubmissionItem, { submissionId: draft.id });
    if (!used.some((each) => each.itemId === item.id))
      await manager.insert(SubmissionItem, {
        submissionId: draft.id,
        itemId: item.id,
        letter: nextLetter(used.map((each) => each.letter)),
      });
    return draft;
  }

  private async begin(
    viewer: Viewer,
    personId: string,
    version: AchievementVersion,
    previous: Submission | null,
    { actor, route = 'LEARNING', renews = null }: { actor: Actor; route?: SubmissionRoute; renews?: string | null },
  ): Promise<Submission> {
    const submission = viewer.tx.manager.create(Submission, {
      id: newId(),
      personId,
      achievementVersionId: version.id,
      achievementId: version.achievementId,
      attemptNo: (previous?.attemptNo ?? 0) + 1,
      previousId: previous?.id ?? null,
      renewsId: renews,
      state: 'DRAFT',
      route,
      mentorId: null,
      heldFrom: null,
      revision: 1,
      createdAt: viewer.now,
      savedAt: viewer.now,
      submittedAt: null,
    });
    await viewer.tx.manager.insert(Submission, submission);
    await this.submissions.note(viewer, submission, { from: null, to: 'DRAFT', actor, note: null });
    const begun = renews ? await this.renewals.carryInto(viewer, submission, version) : false;
    if (previous && !begun) {
      const met = await this.carryMet(viewer, submission, version);
      await this.carryOver(viewer, previous, submission, version, met);
      await this.askAgain(viewer, submission, version);
    }
    this.submissions.forgetOwn(viewer);
    return submission;
  }

  /** Names of what has to be held first and is not. */
  private async missingBefore(
    viewer: Viewer,
    personId: string,
    { prerequisiteIds }: AchievementVersion,
  ): Promise<string[]> {
    const missing: string[] = [];
    for (const achievementId of prerequisiteIds) {
      if (await this.holds(viewer, personId, achievementId)) continue;
      const first = await this.achievements.currentOf(viewer, achievementId);
      if (first) missing.push(first.name);
    }
    return missing;
  }

  /** An award that waits for its credential or whose credential is active and in date. */
  private async holds(viewer: Viewer, personId: string, achievementId: string): Promise<boolean> {
    const [found] = await viewer.tx.query(
      `SELECT 1 FROM award JOIN achievement_version version ON version.id = award.achievement_version_id
       LEFT JOIN credential ON credential.award_id = award.id
       WHERE award.person_id = $1 AND version.achievement_id = $2 AND award.state <> 'CANCELLED'
         AND (credential.id IS NULL
              OR credential.status = 'ACTIVE' AND (credential.valid_until IS NULL OR credential.valid_until > $3))`,
      [personId, achievementId, viewer.now],
    );
    return found !== undefined;
  }

  /** How often an outcome came back since the last pass, and when the last one did. */
  private async used(
    viewer: Viewer,
    personId: string,
    achievementId: string,
  ): Promise<{ attempts: number; lastOutcomeAt: Date | null }> {
    const outcomes = await viewer.tx.query<{ outcome: string | null; at: Date | null }>(
      `SELECT last.outcome, last.released_at AS at FROM submission it LEFT JOIN LATERAL (
         SELECT outcome, released_at FROM decision WHERE submission_id = it.id AND released_at IS NOT NULL
         ORDER BY sequence DESC LIMIT 1) last ON true
       WHERE it.person_id = $1 AND it.achievement_id = $2 AND it.state IN ('RELEASED', 'CLOSED', 'VOID')
       ORDER BY it.attempt_no DESC`,
      [personId, achievementId],
    );
    const pass = outcomes.findIndex(({ outcome }) => outcome === 'PASS');
    const since = pass === -1 ? outcomes : outcomes.slice(0, pass);
    return { attempts: since.length, lastOutcomeAt: since[0]?.at ?? null };
  }

  /** Criteria that the latest outcome found met count on, as long as they are current. Nothing else is asked again. */
  private async carryMet(viewer: Viewer, to: Submission, version: AchievementVersion): Promise<string[]> {
    const met = await viewer.tx.query<MetBefore & { versionId: string }>(
      `WITH last AS (
         SELECT it.id, it.achievement_version_id, made.id AS decision_id, made.criteria, made.released_at, made.outcome, it.state
         FROM submission it JOIN LATERAL (
           SELECT * FROM decision WHERE submission_id = it.id AND released_at IS NOT NULL ORDER BY sequence DESC LIMIT 1) made ON true
         WHERE it.person_id = $1 AND it.achievement_id = $2 AND it.id <> $3 ORDER BY it.attempt_no DESC LIMIT 1)
       SELECT each ->> 'criterionId' AS "criterionId", (each ->> 'level')::int AS level, (each ->> 'met')::boolean AS met,
         coalesce(kept.from_decision_id, last.decision_id) AS "fromDecisionId",
         coalesce(kept.decided_at, last.released_at) AS "decidedAt", last.achievement_version_id AS "versionId"
       FROM last CROSS JOIN jsonb_array_elements(last.criteria) AS each
       LEFT JOIN carried_criterion kept ON kept.submission_id = last.id AND kept.criterion_id = each ->> 'criterionId'
       WHERE last.outcome = 'NOT_YET' AND last.state <> 'VOID'`,
      [to.personId, to.achievementId, to.id],
    );
    const before = met[0] && (await this.achievements.versionById(viewer, met[0].versionId));
    if (!before) return [];
    const today = viewer.now.toISOString().slice(0, 10);
    const { rubric, evidenceMaxAgeMonths } = version;
    const carried = carriedOver(met, before.rubric.criteria, rubric.criteria, evidenceMaxAgeMonths, today);
    for (const { criterionId, level, fromDecisionId, decidedAt } of carried)
      await viewer.tx.manager.insert(CarriedCriterion, {
        ...{ submissionId: to.id, criterionId, level, fromDecisionId, decidedAt },
      });
    return carried.map(({ criterionId }) => criterionId);
  }

  /** Letters, links and claims come along for the criteria that are asked again: nobody types twice. That there is nothing to show is said anew. */
  private async carryOver(
    viewer: Viewer,
    from: Submission,
    to: Submission,
    version: AchievementVersion,
    met: readonly string[],
  ): Promise<void> {
    const kept = version.rubric.criteria.map((criterion) => criterion.id).filter((id) => !met.includes(id));
    await viewer.tx.query(
      `INSERT INTO submission_item (submission_id, item_id, letter)
       SELECT $2, item_id, letter FROM submission_item used WHERE submission_id = $1 AND EXISTS (
         SELECT FROM evidence_link link WHERE link.submission_id = $1 AND link.item_id = used.item_id AND link.criterion_id = ANY ($3))`,
      [from.id, to.id, kept],
    );
    await viewer.tx.query(
      `INSERT INTO evidence_link (submission_id, item_id, criterion_id, reflection)
       SELECT $2, item_id, criterion_id, reflection FROM evidence_link WHERE submission_id = $1 AND criterion_id = ANY ($3)`,
      [from.id, to.id, kept],
    );
    await viewer.tx.query(
      `INSERT INTO criterion_claim (submission_id, criterion_id, claimed_level, not_evidenced)
       SELECT $2, criterion_id, claimed_level, false FROM criterion_claim WHERE submission_id = $1 AND criterion_id = ANY ($3)`,
      [from.id, to.id, kept],
    );
  }

  /** What the latest outcome found unmet, with what had been handed in for it then: only that again is not enough. */
  private async askAgain(viewer: Viewer, to: Submission, version: AchievementVersion): Promise<void> {
    const ids = version.rubric.criteria.map(({ id }) => id);
    await viewer.tx.query(
      `WITH last AS (
         SELECT it.id, made.criteria, made.outcome, it.state FROM submission it JOIN LATERAL (
           SELECT * FROM decision WHERE submission_id = it.id AND released_at IS NOT NULL ORDER BY sequence DESC LIMIT 1) made ON true
         WHERE it.person_id = $2 AND it.achievement_id = $3 AND it.id <> $1 ORDER BY it.attempt_no DESC LIMIT 1),
       shown AS (
         SELECT taken.content FROM submission_snapshot taken JOIN last ON last.id = taken.submission_id ORDER BY number DESC LIMIT 1)
       INSERT INTO criterion_claim (submission_id, criterion_id, claimed_level, not_evidenced, shown_before)
       SELECT $1, unmet ->> 'criterionId', NULL, false, coalesce((
         SELECT jsonb_agg(jsonb_build_object('itemId', item ->> 'itemId', 'digest', item ->> 'digest'))
         FROM jsonb_array_elements(shown.content -> 'criteria') criterion, jsonb_array_elements(criterion -> 'links') link,
           jsonb_array_elements(shown.content -> 'items') item
         WHERE criterion ->> 'criterionId' = unmet ->> 'criterionId' AND item ->> 'letter' = link ->> 'letter'), '[]')
       FROM last, shown, jsonb_array_elements(last.criteria) unmet
       WHERE last.outcome <> 'PASS' AND last.state <> 'VOID' AND NOT (unmet ->> 'met')::boolean
         AND unmet ->> 'criterionId' = ANY ($4)
       ON CONFLICT (submission_id, criterion_id) DO UPDATE SET shown_before = excluded.shown_before`,
      [to.id, to.personId, to.achievementId, ids],
    );
  }
}
