import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { AchievementsService } from '../achievements/achievements.service.js';
import type { AchievementVersion } from '../achievements/achievement-version.entity.js';
import { SubmissionsService } from '../submissions/submissions.service.js';
import { AssessmentSettingsService } from './assessment-settings.service.js';
import type { Decision } from './decision.entity.js';
import { DecisionMakingService } from './decision-making.service.js';
import type { Mark } from './mark.entity.js';
import { agree, type Comparison, isBorderline, nearestPair, secondFromTheStart } from './marking-policy.rules.js';
import type { MarkingSlot, SlotPurpose, SlotReason } from './marking-slot.entity.js';
import { type MarkOnSubmission, MarksOfService } from './marks-of.service.js';
import { ReconciliationsService } from './reconciliations.service.js';
import { afterWorkingDays } from './working-calendar.rules.js';

interface HandedIn {
  slot: MarkingSlot;
  mark: Mark;
}
type WhyAgain = (viewer: Viewer, handedIn: HandedIn) => Promise<SlotReason | null>;
type WhyModerated = (viewer: Viewer, it: { slot: MarkingSlot; decision: Decision }) => Promise<SlotReason | null>;
type AfterHandIn = (viewer: Viewer, handedIn: HandedIn) => Promise<void>;

/** Working days for a judgement that is asked for later than the first. */
const FURTHER_MARK_WORKING_DAYS = 3;
const JUDGES: readonly SlotPurpose[] = ['FIRST', 'SECOND', 'THIRD'];

/**
 * What happens when a mark was handed in: whether a second assessor is asked, what differing marks lead to, what is moderated.
 * Everything in the transaction of the hand-in, with the submission locked: of two assessors who hand in at once the later sees both.
 */
@Injectable()
export class MarkingPolicyService {
  private readonly whyAgain: WhyAgain[] = [];
  private readonly whyModerated: WhyModerated[] = [];
  private readonly after: AfterHandIn[] = [];

  constructor(
    private readonly achievements: AchievementsService,
    private readonly decisions: DecisionMakingService,
    private readonly marks: MarksOfService,
    private readonly reconciliations: ReconciliationsService,
    private readonly settings: AssessmentSettingsService,
    private readonly submissions: SubmissionsService,
  ) {
    reconciliations.whenSettled((viewer, slot, decision) => this.conclude(viewer, slot, decision));
  }

  /** A first mark that asks for a second one besides what the achievement says; the first reason that is given counts. */
  alsoSecondMarkedWhen(why: WhyAgain): void {
    this.whyAgain.push(why);
  }

  /** A decision that is looked at by a moderator before its release. */
  alsoModeratedWhen(why: WhyModerated): void {
    this.whyModerated.push(why);
  }

  /** Acts in the transaction of every hand-in, whatever it was for. */
  afterHandIn(act: AfterHandIn): void {
    this.after.push(act);
  }

  /** Why a second assessor marks from the beginning; null where one may be enough. Reproducible: the draw is the submission's id. */
  fromTheStart(version: AchievementVersion, submissionId: string): SlotReason | null {
    return secondFromTheStart(version, drawOf(submissionId));
  }

  async handedIn(viewer: Viewer, handedIn: HandedIn): Promise<void> {
    const { slot } = handedIn;
    if (JUDGES.includes(slot.purpose)) await this.judged(viewer, handedIn);
    for (const act of this.after) await act(viewer, handedIn);
  }

  private async judged(viewer: Viewer, handedIn: HandedIn): Promise<void> {
    const { slot } = handedIn;
    const again = slot.purpose === 'FIRST' ? await this.secondReason(viewer, handedIn) : null;
    if (again) {
      const due = afterWorkingDays(viewer.now, FURTHER_MARK_WORKING_DAYS);
      await this.marks.openBeside(viewer, slot, { purpose: 'SECOND', reason: again, round: slot.round, due });
      return;
    }
    if (await this.marks.unfinished(viewer, slot)) return;

    const all = await this.marks.ofRound(viewer, slot.submissionId, slot.round);
    const scheme = await this.comparisonOf(viewer, slot);
    const [first, second, third] = all;
    if (!first) throw new Error(`Submission ${slot.submissionId} has no mark that was handed in.`);
    if (third && second) return this.thirdMarked(viewer, slot, scheme, [first, second, third]);
    if (second && !agree(scheme, first, second)) return this.differ(viewer, slot, first, second);
    await this.decideBy(viewer, slot, first);
  }

  private async differ(
    viewer: Viewer,
    slot: MarkingSlot,
    first: MarkOnSubmission,
    second: MarkOnSubmission,
  ): Promise<void> {
    await this.reconciliations.open(viewer, slot, first, second);
    await this.submissions.move(viewer, slot.submissionId, 'RECONCILING', null, 'SYSTEM');
  }

  private async thirdMarked(
    viewer: Viewer,
    slot: MarkingSlot,
    scheme: Comparison,
    marks: [MarkOnSubmission, MarkOnSubmission, MarkOnSubmission],
  ): Promise<void> {
    const nearest = nearestPair(scheme, marks);
    await this.reconciliations.thirdMarked(viewer, slot, marks[2], nearest !== null);
    if (nearest) await this.decideBy(viewer, slot, nearest.stands);
    else await this.submissions.move(viewer, slot.submissionId, 'RECONCILING', null, 'SYSTEM');
  }

  private async decideBy(viewer: Viewer, slot: MarkingSlot, mark: MarkOnSubmission): Promise<void> {
    const { markId, criteria, rules } = mark;
    const decision = await this.decisions.append(viewer, slot, { cause: 'MARKING', markId, criteria, rules });
    await this.conclude(viewer, slot, decision);
  }

  /** A decision goes on to a moderator, or waits for its release. */
  private async conclude(viewer: Viewer, slot: MarkingSlot, decision: Decision): Promise<void> {
    const reason = await this.moderationReason(viewer, slot, decision);
    if (reason) await this.moderate(viewer, slot, reason, slot.round);
    await this.submissions.move(
      viewer,
      slot.submissionId,
      reason ? 'IN_MODERATION' : 'READY_FOR_RELEASE',
      null,
      'SYSTEM',
    );
  }

  /** Opens the place of a moderator beside a judged one. */
  async moderate(viewer: Viewer, slot: MarkingSlot, reason: SlotReason, round: number): Promise<string> {
    const due = afterWorkingDays(viewer.now, FURTHER_MARK_WORKING_DAYS);
    return this.marks.openBeside(viewer, slot, { purpose: 'MODERATION', reason, round, due });
  }

  private async secondReason(viewer: Viewer, handedIn: HandedIn): Promise<SlotReason | null> {
    const { slot, mark } = handedIn;
    if (slot.isBlind) return null;
    if (isBorderline(await this.versionOf(viewer, slot), mark)) return 'BORDERLINE';
    for (const why of this.whyAgain) {
      const reason = await why(viewer, handedIn);
      if (reason) return reason;
    }
    return null;
  }

  private async moderationReason(viewer: Viewer, slot: MarkingSlot, decision: Decision): Promise<SlotReason | null> {
    for (const why of this.whyModerated) {
      const reason = await why(viewer, { slot, decision });
      if (reason) return reason;
    }
    return null;
  }

  private async comparisonOf(viewer: Viewer, slot: MarkingSlot): Promise<Comparison> {
    const { rubric, cutScore } = await this.versionOf(viewer, slot);
    const { toleratedLevels } = await this.settings.current(viewer);
    return { rubric, cutScore, toleratedLevels };
  }

  private async versionOf(viewer: Viewer, slot: MarkingSlot): Promise<AchievementVersion> {
    const version = await this.achievements.versionById(viewer, slot.achievementVersionId);
    if (!version) throw new Error(`The achievement of slot ${slot.id} is gone.`);
    return version;
  }
}

/** A number from 0 to 1 that belongs to the submission, whoever asks and whenever. */
function drawOf(submissionId: string): number {
  return createHash('sha256').update(`second mark ${submissionId}`).digest().readUInt32BE(0) / 2 ** 32;
}
