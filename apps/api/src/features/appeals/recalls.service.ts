import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { can } from '../../platform/access/policy.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { isId, newId } from '../../platform/database/id.js';
import { record } from '../../platform/events/event.js';
import { InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import { type AdjustedCriterion, AdjustmentsService } from '../assessments/adjustments.service.js';
import { CasesService } from '../assessments/cases.service.js';
import { DecisionsService } from '../assessments/decisions.service.js';
import { LeadsService } from '../assessments/leads.service.js';
import { MarksOfService } from '../assessments/marks-of.service.js';
import { WorkingCalendarService } from '../assessments/working-calendar.service.js';
import { RecallOpened } from './appeals.events.js';
import { OutcomeChangesService } from './outcome-changes.service.js';
import { Recall, RecallItem } from './recall.entity.js';
import { UninvolvedService } from './uninvolved.service.js';

const MARK_WORKING_DAYS = 10;
const MOST_SHOWN = 50;
const MOST_CHARACTERS = 2_000;

export interface RecallRequest {
  appealId: string | null;
  achievementId: string;
  achievementVersionId: string;
  assessorId: string;
  since: Date;
  until: Date;
  reason: string;
  /** The submission that led here is settled already. */
  except: string;
}
type Answer = RecallItem | NotFound | NotAllowed | InvalidInput;

/** Every other decision that a fault may have touched is listed, and each is confirmed or becomes another one. */
@Injectable()
export class RecallsService {
  constructor(
    private readonly adjustments: AdjustmentsService,
    private readonly calendar: WorkingCalendarService,
    private readonly cases: CasesService,
    private readonly changes: OutcomeChangesService,
    private readonly decisions: DecisionsService,
    private readonly leads: LeadsService,
    private readonly marks: MarksOfService,
    private readonly uninvolved: UninvolvedService,
  ) {}

  async open(viewer: Viewer, { except, ...recall }: RecallRequest): Promise<void> {
    const touched = await viewer.tx.query<{ decisionId: string; submissionId: string }>(
      'SELECT "decisionId", "submissionId" FROM app_decisions_by($1, $2, $3, $4) WHERE "submissionId" <> $5',
      [recall.achievementVersionId, recall.assessorId, recall.since, recall.until, except],
    );
    if (touched.length === 0) return;
    const id = newId();
    await viewer.tx.manager.insert(Recall, {
      ...recall,
      id,
      openedBy: viewer.personId,
      openedAt: viewer.now,
      closedAt: null,
    });
    // What the lead may not see (their own work, or that of people outside their limits) another lead finds in a recall of theirs.
    for (const { decisionId, submissionId } of touched)
      if (await this.leads.leads(viewer, submissionId))
        await viewer.tx.manager.insert(RecallItem, {
          id: newId(),
          recallId: id,
          submissionId,
          decisionId,
          state: 'OPEN',
          ...{ slotId: null, reason: null, decidedBy: null, decidedAt: null, newDecisionId: null },
        });
    await record(viewer, new RecallOpened(id, touched.length));
  }

  /** Open ones first, newest first. */
  all(viewer: Viewer): Promise<Recall[]> {
    return viewer.tx.manager.find(Recall, {
      order: { closedAt: { direction: 'DESC', nulls: 'FIRST' }, openedAt: 'DESC' },
      take: MOST_SHOWN,
    });
  }

  async itemsOf(viewer: Viewer, recallId: string): Promise<RecallItem[]> {
    const found = await viewer.load('items-of-recall', recallId, async (ids) => {
      const rows = await viewer.tx.manager.find(RecallItem, {
        where: { recallId: In([...ids]) },
        order: { id: 'ASC' },
      });
      return new Map(ids.map((id) => [id, rows.filter((row) => row.recallId === id)]));
    });
    return this.seen(viewer, found ?? []);
  }

  async item(viewer: Viewer, id: string): Promise<RecallItem | null> {
    const found = isId(id) ? await viewer.tx.manager.findOneBy(RecallItem, { id }) : null;
    return found && ((await this.seen(viewer, [found]))[0] ?? null);
  }

  /** Has one judged anew, by an assessor who took no part. */
  async askMark(viewer: Viewer, itemId: string): Promise<Answer> {
    const it = await this.mine(viewer, itemId, 'askMark');
    if (!(it instanceof RecallItem)) return it;
    const slotId = await this.openSlot(viewer, it.submissionId, 'RECALL', MARK_WORKING_DAYS);
    return this.change(viewer, it, { state: 'RE_MARKING', slotId });
  }

  /** It stands as it was decided, or becomes another decision; always with the reason. */
  async decide(viewer: Viewer, itemId: string, reason: string, criteria: AdjustedCriterion[]): Promise<Answer> {
    const it = await this.mine(viewer, itemId, 'decide');
    if (!(it instanceof RecallItem)) return it;
    if (!reason.trim()) return InvalidInput.of('reason', 'Say why it stands, or why it changes.');
    if (reason.length > MOST_CHARACTERS)
      return InvalidInput.of('reason', `A reason has at most ${MOST_CHARACTERS} characters.`);
    const before = await this.decisions.current(viewer, it.submissionId);
    if (!before) throw new Error(`Recall item ${it.id} is about nothing.`);
    const problems = criteria.length > 0 ? await this.adjustments.problems(viewer, before, criteria) : [];
    if (problems.length > 0) return new InvalidInput(problems);

    const changed =
      criteria.length > 0 ? await this.changes.replace(viewer, before, 'RECALL', criteria, reason.trim()) : null;
    await this.change(viewer, it, {
      state: changed ? 'CHANGED' : 'CONFIRMED',
      reason: reason.trim(),
      decidedBy: viewer.personId,
      decidedAt: viewer.now,
      newDecisionId: changed?.id ?? null,
    });
    const left = await viewer.tx.manager.countBy(RecallItem, {
      recallId: it.recallId,
      state: In(['OPEN', 'RE_MARKING']),
    });
    if (left === 0) await viewer.tx.manager.update(Recall, { id: it.recallId }, { closedAt: viewer.now });
    return it;
  }

  /** A place for one more judgement on what was handed in last. */
  async openSlot(
    viewer: Viewer,
    submissionId: string,
    reason: 'APPEAL' | 'RECALL',
    workingDays: number,
  ): Promise<string> {
    const beside = (await this.cases.slotsOf(viewer, submissionId)).findLast(({ state }) => state === 'HANDED_IN');
    if (!beside) throw new Error(`Nobody has judged submission ${submissionId}.`);
    const due = this.calendar.after(viewer.now, workingDays);
    viewer.forget('slots-of-case', submissionId);
    return this.marks.openBeside(viewer, beside, { purpose: 'APPEAL', reason, round: beside.round, due });
  }

  private async mine(viewer: Viewer, id: string, action: string): Promise<RecallItem | NotFound | NotAllowed> {
    const found = isId(id)
      ? await viewer.tx.manager.findOne(RecallItem, { where: { id }, lock: { mode: 'pessimistic_write' } })
      : null;
    const [it] = found ? await this.seen(viewer, [found]) : [];
    if (!it) return new NotFound('This decision');
    return can(viewer, action, it)
      ? it
      : new NotAllowed('It is settled already, or you took part in what it is about.');
  }

  private async seen(viewer: Viewer, items: readonly RecallItem[]): Promise<RecallItem[]> {
    await Promise.all(
      items.map(async ({ submissionId }) => {
        if (await this.leads.leads(viewer, submissionId)) await this.uninvolved.in(viewer, submissionId);
      }),
    );
    return items.filter((it) => can(viewer, 'see', it));
  }

  private async change(viewer: Viewer, it: RecallItem, changes: Partial<RecallItem>): Promise<RecallItem> {
    await viewer.tx.manager.update(RecallItem, { id: it.id }, changes);
    viewer.forget('items-of-recall', it.recallId);
    return Object.assign(it, changes);
  }
}
