import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { can } from '../../platform/access/policy.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { isId, newId } from '../../platform/database/id.js';
import { record } from '../../platform/events/event.js';
import { InputProblem, InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import { type AdjustedCriterion, AdjustmentsService } from '../assessments/adjustments.service.js';
import { AssessmentSettingsService } from '../assessments/assessment-settings.service.js';
import { Decision } from '../assessments/decision.entity.js';
import { DecisionsService } from '../assessments/decisions.service.js';
import { LeadsService } from '../assessments/leads.service.js';
import { MarksOfService } from '../assessments/marks-of.service.js';
import { WorkingCalendarService } from '../assessments/working-calendar.service.js';
import { SubmissionsService } from '../submissions/submissions.service.js';
import { Appeal, type AppealGrounds } from './appeal.entity.js';
import { AppealDecided, AppealLodged, AppealTakenUp } from './appeals.events.js';
import './appeals.policy.js';
import { OutcomeChangesService } from './outcome-changes.service.js';
import { RecallsService } from './recalls.service.js';
import { UninvolvedService } from './uninvolved.service.js';

/** Working days until an appeal is answered. */
const ANSWER_WORKING_DAYS = 20;
const MARK_WORKING_DAYS = 5;
const MOST_CHARACTERS = 5_000;
const MOST_SHOWN = 100;

export type AppealOutcome = 'UPHELD' | 'PARTLY_UPHELD' | 'DISMISSED';
type Answer = Appeal | NotFound | NotAllowed | InvalidInput;

/** A candidate objects, somebody who took no part answers. What is upheld becomes a new decision, and others like it are looked for. */
@Injectable()
export class AppealsService {
  constructor(
    private readonly adjustments: AdjustmentsService,
    private readonly calendar: WorkingCalendarService,
    private readonly changes: OutcomeChangesService,
    private readonly decisions: DecisionsService,
    private readonly leads: LeadsService,
    private readonly marks: MarksOfService,
    private readonly recalls: RecallsService,
    private readonly settings: AssessmentSettingsService,
    private readonly submissions: SubmissionsService,
    private readonly uninvolved: UninvolvedService,
  ) {}

  /** Until when this outcome can be appealed; null when there is none, it was appealed, or it is an appeal's answer. */
  async until(viewer: Viewer, submissionId: string): Promise<Date | null> {
    const decision = await this.decisions.seen(viewer, submissionId);
    if (
      !decision?.releasedAt ||
      decision.cause === 'APPEAL' ||
      (await this.ofSubmission(viewer, submissionId)).some((it) => it.decisionId === decision.id)
    )
      return null;
    const { appealWindowDays } = await this.settings.current(viewer);
    const until = this.calendar.after(decision.releasedAt, appealWindowDays);
    return until > viewer.now ? until : null;
  }

  async lodge(viewer: Viewer, submissionId: string, grounds: AppealGrounds, statement: string): Promise<Answer> {
    const submission = await this.submissions.find(viewer, submissionId);
    if (!submission) return new NotFound('This submission');
    const text = statement.trim();
    if (!text) return InvalidInput.of('statement', 'Say what you object to, and why.');
    if (text.length > MOST_CHARACTERS)
      return InvalidInput.of('statement', `A statement has at most ${MOST_CHARACTERS} characters.`);
    await viewer.tx.aloneIn(`appeal ${submission.id}`);
    const decision = await this.decisions.seen(viewer, submission.id);
    if (!decision || submission.state === 'VOID' || !(await this.until(viewer, submission.id))) {
      const { appealWindowDays } = await this.settings.current(viewer);
      return new NotAllowed(
        `An outcome can be appealed once, within ${appealWindowDays} working days. The answer to an appeal is final.`,
      );
    }

    const appeal = viewer.tx.manager.create(Appeal, {
      id: newId(),
      submissionId: submission.id,
      candidateId: submission.personId,
      achievementId: submission.achievementId,
      decisionId: decision.id,
      grounds,
      statement: text,
      state: 'LODGED',
      lodgedAt: viewer.now,
      dueAt: this.calendar.after(viewer.now, ANSWER_WORKING_DAYS),
      ...{
        checkedBy: null,
        checkedAt: null,
        slotId: null,
        decidedBy: null,
        decidedAt: null,
        answer: null,
        newDecisionId: null,
      },
    });
    await viewer.tx.manager.insert(Appeal, appeal);
    viewer.forget('appeals-of-submission', submission.id);
    await record(viewer, new AppealLodged(appeal.id, submission.id, submission.personId));
    return appeal;
  }

  /** Those that wait first, soonest due first, then the last that were answered. */
  async all(viewer: Viewer): Promise<Appeal[]> {
    const found = await viewer.tx.manager.find(Appeal, {
      order: { decidedAt: { direction: 'DESC', nulls: 'FIRST' }, dueAt: 'ASC' },
      take: MOST_SHOWN,
    });
    return this.seen(viewer, found);
  }

  async find(viewer: Viewer, id: string): Promise<Appeal | null> {
    const found = isId(id) ? await viewer.tx.manager.findOneBy(Appeal, { id }) : null;
    return found && ((await this.seen(viewer, [found]))[0] ?? null);
  }

  /** Appeals against decisions on a submission, oldest first, for whoever may see them. */
  async ofSubmission(viewer: Viewer, submissionId: string): Promise<Appeal[]> {
    const found = await viewer.load('appeals-of-submission', submissionId, async (ids) => {
      const rows = await viewer.tx.manager.find(Appeal, {
        where: { submissionId: In([...ids]) },
        order: { lodgedAt: 'ASC' },
      });
      return new Map(ids.map((id) => [id, rows.filter((row) => row.submissionId === id)]));
    });
    return this.seen(viewer, found ?? []);
  }

  /** Whether it is about something that can be appealed. */
  async check(viewer: Viewer, id: string, inScope: boolean, answer: string): Promise<Answer> {
    const it = await this.mine(viewer, id, 'check');
    if (!(it instanceof Appeal)) return it;
    if (!inScope && !answer.trim())
      return InvalidInput.of('answer', 'Say why it is out of scope; the candidate will read it.');
    if (answer.length > MOST_CHARACTERS)
      return InvalidInput.of('answer', `An answer has at most ${MOST_CHARACTERS} characters.`);

    const checked = { checkedBy: viewer.personId, checkedAt: viewer.now };
    if (inScope) {
      await record(viewer, new AppealTakenUp(it.id, it.submissionId, it.candidateId));
      return this.change(viewer, it, { ...checked, state: 'UNDER_REVIEW' });
    }
    await record(viewer, new AppealDecided(it.id, it.submissionId, it.candidateId, 'OUT_OF_SCOPE'));
    return this.change(viewer, it, {
      ...checked,
      state: 'OUT_OF_SCOPE',
      answer: answer.trim(),
      decidedBy: viewer.personId,
      decidedAt: viewer.now,
    });
  }

  /** Has it judged anew by an assessor who took no part, and who sees nothing of what was decided before handing in. */
  async askMark(viewer: Viewer, id: string): Promise<Answer> {
    const it = await this.mine(viewer, id, 'askMark');
    if (!(it instanceof Appeal)) return it;
    const slotId = await this.recalls.openSlot(viewer, it.submissionId, 'APPEAL', MARK_WORKING_DAYS);
    return this.change(viewer, it, { slotId });
  }

  async decide(
    viewer: Viewer,
    id: string,
    outcome: AppealOutcome,
    answer: string,
    criteria: AdjustedCriterion[],
  ): Promise<Answer> {
    const it = await this.mine(viewer, id, 'decide');
    if (!(it instanceof Appeal)) return it;
    const before = await viewer.tx.manager.findOneBy(Decision, { id: it.decisionId });
    if (!before) throw new Error(`Appeal ${it.id} is against nothing.`);
    const problems = await this.problems(viewer, before, outcome, answer, criteria);
    if (problems.length > 0) return new InvalidInput(problems);

    const changed =
      outcome === 'DISMISSED' ? null : await this.changes.replace(viewer, before, 'APPEAL', criteria, answer.trim());
    if (changed) await this.recall(viewer, it, before);
    await record(viewer, new AppealDecided(it.id, it.submissionId, it.candidateId, outcome));
    return this.change(viewer, it, {
      state: outcome,
      answer: answer.trim(),
      decidedBy: viewer.personId,
      decidedAt: viewer.now,
      newDecisionId: changed?.id ?? null,
    });
  }

  /** What else the same assessors decided by the same version in that time. */
  private async recall(viewer: Viewer, it: Appeal, before: Decision): Promise<void> {
    const submission = await this.submissions.submissionById(viewer, it.submissionId);
    const { recallDays } = await this.settings.current(viewer);
    const marks = await this.marks.all(viewer, it.submissionId);
    const behind = marks.filter((mark) => (before.markId ? mark.markId === before.markId : mark.purpose !== 'APPEAL'));
    for (const assessorId of new Set(behind.map((mark) => mark.assessorId)))
      if (submission)
        await this.recalls.open(viewer, {
          appealId: it.id,
          achievementId: submission.achievementId,
          achievementVersionId: submission.achievementVersionId,
          assessorId,
          since: new Date(before.decidedAt.getTime() - recallDays * 86_400_000),
          until: viewer.now,
          reason: 'An appeal against a decision of this assessor was upheld.',
          except: it.submissionId,
        });
  }

  private async mine(viewer: Viewer, id: string, action: string): Promise<Appeal | NotFound | NotAllowed> {
    const found = isId(id)
      ? await viewer.tx.manager.findOne(Appeal, { where: { id }, lock: { mode: 'pessimistic_write' } })
      : null;
    const [it] = found ? await this.seen(viewer, [found]) : [];
    if (!it || viewer.isSelf(it.candidateId)) return new NotFound('This appeal');
    return can(viewer, action, it)
      ? it
      : new NotAllowed('Not possible where it stands, or you took part in what it is about.');
  }

  private async seen(viewer: Viewer, appeals: readonly Appeal[]): Promise<Appeal[]> {
    await Promise.all(
      appeals.map(async ({ submissionId }) => {
        if (await this.leads.leads(viewer, submissionId)) await this.uninvolved.in(viewer, submissionId);
      }),
    );
    return appeals.filter((it) => can(viewer, 'see', it));
  }

  private async problems(
    viewer: Viewer,
    before: Decision,
    outcome: AppealOutcome,
    answer: string,
    criteria: AdjustedCriterion[],
  ): Promise<InputProblem[]> {
    if (!answer.trim()) return [new InputProblem('answer', 'Answer the candidate: what you found, and why.')];
    if (answer.length > MOST_CHARACTERS)
      return [new InputProblem('answer', `An answer has at most ${MOST_CHARACTERS} characters.`)];
    if (outcome === 'DISMISSED') return [];
    return this.adjustments.problems(viewer, before, criteria, 'Dismiss the appeal, or say which criterion gets one.');
  }

  private async change(viewer: Viewer, it: Appeal, changes: Partial<Appeal>): Promise<Appeal> {
    await viewer.tx.manager.update(Appeal, { id: it.id }, changes);
    viewer.forget('appeals-of-submission', it.submissionId);
    return Object.assign(it, changes);
  }
}
