import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { can } from '../../platform/access/policy.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { isId, newId } from '../../platform/database/id.js';
import { record } from '../../platform/events/event.js';
import { ChangedMeanwhile, InputProblem, InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import { NotInThatState } from '../submissions/submissions.refusals.js';
import { SubmissionsService } from '../submissions/submissions.service.js';
import {
  AdjudicationAsked,
  ReconciliationOpened,
  ReconciliationSettled,
  ReconciliationSigned,
} from './assessments.events.js';
import type { Decision } from './decision.entity.js';
import { DecisionMakingService } from './decision-making.service.js';
import { DecisionsService } from './decisions.service.js';
import type { RulesOfEvidence } from './mark.entity.js';
import { MarkingSlot } from './marking-slot.entity.js';
import { type MarkOnSubmission, MarksOfService } from './marks-of.service.js';
import { type AgreedCriterion, Reconciliation, type SettledHow } from './reconciliation.entity.js';
import { agreementGaps, settled } from './reconciliation.rules.js';
import { SubmissionRubricService } from './submission-rubric.service.js';
import { afterWorkingDays } from './working-calendar.rules.js';

export interface Proposal {
  criteria: AgreedCriterion[];
  rules: RulesOfEvidence | null;
}
type Answer = Reconciliation | NotInThatState | NotAllowed | NotFound | ChangedMeanwhile | InvalidInput;
type Settled = (viewer: Viewer, slot: MarkingSlot, decision: Decision) => Promise<void>;

const MOST_CHARACTERS = 2_000;
const MOST_SHOWN = 100;
const THIRD_MARK_WORKING_DAYS = 3;

/** Two assessors who differ settle on one judgement; else a third marks, and where no two of three agree a lead settles it. */
@Injectable()
export class ReconciliationsService {
  private settledActs: Settled[] = [];

  constructor(
    private readonly decisions: DecisionMakingService,
    private readonly seen: DecisionsService,
    private readonly marks: MarksOfService,
    private readonly rubrics: SubmissionRubricService,
    private readonly submissions: SubmissionsService,
  ) {}

  /** Acts in the transaction in which differing marks became one. */
  whenSettled(act: Settled): void {
    this.settledActs.push(act);
  }

  async open(viewer: Viewer, slot: MarkingSlot, first: MarkOnSubmission, second: MarkOnSubmission): Promise<void> {
    const id = newId();
    await viewer.tx.manager.insert(Reconciliation, {
      id,
      submissionId: slot.submissionId,
      round: slot.round,
      firstMarkId: first.markId,
      secondMarkId: second.markId,
      thirdMarkId: null,
      firstAssessorId: first.assessorId,
      secondAssessorId: second.assessorId,
      state: 'OPEN',
      settledHow: null,
      criteria: [],
      rules: null,
      revision: 1,
      savedAt: viewer.now,
      savedBy: null,
      firstAgreedAt: null,
      secondAgreedAt: null,
      openedAt: viewer.now,
      settledAt: null,
      settledBy: null,
    });
    await record(viewer, new ReconciliationOpened(id, slot.submissionId, [first.assessorId, second.assessorId]));
  }

  /** The newest of a submission, for those who judged it or lead. */
  async find(viewer: Viewer, submissionId: string): Promise<Reconciliation | null> {
    const found = isId(submissionId) ? await this.newest(viewer, submissionId) : null;
    if (!found) return null;
    await this.seen.learnPart(viewer, submissionId);
    return can(viewer, 'read', found) ? found : null;
  }

  /** Everything that waits for the viewer, as one of the two or as lead; longest first. */
  async waiting(viewer: Viewer): Promise<Reconciliation[]> {
    const found = await viewer.tx.manager.find(Reconciliation, {
      where: { state: In(['OPEN', 'ADJUDICATION', 'THIRD_MARK']) },
      order: { openedAt: 'ASC', id: 'ASC' },
      take: MOST_SHOWN,
    });
    await Promise.all(found.map(({ submissionId }) => this.seen.learnPart(viewer, submissionId)));
    return found.filter((it) => can(viewer, 'read', it));
  }

  async save(viewer: Viewer, submissionId: string, proposal: Proposal, expectedRevision: number): Promise<Answer> {
    const it = await this.mine(viewer, submissionId, 'settle');
    if (!(it instanceof Reconciliation)) return it;
    if (it.revision !== expectedRevision) return new ChangedMeanwhile(it.revision);
    const problems = await this.problems(viewer, it, proposal);
    if (problems.length > 0) return new InvalidInput(problems);

    // Words that change take back what was agreed to them.
    return this.change(viewer, it, {
      criteria: proposal.criteria,
      rules: proposal.rules,
      revision: it.revision + 1,
      savedAt: viewer.now,
      savedBy: viewer.personId,
      firstAgreedAt: null,
      secondAgreedAt: null,
    });
  }

  /** Agrees to what stands there in this revision. With the second agreement it is the judgement. */
  async agree(viewer: Viewer, submissionId: string, expectedRevision: number): Promise<Answer> {
    const it = await this.mine(viewer, submissionId, 'settle');
    if (!(it instanceof Reconciliation)) return it;
    if (it.revision !== expectedRevision) return new ChangedMeanwhile(it.revision);
    const pair = await this.pair(viewer, it);
    const gaps = agreementGaps(await this.rubrics.of(viewer, it.submissionId), pair, it);
    if (gaps.length > 0)
      return new InvalidInput(gaps.map((gap) => new InputProblem(gap.criterionId ?? gap.field, `${gap.message}.`)));

    const isFirst = viewer.isSelf(it.firstAssessorId);
    await this.change(viewer, it, isFirst ? { firstAgreedAt: viewer.now } : { secondAgreedAt: viewer.now });
    if (it.firstAgreedAt && it.secondAgreedAt) return this.settle(viewer, it, it, 'AGREED');
    const waitsFor = isFirst ? it.secondAssessorId : it.firstAssessorId;
    await record(viewer, new ReconciliationSigned(it.id, it.submissionId, waitsFor));
    return it;
  }

  /** Either of the two, or the lead, leaves it to a third assessor. */
  async askThird(viewer: Viewer, submissionId: string): Promise<Answer> {
    const it = await this.mine(viewer, submissionId, 'askThird');
    if (!(it instanceof Reconciliation)) return it;

    const [mark] = await this.pair(viewer, it);
    const due = afterWorkingDays(viewer.now, THIRD_MARK_WORKING_DAYS);
    await this.marks.openBeside(
      viewer,
      { id: mark.slotId, submissionId },
      { purpose: 'THIRD', reason: 'DISAGREEMENT', round: it.round, due },
    );
    await this.submissions.move(viewer, submissionId, 'IN_MARKING', null, 'SYSTEM');
    return this.change(viewer, it, { state: 'THIRD_MARK' });
  }

  async thirdMarked(viewer: Viewer, slot: MarkingSlot, third: MarkOnSubmission, agrees: boolean): Promise<void> {
    const it = await this.newest(viewer, slot.submissionId);
    if (!it) throw new Error(`Submission ${slot.submissionId} was marked a third time for no reason.`);
    await this.change(viewer, it, {
      thirdMarkId: third.markId,
      ...(agrees ? { state: 'SETTLED', settledHow: 'NEAREST_PAIR', settledAt: viewer.now } : { state: 'ADJUDICATION' }),
    });
    if (agrees) await record(viewer, new ReconciliationSettled(it.id, it.submissionId, 'NEAREST_PAIR'));
    else await record(viewer, new AdjudicationAsked(it.id, it.submissionId));
  }

  /** A lead who judged none of the marks settles what three assessors could not, or two could not in time. */
  async adjudicate(viewer: Viewer, submissionId: string, proposal: Proposal): Promise<Answer> {
    const it = await this.mine(viewer, submissionId, 'adjudicate');
    if (!(it instanceof Reconciliation)) return it;
    const problems = await this.problems(viewer, it, proposal);
    if (problems.length > 0) return new InvalidInput(problems);
    const gaps = agreementGaps(await this.rubrics.of(viewer, submissionId), await this.pair(viewer, it), proposal);
    if (gaps.length > 0)
      return new InvalidInput(gaps.map((gap) => new InputProblem(gap.criterionId ?? gap.field, `${gap.message}.`)));

    await this.change(viewer, it, {
      ...proposal,
      revision: it.revision + 1,
      savedAt: viewer.now,
      savedBy: viewer.personId,
    });
    return this.settle(viewer, it, proposal, 'ADJUDICATED');
  }

  /** First and second mark of it. */
  async pair(viewer: Viewer, it: Reconciliation): Promise<[MarkOnSubmission, MarkOnSubmission]> {
    const marks = await this.marks.all(viewer, it.submissionId);
    const [first, second] = [it.firstMarkId, it.secondMarkId].map((id) => marks.find((mark) => mark.markId === id));
    if (!first || !second) throw new Error(`Reconciliation ${it.id} has lost its marks.`);
    return [first, second];
  }

  private async settle(viewer: Viewer, it: Reconciliation, agreed: Proposal, how: SettledHow): Promise<Reconciliation> {
    const pair = await this.pair(viewer, it);
    const slot = await viewer.tx.manager.findOneBy(MarkingSlot, {
      id: (viewer.isSelf(pair[1].assessorId) ? pair[1] : pair[0]).slotId,
    });
    if (!slot) throw new Error(`The place of mark ${pair[0].markId} is gone.`);
    const { criteria, rules } = settled(await this.rubrics.of(viewer, it.submissionId), pair, agreed);
    const decision = await this.decisions.append(viewer, slot, {
      cause: 'MARKING',
      markId: null,
      criteria,
      rules,
      decidedBy: how === 'ADJUDICATED' ? viewer.personId : null,
    });
    await this.change(viewer, it, {
      state: 'SETTLED',
      settledHow: how,
      settledAt: viewer.now,
      settledBy: viewer.personId,
    });
    await record(viewer, new ReconciliationSettled(it.id, it.submissionId, how));
    for (const act of this.settledActs) await act(viewer, slot, decision);
    return it;
  }

  /** With the submission locked, when the viewer may do this to it now. */
  private async mine(
    viewer: Viewer,
    submissionId: string,
    action: string,
  ): Promise<Reconciliation | NotFound | NotInThatState | NotAllowed> {
    const found = await this.find(viewer, submissionId);
    if (!found) return new NotFound('This reconciliation');
    const submission = await this.submissions.locked(viewer, submissionId);
    const it = await this.newest(viewer, submissionId);
    if (!it || submission?.state !== 'RECONCILING')
      return new NotInThatState('It is not being reconciled now.', submission?.state ?? 'IN_MARKING');
    return can(viewer, action, it) ? it : new NotAllowed('This is for somebody else to settle.');
  }

  private newest(viewer: Viewer, submissionId: string): Promise<Reconciliation | null> {
    return viewer.tx.manager.findOne(Reconciliation, { where: { submissionId }, order: { round: 'DESC' } });
  }

  private async change(viewer: Viewer, it: Reconciliation, changes: Partial<Reconciliation>): Promise<Reconciliation> {
    await viewer.tx.manager.update(Reconciliation, { id: it.id }, changes);
    return Object.assign(it, changes);
  }

  private async problems(viewer: Viewer, it: Reconciliation, { criteria }: Proposal): Promise<InputProblem[]> {
    const rubric = await this.rubrics.of(viewer, it.submissionId);
    return criteria.flatMap((given, at) => {
      const criterion = rubric.criteria.find(({ id }) => id === given.criterionId);
      if (!criterion) return [new InputProblem(`criteria.${at}.criterionId`, 'This rubric has no such criterion.')];
      if (given.level !== null && !criterion.levels.some(({ ordinal }) => ordinal === given.level))
        return [new InputProblem(`criteria.${at}.level`, `"${criterion.title}" has no level ${given.level}.`)];
      if (given.reason.length > MOST_CHARACTERS)
        return [new InputProblem(`criteria.${at}.reason`, `A reason has at most ${MOST_CHARACTERS} characters.`)];
      return [];
    });
  }
}
