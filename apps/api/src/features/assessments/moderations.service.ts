import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { can } from '../../platform/access/policy.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { newId } from '../../platform/database/id.js';
import { record } from '../../platform/events/event.js';
import { InputProblem, InvalidInput, NotFound } from '../../platform/graphql/refusal.js';
import { limitsOf } from '../people/limits.service.js';
import { NotInThatState } from '../submissions/submissions.refusals.js';
import { SubmissionsService } from '../submissions/submissions.service.js';
import { SubmissionModerated } from './assessments.events.js';
import { LeaseLost, NotEligible } from './assessments.refusals.js';
import { ClaimsService } from './claims.service.js';
import type { Decision } from './decision.entity.js';
import { DecisionsService } from './decisions.service.js';
import { conflicts } from './eligibility.rules.js';
import { EligibilityService, MAY_TAKE } from './eligibility.service.js';
import { MarkingSlot } from './marking-slot.entity.js';
import { MarksOfService } from './marks-of.service.js';
import { Moderation, type ModerationOutcome } from './moderation.entity.js';
import { type AdjustedCriterion, AdjustmentsService } from './adjustments.service.js';
import { afterWorkingDays } from './working-calendar.rules.js';

const MOST_CHARACTERS = 2_000;
const AGAIN_WORKING_DAYS = 5;
const MOST_SHOWN = 100;

export interface ModerationFinding {
  outcome: ModerationOutcome;
  reason: string;
  /** Of an adjustment: the criteria that get another level. */
  criteria: AdjustedCriterion[];
}
type Answer = MarkingSlot | LeaseLost | NotEligible | NotFound | NotInThatState | InvalidInput;

/** A check of a decision before its release, by somebody who marked none of it: confirmed, adjusted with a reason, or sent back. */
@Injectable()
export class ModerationsService {
  constructor(
    private readonly adjustments: AdjustmentsService,
    private readonly claims: ClaimsService,
    private readonly decisions: DecisionsService,
    private readonly eligibility: EligibilityService,
    private readonly marks: MarksOfService,
    private readonly submissions: SubmissionsService,
  ) {}

  /** Places of a moderator that the viewer holds or may take, soonest due first. */
  async queue(viewer: Viewer): Promise<MarkingSlot[]> {
    const rows = await viewer.tx.query<{ id: string }>(
      `SELECT slot.id FROM marking_slot slot WHERE slot.purpose = 'MODERATION' AND slot.held_at IS NULL
         AND (slot.state = 'LEASED' AND slot.assessor_id = $1
              OR (slot.state = 'OPEN' OR slot.state = 'LEASED' AND slot.lease_until <= now()) AND ${MAY_TAKE})
       ORDER BY slot.due_at, slot.id LIMIT ${MOST_SHOWN}`,
      [viewer.personId, limitsOf(viewer, 'submission.mark')],
    );
    const ids = rows.map(({ id }) => id);
    return viewer.tx.manager.find(MarkingSlot, { where: { id: In(ids) }, order: { dueAt: 'ASC', id: 'ASC' } });
  }

  /** What moderators found of a submission, oldest first; for those who judged it or lead. */
  async of(viewer: Viewer, submissionId: string): Promise<Moderation[]> {
    await this.decisions.learnPart(viewer, submissionId);
    const found = await viewer.tx.manager.find(Moderation, { where: { submissionId }, order: { at: 'ASC' } });
    return found.filter((each) => can(viewer, 'read', each));
  }

  async moderate(viewer: Viewer, slotId: string, finding: ModerationFinding): Promise<Answer> {
    const slot = await this.claims.mine(viewer, slotId);
    if (!(slot instanceof MarkingSlot)) return slot;
    if (slot.purpose !== 'MODERATION') return new NotFound('This moderation');
    const rules = await this.eligibility.of(viewer, slot);
    if (conflicts(rules).length > 0) return new NotEligible(rules);
    const submission = await this.submissions.locked(viewer, slot.submissionId);
    const decision = await this.decisions.current(viewer, slot.submissionId);
    if (submission?.state !== 'IN_MODERATION' || !decision)
      return new NotInThatState('It is not being moderated now.', submission?.state ?? 'ON_HOLD');
    const problems = await this.problems(viewer, decision, finding);
    if (problems.length > 0) return new InvalidInput(problems);

    const changed =
      finding.outcome === 'ADJUSTED'
        ? await this.adjustments.replace(viewer, slot, decision, 'MODERATION', finding.criteria)
        : null;
    await this.finish(viewer, slot, decision, finding, changed);
    if (finding.outcome === 'SENT_BACK') await this.sendBack(viewer, slot);
    const to = finding.outcome === 'SENT_BACK' ? 'IN_MARKING' : 'READY_FOR_RELEASE';
    await this.submissions.move(viewer, slot.submissionId, to, null, 'ASSESSOR');
    return slot;
  }

  private async finish(
    viewer: Viewer,
    slot: MarkingSlot,
    decision: Decision,
    { outcome, reason }: ModerationFinding,
    changed: Decision | null,
  ): Promise<void> {
    const done = { state: 'HANDED_IN' as const, leaseUntil: null, handedInAt: viewer.now };
    await viewer.tx.manager.update(MarkingSlot, { id: slot.id }, done);
    Object.assign(slot, done);
    await viewer.tx.manager.insert(Moderation, {
      id: newId(),
      submissionId: slot.submissionId,
      slotId: slot.id,
      moderatorId: viewer.personId ?? '',
      decisionId: decision.id,
      outcome,
      reason: reason.trim(),
      newDecisionId: changed?.id ?? null,
      at: viewer.now,
    });
    await record(viewer, new SubmissionModerated(slot.id, slot.submissionId, outcome));
  }

  /** Judged anew by others, in a round of its own. */
  private async sendBack(viewer: Viewer, slot: MarkingSlot): Promise<void> {
    const due = afterWorkingDays(viewer.now, AGAIN_WORKING_DAYS);
    await this.marks.openBeside(viewer, slot, { purpose: 'FIRST', reason: 'SENT_BACK', round: slot.round + 1, due });
  }

  private async problems(
    viewer: Viewer,
    decision: Decision,
    { outcome, reason, criteria }: ModerationFinding,
  ): Promise<InputProblem[]> {
    if (reason.length > MOST_CHARACTERS)
      return [new InputProblem('reason', `A reason has at most ${MOST_CHARACTERS} characters.`)];
    if (outcome !== 'CONFIRMED' && !reason.trim())
      return [new InputProblem('reason', 'Say why; the assessors will read it.')];
    if (outcome !== 'ADJUSTED') return [];
    return this.adjustments.problems(viewer, decision, criteria);
  }
}
