import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { can } from '../../platform/access/policy.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { isId, newId } from '../../platform/database/id.js';
import { record, recordAll } from '../../platform/events/event.js';
import { InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import { PeopleService } from '../people/people.service.js';
import { SubmissionsService } from '../submissions/submissions.service.js';
import { SlotClaimed, SlotPutBack } from './assessments.events.js';
import { AlreadyClaimed, type CheckTakenAway, LeaseLost, NotEligible, NothingToClaim } from './assessments.refusals.js';
import { conflicts, type EligibilityRule } from './eligibility.rules.js';
import { EligibilityService } from './eligibility.service.js';
import { DECLINED, ExclusionsService, RECUSED } from './exclusions.service.js';
import { LiveChecksService } from './live-checks.service.js';
import { MarkingSlot } from './marking-slot.entity.js';

/** How long a slot is somebody's without a sign of life. */
export const LEASE_MINUTES = 30;

const MOST_REASON_CHARACTERS = 500;
const RAN_OUT = 'The time to mark it ran out';
const ON_HOLD = 'It is on hold. It stays with you, and can be begun when it goes on.';

/** What the database took for the viewer, with the row of the place; or what it would have taken. */
interface Next {
  slot_id: string;
  taken: boolean;
  began: boolean;
  [column: string]: unknown;
}

/** Why a place is not (any more) the viewer's. */
export type Gone = CheckTakenAway | LeaseLost | NotFound;
export type Claimed = MarkingSlot | AlreadyClaimed | NotEligible | NotFound | NothingToClaim | NotAllowed;

/** Taking a slot, keeping it, giving it back. A slot is one assessor's at a time: its row is locked while that is decided. */
@Injectable()
export class ClaimsService {
  constructor(
    private readonly checks: LiveChecksService,
    private readonly eligibility: EligibilityService,
    private readonly exclusions: ExclusionsService,
    private readonly people: PeopleService,
    private readonly submissions: SubmissionsService,
  ) {}

  async claim(viewer: Viewer, id: string): Promise<Claimed> {
    // How many one holds is counted before one more is taken: one claim of an assessor after another.
    await viewer.tx.aloneIn(`claims ${viewer.personId}`);
    const slot = await this.locked(viewer, id);
    if (!slot) return this.whyNot(viewer, id);
    const isGiven = slot.state === 'ALLOCATED' && slot.assessorId !== null && viewer.isSelf(slot.assessorId);
    if (slot.state !== 'OPEN' && slot.state !== 'LEASED' && !isGiven) return new NotFound('This submission');
    const rules = await this.eligibility.of(viewer, slot);
    // Who may not take it learns nothing of who marks it.
    if (rules.length === 0 || conflicts(rules).length > 0) return this.refused(viewer, id, rules);
    if (isHeld(slot, viewer.now) && slot.assessorId !== null) {
      if (viewer.isSelf(slot.assessorId)) return slot;
      // Who judges blind is nobody's to know.
      if (slot.isBlind) return new NotFound('This submission');
      const holder = await this.people.byId(viewer, slot.assessorId);
      if (slot.leaseUntil) return new AlreadyClaimed(holder?.displayName ?? 'Another assessor', slot.leaseUntil);
    }
    if (rules.some((each) => !each.ok)) return new NotEligible(rules);
    // What was given before it was held stays given; nobody begins while its clock stands.
    if (slot.heldAt) return new NotAllowed(ON_HOLD);
    return this.take(viewer, slot);
  }

  /** A slot that the database does not show: the rules that stand against the viewer, or that there is none. */
  private async whyNot(viewer: Viewer, id: string): Promise<NotEligible | NotFound> {
    const rules = isId(id) ? await this.eligibility.of(viewer, { id }) : [];
    return conflicts(rules).length > 0 ? this.refused(viewer, id, rules) : new NotFound('This submission');
  }

  /** That a rule stood in the way is kept with the refusal. */
  private async refused(viewer: Viewer, id: string, rules: EligibilityRule[]): Promise<NotEligible> {
    await this.exclusions.store(viewer, id, viewer.personId, rules);
    return new NotEligible(rules);
  }

  /**
   * What was given to the viewer first, then the oldest due that they may take. One statement knows the rules, takes the place
   * and moves the submission, and passes over what somebody is just taking: many at once do not wait for each other.
   */
  async claimNext(viewer: Viewer): Promise<Claimed> {
    const { due, standsIn } = await this.checks.turn(viewer);
    const mayNotStay = due || standsIn;
    if (mayNotStay) await viewer.tx.query('SAVEPOINT before_taking');
    const next = await this.takeNext(viewer);
    if (!next) return new NothingToClaim();
    // Only what stands against them alone is left to be said.
    if (!next.taken) return this.claim(viewer, next.slot_id);
    const instead = mayNotStay ? await this.inPlaceOf(viewer, next, due) : null;
    return instead ?? this.taken(viewer, next);
  }

  private async takeNext(viewer: Viewer): Promise<Next | undefined> {
    const [next] = await viewer.tx.query<Next>(
      'SELECT next.slot_id, next.taken, next.began, (next.slot).* FROM app_take_next($1, make_interval(mins => $2)) next',
      [newId(), LEASE_MINUTES],
    );
    return next;
  }

  /** A check in the place of what was just taken, which then was never taken. */
  private async inPlaceOf(viewer: Viewer, next: Next, due: boolean): Promise<Claimed | null> {
    const before = await this.checks.putBackOn(viewer, next.slot_id);
    const standIn = due && !before ? await this.checks.choose(viewer, placed(viewer, next)) : null;
    if (!before && !standIn) return null;
    await viewer.tx.query('ROLLBACK TO SAVEPOINT before_taking');
    if (before) return this.checks.resume(viewer, before, leaseFrom(viewer.now));
    const begun = standIn && (await this.checks.begin(viewer, next.slot_id, standIn, LEASE_MINUTES));
    if (begun) return begun;
    const again = await this.takeNext(viewer);
    if (!again) return new NothingToClaim();
    return again.taken ? this.taken(viewer, again) : this.claim(viewer, again.slot_id);
  }

  private async taken(viewer: Viewer, next: Next): Promise<MarkingSlot> {
    const slot = placed(viewer, next);
    const { submissionId, candidateId } = slot;
    const begun = { id: submissionId, personId: candidateId };
    await recordAll(viewer, [
      ...(next.began ? [this.submissions.begun(viewer, begun)] : []),
      new SlotClaimed(slot.id, viewer.personId ?? ''),
    ]);
    return slot;
  }

  /**
   * Until the end of this transaction none of these people takes anything: what they are given and what they take at the
   * same moment could be two places of one submission. Always in the same order, so that two who ask wait and do not block.
   */
  async nobodyTakes(viewer: Viewer, personIds: readonly string[]): Promise<void> {
    for (const id of [...new Set(personIds)].sort()) await viewer.tx.aloneIn(`claims ${id}`);
  }

  /** A sign of life: the lease starts anew. Works after it ran out, too, as long as nobody else took the slot. */
  async renew(viewer: Viewer, id: string): Promise<MarkingSlot | Gone> {
    const slot = await this.mine(viewer, id);
    return slot instanceof MarkingSlot ? this.extend(viewer, slot) : slot;
  }

  async putBack(
    viewer: Viewer,
    id: string,
    reason: string,
    knowsCandidate = false,
  ): Promise<MarkingSlot | Gone | InvalidInput> {
    const slot = await this.locked(viewer, id);
    if (!slot) return this.checks.lost(viewer, id, new NotFound('This submission'));
    if (!heldBy(viewer, slot)) return this.checks.lost(viewer, id, new LeaseLost());
    if (!reason.trim()) return InvalidInput.of('reason', 'Say why you put it back; the next assessor will read it.');
    if (reason.length > MOST_REASON_CHARACTERS)
      return InvalidInput.of('reason', `A reason has at most ${MOST_REASON_CHARACTERS} characters.`);
    const rule = knowsCandidate ? RECUSED : slot.state === 'ALLOCATED' ? DECLINED : null;
    if (rule && slot.assessorId) await this.exclusions.keep(viewer, [{ slotId: id, personId: slot.assessorId, rule }]);
    return this.free(viewer, slot, reason.trim());
  }

  /** What was given and not begun goes back; for whoever gives out work, who looked whether they may. */
  takeBack(viewer: Viewer, slot: MarkingSlot, reason: string): Promise<MarkingSlot> {
    return this.free(viewer, slot, reason);
  }

  /** Everything of one candidate that the viewer holds goes back. */
  async putBackAllOf(viewer: Viewer, candidateId: string, reason: string): Promise<void> {
    const held = await viewer.tx.manager.findBy(MarkingSlot, {
      candidateId,
      assessorId: viewer.personId ?? '',
      state: In(['LEASED', 'ALLOCATED']),
    });
    for (const { id } of held) {
      const slot = await this.locked(viewer, id);
      if (slot) await this.free(viewer, slot, reason);
    }
    await this.checks.putBackAllOf(viewer, candidateId, reason);
  }

  /** Puts slots back whose lease ran out. */
  async freeLapsed(system: Viewer): Promise<number> {
    const lapsed = await system.tx.query<{ id: string }>(
      `SELECT id FROM marking_slot WHERE state = 'LEASED' AND lease_until <= now() FOR UPDATE SKIP LOCKED LIMIT 200`,
    );
    for (const { id } of lapsed) {
      const slot = await this.locked(system, id);
      if (slot) await this.free(system, slot, RAN_OUT);
    }
    await this.checks.sweep(system, RAN_OUT);
    return lapsed.length;
  }

  /** Puts back whatever one assessor holds of an achievement. */
  async takeBackFrom(system: Viewer, assessorId: string, achievementId: string, reason: string): Promise<number> {
    const given = await system.tx.query<{ id: string }>(
      `UPDATE marking_slot SET state = 'OPEN', assessor_id = NULL, back_in_queue = true, put_back_reason = $3
       WHERE assessor_id = $1 AND achievement_id = $2 AND state = 'ALLOCATED' RETURNING id`,
      [assessorId, achievementId, reason],
    );
    const held = await system.tx.query<{ id: string }>(
      `SELECT id FROM marking_slot WHERE assessor_id = $1 AND achievement_id = $2 AND state = 'LEASED' FOR UPDATE`,
      [assessorId, achievementId],
    );
    for (const { id } of held) {
      const slot = await this.locked(system, id);
      if (slot) await this.free(system, slot, reason);
    }
    await this.checks.takeBackFrom(system, assessorId, achievementId, reason);
    return given.length + held.length;
  }

  /** The viewer's own slot with its row locked, or null when it is not (any more) theirs. */
  async mine(viewer: Viewer, id: string): Promise<MarkingSlot | Gone> {
    const slot = isId(id) ? await this.locked(viewer, id) : null;
    if (slot && (await mayMark(viewer, slot))) return slot;
    if (!isId(id)) return new NotFound('This submission');
    return this.checks.lost(viewer, id, slot ? new LeaseLost() : new NotFound('This submission'));
  }

  async extend(viewer: Viewer, slot: MarkingSlot): Promise<MarkingSlot> {
    if (slot.check) return this.checks.extend(viewer, slot, leaseFrom(viewer.now));
    slot.leaseUntil = leaseFrom(viewer.now);
    await viewer.tx.manager.update(MarkingSlot, { id: slot.id }, { leaseUntil: slot.leaseUntil });
    return slot;
  }

  private async locked(viewer: Viewer, id: string): Promise<MarkingSlot | null> {
    if (!isId(id)) return null;
    const stood = await this.checks.lockedOn(viewer, id);
    if (stood) return stood;
    return viewer.tx.manager.findOne(MarkingSlot, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  private async take(viewer: Viewer, slot: MarkingSlot): Promise<MarkingSlot> {
    const check = slot.check ?? (await this.checks.putBackOn(viewer, slot.id));
    if (check) return this.checks.resume(viewer, check, leaseFrom(viewer.now));
    const personId = viewer.personId ?? '';
    slot.state = 'LEASED';
    slot.assessorId = personId;
    slot.leaseUntil = leaseFrom(viewer.now);
    const { state, assessorId, leaseUntil } = slot;
    await viewer.tx.manager.update(MarkingSlot, { id: slot.id }, { state, assessorId, leaseUntil });
    // Before, the submission was nobody's to see.
    viewer.forget('submission', slot.submissionId);
    // Two may take the two places of one submission at once: one of them moves it.
    const submission = await this.submissions.locked(viewer, slot.submissionId);
    if (submission?.state === 'QUEUED') await this.submissions.move(viewer, slot.submissionId, 'IN_MARKING');
    await record(viewer, new SlotClaimed(slot.id, personId));
    return slot;
  }

  /** Somebody else judges or has judged it: then it is still in marking, whoever puts a place back. */
  private async judgedByOthers(viewer: Viewer, slot: MarkingSlot): Promise<boolean> {
    const [row] = await viewer.tx.query<{ found: boolean }>('SELECT app_judged_by_others($1) AS found', [slot.id]);
    return row?.found ?? false;
  }

  private async free(viewer: Viewer, slot: MarkingSlot, reason: string): Promise<MarkingSlot> {
    if (slot.check) return this.checks.putBack(viewer, slot, reason);
    // First the submission: without the slot it is no longer the assessor's to see.
    const submission = await this.submissions.locked(viewer, slot.submissionId);
    // A place that nobody had begun leaves it where it is: whoever judges it holds another one.
    const wasBegun = slot.state === 'LEASED';
    if (wasBegun && submission?.state === 'IN_MARKING' && !(await this.judgedByOthers(viewer, slot)))
      await this.submissions.move(viewer, slot.submissionId, 'QUEUED');
    // By a function, since whom a rule stands against by now may not even see the slot in the queue.
    await viewer.tx.query('SELECT app_put_back($1, $2)', [slot.id, reason]);
    Object.assign(slot, {
      state: 'OPEN',
      assessorId: null,
      leaseUntil: null,
      backInQueue: true,
      putBackReason: reason,
    });
    await record(viewer, new SlotPutBack(slot.id, reason));
    return slot;
  }
}

/** Until when it is somebody's who just showed that they work on it. */
export function leaseFrom(now: Date): Date {
  return new Date(now.getTime() + LEASE_MINUTES * 60_000);
}

/** The row that the database took, as a place. */
function placed(viewer: Viewer, next: Next): MarkingSlot {
  const { columns } = viewer.tx.manager.connection.getMetadata(MarkingSlot);
  const values = columns.map(({ propertyName, databaseName }) => [propertyName, next[databaseName]]);
  return viewer.tx.manager.create(MarkingSlot, Object.fromEntries(values) as Partial<MarkingSlot>);
}

function isHeld(slot: MarkingSlot, now: Date): boolean {
  return slot.state === 'LEASED' && slot.leaseUntil !== null && slot.leaseUntil > now;
}

/** Held, and covered by the role as it is today. */
async function mayMark(viewer: Viewer, slot: MarkingSlot): Promise<boolean> {
  await viewer.learn([slot.candidateId]);
  return can(viewer, 'mark', slot);
}

/** Theirs, also past its time: as long as nobody took it and no sweep freed it, nothing is lost by going on. */
function heldBy(viewer: Viewer, slot: MarkingSlot): boolean {
  const isTheirs = slot.state === 'LEASED' || slot.state === 'ALLOCATED';
  return isTheirs && slot.assessorId !== null && viewer.isSelf(slot.assessorId);
}
