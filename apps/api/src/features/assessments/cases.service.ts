import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { can } from '../../platform/access/policy.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { isId, newId } from '../../platform/database/id.js';
import { record } from '../../platform/events/event.js';
import { limitOf, type Page, type PageInput, pageOf, readTimeCursor } from '../../platform/graphql/connection.js';
import { InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import { WithdrawalService } from '../credentials/withdrawal.service.js';
import { Submission } from '../submissions/submission.entity.js';
import { mayMove, type SubmissionState } from '../submissions/submission.lifecycle.js';
import { NotInThatState } from '../submissions/submissions.refusals.js';
import { SubmissionsService } from '../submissions/submissions.service.js';
import {
  MalpracticeProposed,
  SubmissionHeld,
  SubmissionResumed,
  SubmissionReturned,
  SubmissionVoided,
} from './assessments.events.js';
import { OPEN_MALPRACTICE } from './assessment.policy.js';
import { LeadsService } from './leads.service.js';
import { MalpracticeCase } from './malpractice-case.entity.js';
import { MarkingPolicyService } from './marking-policy.service.js';
import { MarkingSlot } from './marking-slot.entity.js';
import { SubmissionHold } from './submission-hold.entity.js';
import { afterWorkingDays, workingDaysBetween } from './working-calendar.rules.js';

const UNDER_WAY: SubmissionState[] = [
  'QUEUED',
  'IN_MARKING',
  'RECONCILING',
  'IN_MODERATION',
  'READY_FOR_RELEASE',
  'ON_HOLD',
];
const MOST_CHARACTERS = 1_000;

type Acted = Submission | NotFound | NotInThatState | NotAllowed | InvalidInput;

/** What a lead does to a submission that is being assessed: look where it stands, stop its clock, give it back, declare it void. */
@Injectable()
export class CasesService {
  constructor(
    private readonly leads: LeadsService,
    private readonly policy: MarkingPolicyService,
    private readonly submissions: SubmissionsService,
    private readonly withdrawals: WithdrawalService,
  ) {}

  /** Everything that is being assessed and that the viewer leads, oldest first; or what stands in one state. */
  async page(viewer: Viewer, input: PageInput, state: SubmissionState | null): Promise<Page<Submission>> {
    const from = readTimeCursor(input.after);
    const states = state && UNDER_WAY.includes(state) ? [state] : UNDER_WAY;
    const where = `it.state = ANY ($1) AND app_leads(it.id)`;
    const rows = await viewer.tx.query<{ id: string; at: Date; total: number }>(
      `WITH matching AS MATERIALIZED (SELECT it.id, it.submitted_at AS at FROM submission it WHERE ${where})
       SELECT *, (SELECT count(*)::int FROM matching) AS total FROM matching
       WHERE $2::timestamptz IS NULL OR (at, id) > ($2::timestamptz, $3::uuid) ORDER BY at, id LIMIT $4`,
      [states, from?.at ?? null, from?.id ?? null, limitOf(input)],
    );
    const found = await Promise.all(rows.map(({ id }) => this.submissions.submissionById(viewer, id)));
    const led = found.flatMap((each) => (each ? [each] : []));
    await Promise.all(led.map(({ id }) => this.leads.leads(viewer, id)));
    return pageOf(led, input, rows[0]?.total ?? 0, (it) => [(it.submittedAt ?? it.createdAt).toISOString(), it.id]);
  }

  async find(viewer: Viewer, id: string): Promise<Submission | null> {
    if (!isId(id) || !(await this.leads.leads(viewer, id))) return null;
    return this.submissions.submissionById(viewer, id);
  }

  slotsOf(viewer: Viewer, submissionId: string): Promise<MarkingSlot[]> {
    return this.many(viewer, 'slots-of-case', submissionId, (ids) =>
      viewer.tx.manager.find(MarkingSlot, { where: { submissionId: In(ids) }, order: { round: 'ASC', id: 'ASC' } }),
    );
  }

  /** Times in which its clock stood, oldest first; for the candidate and those who lead. */
  holdsOf(viewer: Viewer, submissionId: string): Promise<SubmissionHold[]> {
    return this.many(viewer, 'holds-of-submission', submissionId, (ids) =>
      viewer.tx.manager.find(SubmissionHold, { where: { submissionId: In(ids) }, order: { fromAt: 'ASC' } }),
    );
  }

  /** The proposal to void it that waits for a second person. */
  malpracticeOf(viewer: Viewer, submissionId: string): Promise<MalpracticeCase | null> {
    return viewer.load(OPEN_MALPRACTICE, submissionId, async (ids) => {
      const open = await viewer.tx.manager.findBy(MalpracticeCase, { submissionId: In([...ids]), state: 'PROPOSED' });
      return new Map(open.map((each) => [each.submissionId, each]));
    });
  }

  /** Stops the clock. What somebody is writing is kept and saved on; nothing is handed in until it goes on. */
  async hold(viewer: Viewer, id: string, reason: string): Promise<Acted> {
    const it = await this.led(viewer, id, 'hold', reason);
    if (!(it instanceof Submission)) return it;

    await viewer.tx.query('SELECT app_hold_slots($1, $2)', [id, viewer.now]);
    const hold = { id: newId(), submissionId: id, candidateId: it.personId, fromAt: viewer.now, untilAt: null };
    await viewer.tx.manager.insert(SubmissionHold, {
      ...hold,
      reason: reason.trim(),
      heldBy: viewer.personId,
      endedBy: null,
    });
    await record(viewer, new SubmissionHeld(id, it.personId));
    return this.move(viewer, it, 'ON_HOLD', reason);
  }

  /** It goes on where it stood, and what was due is due so many working days later as it was held. */
  async resume(viewer: Viewer, id: string): Promise<Acted> {
    const it = await this.led(viewer, id, 'resume', 'It goes on');
    if (!(it instanceof Submission)) return it;
    const holds = await this.holdsOf(viewer, id);
    const from = holds.at(-1)?.fromAt ?? viewer.now;
    const slots = (await this.slotsOf(viewer, id)).filter(({ heldAt }) => heldAt !== null);

    const days = workingDaysBetween(from, viewer.now);
    const dues = slots.map(({ dueAt }) => (days === 0 ? dueAt : afterWorkingDays(dueAt, days)));
    await viewer.tx.query('SELECT app_resume_slots($1, $2, $3)', [id, slots.map((slot) => slot.id), dues]);
    await viewer.tx.query(
      'UPDATE submission_hold SET until_at = $2, ended_by = $3 WHERE submission_id = $1 AND until_at IS NULL',
      [id, viewer.now, viewer.personId],
    );
    viewer.forget('holds-of-submission', id);
    await record(viewer, new SubmissionResumed(id, it.personId));
    return this.move(viewer, it, it.heldFrom ?? 'QUEUED', null);
  }

  /** Something cannot be opened or is mapped wrongly: the candidate mends it in the same attempt. */
  async returnToCandidate(viewer: Viewer, id: string, reason: string): Promise<Acted> {
    const it = await this.led(viewer, id, 'return', reason);
    if (!(it instanceof Submission)) return it;
    if ((await this.slotsOf(viewer, id)).some(({ state }) => state === 'HANDED_IN'))
      return new NotAllowed('Somebody has judged it already. It is too late to give it back.');

    await viewer.tx.query('SELECT app_end_slots($1, $2)', [id, 'Returned to the candidate']);
    await record(viewer, new SubmissionReturned(id, it.personId));
    return this.move(viewer, it, 'RETURNED', reason);
  }

  /** Sends an outcome that waits for release to a moderator first. */
  async askModeration(viewer: Viewer, id: string): Promise<Acted> {
    const it = await this.led(viewer, id, 'askModeration', 'A check');
    if (!(it instanceof Submission)) return it;
    const slots = await this.slotsOf(viewer, id);
    const judged = slots.findLast(({ purpose, state }) => state === 'HANDED_IN' && purpose !== 'MODERATION');
    if (!judged) return new NotAllowed('Nobody has judged it.');

    await this.policy.moderate(viewer, judged, 'MODERATION_SAMPLE', judged.round);
    return this.move(viewer, it, 'IN_MODERATION', null);
  }

  /** The first of two: proposes that it is void. */
  async proposeVoid(viewer: Viewer, id: string, reason: string): Promise<Acted> {
    const it = await this.led(viewer, id, 'proposeVoid', reason);
    if (!(it instanceof Submission)) return it;

    const proposed = { id: newId(), submissionId: id, reason: reason.trim(), state: 'PROPOSED' as const };
    await viewer.tx.manager.insert(MalpracticeCase, {
      ...proposed,
      proposedBy: viewer.personId ?? '',
      proposedAt: viewer.now,
      decidedBy: null,
      decidedAt: null,
    });
    await record(viewer, new MalpracticeProposed(id, it.personId));
    viewer.forget(OPEN_MALPRACTICE, id);
    return it;
  }

  /** The second: confirms it, and then nothing that came of the submission counts any more; or drops it. */
  async decideVoid(viewer: Viewer, id: string, confirmed: boolean): Promise<Acted> {
    const it = await this.led(viewer, id, 'decideVoid', 'Decided');
    if (!(it instanceof Submission)) return it;
    const open = await this.malpracticeOf(viewer, id);
    if (!open) return new NotAllowed('Nobody proposed that it is void.');
    if (confirmed && viewer.isSelf(open.proposedBy))
      return new NotAllowed('You proposed it. Somebody else who leads the assessment confirms it.');

    const decided = { decidedBy: viewer.personId, decidedAt: viewer.now };
    await viewer.tx.manager.update(
      MalpracticeCase,
      { id: open.id },
      { ...decided, state: confirmed ? 'CONFIRMED' : 'DROPPED' },
    );
    viewer.forget(OPEN_MALPRACTICE, id);
    if (!confirmed) return it;
    await viewer.tx.query('SELECT app_end_slots($1, $2)', [id, 'Void']);
    const decisions = await viewer.tx.query<{ id: string }>('SELECT id FROM decision WHERE submission_id = $1', [id]);
    for (const decision of decisions) await this.withdrawals.ask(viewer, 'DECISION', decision.id, 'MALPRACTICE');
    await record(viewer, new SubmissionVoided(id, it.personId));
    return this.move(viewer, it, 'VOID', open.reason);
  }

  /** The submission with its places and its row locked, when the viewer may do this to it now. */
  private async led(viewer: Viewer, id: string, action: string, reason: string): Promise<Acted> {
    const found = await this.find(viewer, id);
    if (!found) return new NotFound('This submission');
    if (!reason.trim()) return InvalidInput.of('reason', 'Say why; those it concerns will read it.');
    if (reason.length > MOST_CHARACTERS)
      return InvalidInput.of('reason', `A reason has at most ${MOST_CHARACTERS} characters.`);
    // First its places, as those do who take one: else both sides could wait for each other.
    await viewer.tx.query('SELECT app_lock_places($1)', [id]);
    const it = await this.submissions.locked(viewer, id);
    if (!it) return new NotFound('This submission');
    viewer.forget('slots-of-case', id);
    await this.malpracticeOf(viewer, id);
    return can(viewer, action, it) ? it : new NotInThatState('Not possible where it stands.', it.state);
  }

  private async move(viewer: Viewer, it: Submission, to: SubmissionState, note: string | null): Promise<Submission> {
    if (!mayMove(it.state, to, 'LEAD', it.heldFrom)) throw new Error(`A lead cannot move from ${it.state} to ${to}.`);
    viewer.forget('slots-of-case', it.id);
    return this.submissions.move(viewer, it.id, to, note?.trim() ?? null, 'LEAD');
  }

  private async many<Row extends { submissionId: string }>(
    viewer: Viewer,
    loader: string,
    submissionId: string,
    find: (ids: string[]) => Promise<Row[]>,
  ): Promise<Row[]> {
    const rows = await viewer.load(loader, submissionId, async (ids) => {
      const all = await find([...ids]);
      return new Map(ids.map((id) => [id, all.filter((row) => row.submissionId === id)]));
    });
    return rows ?? [];
  }
}
