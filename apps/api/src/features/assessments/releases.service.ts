import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { isId, newId } from '../../platform/database/id.js';
import { record } from '../../platform/events/event.js';
import { InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import { AchievementsService } from '../achievements/achievements.service.js';
import type { AchievementVersion } from '../achievements/achievement-version.entity.js';
import { CredentialsService } from '../credentials/credentials.service.js';
import type { Submission } from '../submissions/submission.entity.js';
import { NotInThatState } from '../submissions/submissions.refusals.js';
import { SubmissionsService } from '../submissions/submissions.service.js';
import { DecisionReleased } from './assessments.events.js';
import { Decision } from './decision.entity.js';
import { DecisionsService } from './decisions.service.js';
import { LeadsService } from './leads.service.js';
import { MarkingSlot } from './marking-slot.entity.js';
import { MarksOfService } from './marks-of.service.js';
import { type NotReleased, ReleaseBatch } from './release-batch.entity.js';
import { isOfficeHour, lastMorning } from './working-calendar.rules.js';

export const MOST_IN_A_BATCH = 200;

/** Letting candidates read their outcomes: one, many together, or at an hour. A pass makes the award in the same transaction. */
@Injectable()
export class ReleasesService {
  constructor(
    private readonly achievements: AchievementsService,
    private readonly credentials: CredentialsService,
    private readonly decisions: DecisionsService,
    private readonly leads: LeadsService,
    private readonly marks: MarksOfService,
    private readonly submissions: SubmissionsService,
  ) {}

  /** By an assessor who handed in a mark, where the achievement leaves it to them. */
  async releaseOwn(viewer: Viewer, slotId: string): Promise<MarkingSlot | NotInThatState | NotAllowed | NotFound> {
    const slot = isId(slotId)
      ? await viewer.tx.manager.findOne(MarkingSlot, { where: { id: slotId }, lock: { mode: 'pessimistic_write' } })
      : null;
    if (!slot || slot.assessorId === null || !viewer.isSelf(slot.assessorId)) return new NotFound('This submission');
    const { candidateId, achievementId, submissionId } = slot;
    await viewer.learn([candidateId]);
    if (!viewer.may('decision.release', { personId: candidateId, achievementId }))
      return new NotAllowed('Your role is limited, and does not cover this submission.');
    const version = await this.achievements.versionById(viewer, slot.achievementVersionId);
    if (version && version.releaseMode !== 'SINGLE')
      return new NotAllowed('Outcomes of this achievement are released together, by the assessment lead.');
    const answer = await this.release(viewer, submissionId);
    return answer instanceof Decision ? slot : answer;
  }

  /** By a lead, many at once. Those that cannot be released stay, each with the reason. */
  async releaseNow(viewer: Viewer, submissionIds: readonly string[]): Promise<ReleaseBatch | InvalidInput> {
    const ids = [...new Set(submissionIds)].sort();
    const problem = await this.problemOf(viewer, ids);
    if (problem) return problem;
    const batch = this.batch(viewer, ids, viewer.now);
    const { released, skipped } = await this.releaseAll(viewer, ids);
    Object.assign(batch, { doneAt: viewer.now, released, skipped });
    await viewer.tx.manager.insert(ReleaseBatch, batch);
    return batch;
  }

  async schedule(viewer: Viewer, submissionIds: readonly string[], at: Date): Promise<ReleaseBatch | InvalidInput> {
    const ids = [...new Set(submissionIds)].sort();
    const problem = await this.problemOf(viewer, ids);
    if (problem) return problem;
    if (at <= viewer.now) return InvalidInput.of('at', 'Choose a time to come.');
    if (!isOfficeHour(at)) return InvalidInput.of('at', 'Choose a working day, from 09:00 to 17:00 UTC.');
    const batch = this.batch(viewer, ids, at);
    await viewer.tx.manager.insert(ReleaseBatch, batch);
    return batch;
  }

  async cancel(viewer: Viewer, batchId: string): Promise<ReleaseBatch | NotFound | NotAllowed> {
    const batch = isId(batchId)
      ? await viewer.tx.manager.findOne(ReleaseBatch, { where: { id: batchId }, lock: { mode: 'pessimistic_write' } })
      : null;
    if (!batch) return new NotFound('This release');
    if (batch.doneAt) return new NotAllowed('It was released already.');
    await viewer.tx.manager.update(ReleaseBatch, { id: batch.id }, { cancelledAt: viewer.now });
    return Object.assign(batch, { cancelledAt: viewer.now });
  }

  /** What is planned, soonest first, and the last that were done. */
  batches(viewer: Viewer): Promise<ReleaseBatch[]> {
    return viewer.tx.manager.find(ReleaseBatch, { order: { releaseAt: 'DESC', id: 'DESC' }, take: 30 });
  }

  /** What is due by now: planned releases, and whatever waits of achievements that release in the morning. */
  async releaseDue(system: Viewer): Promise<number> {
    const [batch] = await system.tx.query<{ id: string; ids: string[] }>(
      `SELECT id, submission_ids AS ids FROM release_batch WHERE done_at IS NULL AND cancelled_at IS NULL AND release_at <= $1
       ORDER BY release_at, id LIMIT 1 FOR UPDATE SKIP LOCKED`,
      [system.now],
    );
    if (batch) {
      const done = await this.releaseAll(system, batch.ids);
      await system.tx.manager.update(ReleaseBatch, { id: batch.id }, { doneAt: system.now, ...done });
      return done.released;
    }
    const waiting = await system.tx.query<{ id: string }>(
      `SELECT it.id FROM submission it JOIN achievement_version version ON version.id = it.achievement_version_id
       WHERE it.state = 'READY_FOR_RELEASE' AND version.release_mode = 'SCHEDULED'
         AND (SELECT max(decided_at) FROM decision WHERE submission_id = it.id) <= $1
       ORDER BY it.id LIMIT ${MOST_IN_A_BATCH} FOR UPDATE OF it SKIP LOCKED`,
      [lastMorning(system.now)],
    );
    return (
      await this.releaseAll(
        system,
        waiting.map(({ id }) => id),
      )
    ).released;
  }

  /** Why this viewer cannot release it now; null when they can. */
  async whyNot(viewer: Viewer, submission: Submission, version: AchievementVersion): Promise<string | null> {
    if (submission.state !== 'READY_FOR_RELEASE') return 'There is no outcome waiting to be released.';
    const marks = await this.marks.all(viewer, submission.id);
    const isMarker = marks.some(({ assessorId }) => viewer.isSelf(assessorId));
    return version.highStakes && isMarker ? 'Much depends on it: somebody who did not mark it releases it.' : null;
  }

  private async release(
    viewer: Viewer,
    submissionId: string,
  ): Promise<Decision | NotInThatState | NotAllowed | NotFound> {
    const submission = await this.submissions.locked(viewer, submissionId);
    const decision = await this.decisions.current(viewer, submissionId);
    const version = submission && (await this.achievements.versionById(viewer, submission.achievementVersionId));
    if (!submission || !version) return new NotFound('This submission');
    if (submission.state !== 'READY_FOR_RELEASE' || !decision || decision.releasedAt)
      return new NotInThatState('There is no outcome waiting to be released.', submission.state);
    const why = await this.whyNot(viewer, submission, version);
    if (why) return new NotAllowed(why);

    await this.open(viewer, decision);
    await this.submissions.move(viewer, submissionId, 'RELEASED');
    await this.awardFor(viewer, submission, decision);
    await record(viewer, new DecisionReleased(decision.id, submissionId, submission.personId, decision.outcome));
    return decision;
  }

  /** From now on the candidate reads it. */
  async open(viewer: Viewer, decision: Decision): Promise<void> {
    const released = { releasedAt: viewer.now, releasedBy: viewer.personId };
    await viewer.tx.manager.update(Decision, { id: decision.id }, released);
    Object.assign(decision, released);
    viewer.forget('decision', decision.submissionId);
  }

  /** A pass makes the award, in the same transaction. */
  async awardFor(viewer: Viewer, submission: Submission, decision: Decision): Promise<void> {
    if (decision.outcome !== 'PASS') return;
    const version = await this.achievements.versionById(viewer, submission.achievementVersionId);
    const snapshot = await this.submissions.snapshotOf(viewer, submission.id);
    if (!version || !snapshot) throw new Error(`Submission ${submission.id} has lost its achievement or its copy.`);
    const marks = await this.marks.all(viewer, submission.id);
    const results = decision.criteria.flatMap(({ criterionId, level }) => {
      const criterion = version.rubric.criteria.find((each) => each.id === criterionId);
      const levelId = criterion?.levels.find((each) => each.ordinal === level)?.id;
      return levelId ? [{ criterionId, levelId }] : [];
    });
    await this.credentials.award(viewer, {
      personId: submission.personId,
      achievementVersionId: submission.achievementVersionId,
      basis: 'DECISION',
      basisId: decision.id,
      awardedOn: viewer.now,
      results,
      evidence: snapshot.content.items.map((item) => ({ kind: item.kind, madeOn: item.madeOn, sha256: item.digest })),
      assessorCount: Math.max(1, new Set(marks.map(({ assessorId }) => assessorId)).size),
      renewsId: submission.renewsId,
      ...(submission.route === 'PRIOR_LEARNING' && { route: submission.route }),
    });
  }

  private async releaseAll(
    viewer: Viewer,
    ids: readonly string[],
  ): Promise<{ released: number; skipped: NotReleased[] }> {
    const skipped: NotReleased[] = [];
    for (const submissionId of ids) {
      const answer = await this.release(viewer, submissionId);
      if (!(answer instanceof Decision)) skipped.push({ submissionId, reason: answer.message });
    }
    return { released: ids.length - skipped.length, skipped };
  }

  private async problemOf(viewer: Viewer, ids: readonly string[]): Promise<InvalidInput | null> {
    if (ids.length === 0) return InvalidInput.of('submissionIds', 'Choose at least one.');
    if (ids.length > MOST_IN_A_BATCH)
      return InvalidInput.of('submissionIds', `At most ${MOST_IN_A_BATCH} are released together.`);
    for (const [at, id] of ids.entries())
      if (!isId(id) || !(await this.leads.leads(viewer, id)))
        return InvalidInput.of(`submissionIds.${at}`, 'There is no such submission that you lead.');
    return null;
  }

  private batch(viewer: Viewer, submissionIds: string[], releaseAt: Date): ReleaseBatch {
    return viewer.tx.manager.create(ReleaseBatch, {
      id: newId(),
      submissionIds,
      releaseAt,
      createdBy: viewer.personId ?? '',
      createdAt: viewer.now,
      doneAt: null,
      cancelledAt: null,
      released: null,
      skipped: [],
    });
  }
}
