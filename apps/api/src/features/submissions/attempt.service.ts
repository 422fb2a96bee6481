import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { newId } from '../../platform/database/id.js';
import { NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import type { AchievementVersion } from '../achievements/achievement-version.entity.js';
import { AchievementsService } from '../achievements/achievements.service.js';
import { Submission } from './submission.entity.js';
import type { EvidenceItem } from './evidence-item.entity.js';
import { nextLetter } from './letters.rules.js';
import { type Actor, isEditable, isOver } from './submission.lifecycle.js';
import { SubmissionItem } from './submission-part.entity.js';
import { AttemptOpen } from './submissions.refusals.js';
import { SubmissionsService } from './submissions.service.js';

/** Beginning an attempt, the first or another one. */
@Injectable()
export class AttemptService {
  constructor(
    private readonly achievements: AchievementsService,
    private readonly submissions: SubmissionsService,
  ) {}

  async start(viewer: Viewer, versionId: string): Promise<Submission | AttemptOpen | NotAllowed | NotFound> {
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
    if (await this.holds(viewer, personId, version.achievementId)) return new NotAllowed('You hold this already.');

    return this.begin(viewer, personId, version, previous, 'CANDIDATE');
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
    const draft = latest ?? (await this.begin(system, personId, version, null, 'SYSTEM'));
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
    actor: Actor,
  ): Promise<Submission> {
    const submission = viewer.tx.manager.create(Submission, {
      id: newId(),
      personId,
      achievementVersionId: version.id,
      achievementId: version.achievementId,
      attemptNo: (previous?.attemptNo ?? 0) + 1,
      previousId: previous?.id ?? null,
      state: 'DRAFT',
      heldFrom: null,
      revision: 1,
      createdAt: viewer.now,
      savedAt: viewer.now,
      submittedAt: null,
    });
    await viewer.tx.manager.insert(Submission, submission);
    await this.submissions.note(viewer, submission, { from: null, to: 'DRAFT', actor, note: null });
    if (previous) await this.carryOver(viewer, previous, submission, version);
    viewer.forget('my-submission-at', version.achievementId);
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

  /** Letters, links and claims come along for the criteria that the version still has: nobody types twice. */
  private async carryOver(
    viewer: Viewer,
    from: Submission,
    to: Submission,
    version: AchievementVersion,
  ): Promise<void> {
    const kept = version.rubric.criteria.map((criterion) => criterion.id);
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
       SELECT $2, criterion_id, claimed_level, not_evidenced FROM criterion_claim WHERE submission_id = $1 AND criterion_id = ANY ($3)`,
      [from.id, to.id, kept],
    );
  }
}
