import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { can } from '../../platform/access/policy.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { isId } from '../../platform/database/id.js';
import { record } from '../../platform/events/event.js';
import { NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import { AchievementsService } from '../achievements/achievements.service.js';
import { CredentialsService } from '../credentials/credentials.service.js';
import { NotInThatState } from '../submissions/submissions.refusals.js';
import { SubmissionsService } from '../submissions/submissions.service.js';
import { HANDED_IN_FROM } from './assessment.policy.js';
import { DecisionReleased } from './assessments.events.js';
import { Decision } from './decision.entity.js';
import { LeadsService } from './leads.service.js';
import { MarkingSlot } from './marking-slot.entity.js';

/** Decisions and their release. A released pass makes the award in the same transaction. */
@Injectable()
export class DecisionsService {
  constructor(
    private readonly achievements: AchievementsService,
    private readonly credentials: CredentialsService,
    private readonly submissions: SubmissionsService,
    private readonly leads: LeadsService,
  ) {}

  /** The decision that counts: the last. */
  current(viewer: Viewer, submissionId: string): Promise<Decision | null> {
    return viewer.load('decision', submissionId, async (ids) => {
      const rows = await viewer.tx.manager.find(Decision, {
        where: { submissionId: In([...ids]) },
        order: { sequence: 'ASC' },
      });
      return new Map(rows.map((row) => [row.submissionId, row]));
    });
  }

  /** The decision that counts, for whoever may see it: the candidate from its release on, and who has handed in a mark. */
  async seen(viewer: Viewer, submissionId: string): Promise<Decision | null> {
    const decision = await this.current(viewer, submissionId);
    if (!decision) return null;
    await this.learnPart(viewer, submissionId);
    return can(viewer, 'see', decision) ? decision : null;
  }

  /** Looks up what part the viewer has in a submission, for the rules that ask. */
  async learnPart(viewer: Viewer, submissionId: string): Promise<void> {
    await this.submissions.submissionById(viewer, submissionId);
    await this.leads.leads(viewer, submissionId);
    await viewer.load(HANDED_IN_FROM, submissionId, (ids) => this.handedInFrom(viewer, ids));
  }

  private async handedInFrom(viewer: Viewer, submissionIds: readonly string[]): Promise<Map<string, MarkingSlot>> {
    if (!viewer.personId) return new Map();
    const mine = { submissionId: In([...submissionIds]), assessorId: viewer.personId };
    // A moderator looks at what was handed in while holding the place.
    const slots = await viewer.tx.manager.findBy(MarkingSlot, [
      { ...mine, state: 'HANDED_IN' },
      { ...mine, state: 'LEASED', purpose: 'MODERATION' },
    ]);
    await viewer.learn(slots.map(({ candidateId }) => candidateId));
    return new Map(slots.map((slot) => [slot.submissionId, slot]));
  }

  /** Lets the candidate read the outcome. Single marking: the assessor who handed in releases. */
  async release(viewer: Viewer, slotId: string): Promise<MarkingSlot | NotInThatState | NotAllowed | NotFound> {
    const slot = isId(slotId)
      ? await viewer.tx.manager.findOne(MarkingSlot, { where: { id: slotId }, lock: { mode: 'pessimistic_write' } })
      : null;
    if (!slot || slot.assessorId === null || !viewer.isSelf(slot.assessorId)) return new NotFound('This submission');
    const { candidateId, achievementId } = slot;
    await viewer.learn([candidateId]);
    if (!viewer.may('decision.release', { personId: candidateId, achievementId }))
      return new NotAllowed('Your role is limited, and does not cover this submission.');
    const submission = await this.submissions.submissionById(viewer, slot.submissionId);
    const decision = await this.current(viewer, slot.submissionId);
    if (!submission || submission.state !== 'READY_FOR_RELEASE' || !decision || decision.releasedAt)
      return new NotInThatState('There is no outcome waiting to be released.', submission?.state ?? 'QUEUED');

    decision.releasedAt = viewer.now;
    decision.releasedBy = viewer.personId;
    await viewer.tx.manager.update(
      Decision,
      { id: decision.id },
      { releasedAt: viewer.now, releasedBy: viewer.personId },
    );
    await this.submissions.move(viewer, slot.submissionId, 'RELEASED');
    if (decision.outcome === 'PASS') await this.award(viewer, slot, decision);
    await record(viewer, new DecisionReleased(decision.id, slot.submissionId, slot.candidateId, decision.outcome));
    return slot;
  }

  private async award(viewer: Viewer, slot: MarkingSlot, decision: Decision): Promise<void> {
    const version = await this.achievements.versionById(viewer, slot.achievementVersionId);
    const snapshot = await this.submissions.snapshotById(viewer, slot.snapshotId);
    if (!version || !snapshot) throw new Error(`Slot ${slot.id} has lost its achievement or its snapshot.`);
    const results = decision.criteria.flatMap(({ criterionId, level }) => {
      const criterion = version.rubric.criteria.find((each) => each.id === criterionId);
      const levelId = criterion?.levels.find((each) => each.ordinal === level)?.id;
      return levelId ? [{ criterionId, levelId }] : [];
    });
    await this.credentials.award(viewer, {
      personId: slot.candidateId,
      achievementVersionId: slot.achievementVersionId,
      basis: 'DECISION',
      basisId: decision.id,
      awardedOn: viewer.now,
      results,
      evidence: snapshot.content.items.map((item) => ({ kind: item.kind, madeOn: item.madeOn, sha256: item.digest })),
      assessorCount: 1,
    });
  }
}
