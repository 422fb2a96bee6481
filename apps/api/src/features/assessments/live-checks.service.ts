import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { In, IsNull, LessThanOrEqual, MoreThan, MoreThanOrEqual } from 'typeorm';
import type { Viewer } from '../../platform/access/viewer.js';
import { newId } from '../../platform/database/id.js';
import { record } from '../../platform/events/event.js';
import { SubmissionSnapshot } from '../submissions/submission-snapshot.entity.js';
import { AssessmentSettingsService } from './assessment-settings.service.js';
import { LiveCheckHandedIn } from './assessments.events.js';
import { CheckTakenAway } from './assessments.refusals.js';
import { LiveCheck } from './live-check.entity.js';
import { Mark } from './mark.entity.js';
import { MarkingSlot } from './marking-slot.entity.js';
import { NAME_MARK, namelessWords } from './nameless.rules.js';

/** What can stand in for a place, as it will be read. */
export interface StandIn {
  exemplarId: string;
  content: SubmissionSnapshot['content'];
}

type Chooses = (viewer: Viewer, slot: MarkingSlot) => Promise<StandIn | null>;

/** For how long what was typed about work that was taken away stays readable to whoever typed it. */
const KEPT_DAYS = 30;
/** Nobody's submission: what stands in leaves no trace with whoever handed the place's own work in. */
const NOBODYS = '00000000-0000-0000-0000-000000000000';

/** A place as it reads to whom (`$1`) a check stands in for it: everything else that anybody asks of the queue stays as it is. */
const AS_SEEN = `(
  SELECT it.* FROM marking_slot it
    WHERE NOT EXISTS (SELECT FROM live_check mine WHERE mine.person_id = $1 AND mine.slot_id = it.id AND mine.state IN ('OPEN', 'PUT_BACK'))
  UNION ALL SELECT (taken.line).* FROM (
    SELECT jsonb_populate_record(NULL::marking_slot, mine.line || jsonb_build_object('lease_until', mine.lease_until,
      'back_in_queue', mine.put_back_reason IS NOT NULL, 'put_back_reason', mine.put_back_reason)) AS line
    FROM live_check mine WHERE mine.person_id = $1 AND mine.state = 'OPEN') taken
  UNION ALL SELECT (back.line).* FROM (
    SELECT jsonb_populate_record(NULL::marking_slot, to_jsonb(it) || jsonb_build_object('back_in_queue', true, 'put_back_reason', mine.put_back_reason)) AS line
    FROM live_check mine JOIN marking_slot it ON it.id = mine.slot_id WHERE mine.person_id = $1 AND mine.state = 'PUT_BACK') back
  ) slot`;

/**
 * Exemplars among live work. To the assessor a check is the place it stands in for, under the same id and with the same line;
 * to everybody else that place is what it was. None of it is a place, a mark or a decision, so nothing that counts those meets it.
 */
@Injectable()
export class LiveChecksService {
  private chooses: Chooses = () => Promise.resolve(null);

  /** How live work is made nameless: what stands in is made so in the same way. */
  readonly nameless = { words: namelessWords, mark: NAME_MARK, digest: sha256 };

  constructor(private readonly settings: AssessmentSettingsService) {}

  /** A higher feature knows what can stand in. */
  chosenBy(chooses: Chooses): void {
    this.chooses = chooses;
  }

  /** Whether it is a check's turn for the viewer, and whether one stands in for something already. */
  async turn(viewer: Viewer): Promise<{ due: boolean; standsIn: boolean }> {
    const [turn] = await viewer.tx.query<{ due: boolean; standsIn: boolean }>('SELECT * FROM app_check_turn()');
    return turn ?? { due: false, standsIn: false };
  }

  /** What could stand in for a place that the viewer has just taken. */
  choose(viewer: Viewer, slot: MarkingSlot): Promise<StandIn | null> {
    return this.chooses(viewer, slot);
  }

  /** Begins a check in a place that is free; null when it is not, or no longer fits. */
  async begin(viewer: Viewer, slotId: string, standIn: StandIn, minutes: number): Promise<MarkingSlot | null> {
    const [begun] = await viewer.tx.query<{ done: boolean }>(
      'SELECT app_begin_check($1, $2, $3, $4, make_interval(mins => $5)) AS done',
      [newId(), slotId, standIn.exemplarId, JSON.stringify(standIn.content), minutes],
    );
    viewer.forget('own-checks', 'mine');
    return begun?.done ? this.heldOn(viewer, slotId) : null;
  }

  /** What the viewer holds, or has put back, in the place of something else. */
  private async own(viewer: Viewer): Promise<LiveCheck[]> {
    if (!viewer.personId) return [];
    const found = await viewer.load('own-checks', 'mine', async () => {
      const rows = await viewer.tx.manager.findBy(LiveCheck, {
        ...{ personId: viewer.personId ?? '', state: In(['OPEN', 'PUT_BACK']) },
      });
      return new Map([['mine', rows]]);
    });
    return found ?? [];
  }

  /** The place as the viewer holds it, if a check stands in for it. */
  async heldOn(viewer: Viewer, slotId: string): Promise<MarkingSlot | null> {
    const check = (await this.own(viewer)).find((it) => it.slotId === slotId && it.state === 'OPEN');
    return check ? placeOf(viewer, check) : null;
  }

  /** The same, and nobody else changes it until the end of this transaction. */
  async lockedOn(viewer: Viewer, slotId: string): Promise<MarkingSlot | null> {
    if (!(await this.heldOn(viewer, slotId))) return null;
    const check = await viewer.tx.manager.findOne(LiveCheck, {
      where: { slotId, personId: viewer.personId ?? '', state: 'OPEN' },
      lock: { mode: 'pessimistic_write' },
    });
    return check ? placeOf(viewer, check) : null;
  }

  /** What the viewer put back of this place and finds there again when they take it once more. */
  async putBackOn(viewer: Viewer, slotId: string): Promise<LiveCheck | null> {
    return (await this.own(viewer)).find((it) => it.slotId === slotId && it.state === 'PUT_BACK') ?? null;
  }

  /** A place as the viewer is to see it. */
  async asSeen(viewer: Viewer, slot: MarkingSlot): Promise<MarkingSlot> {
    const check = await this.putBackOn(viewer, slot.id);
    return check ? Object.assign(slot, { check, backInQueue: true, putBackReason: check.putBackReason }) : slot;
  }

  /** From what the viewer's queue is read. */
  async source(viewer: Viewer): Promise<string> {
    return (await this.own(viewer)).length > 0 ? AS_SEEN : 'marking_slot slot';
  }

  /** How much of the viewer's own room checks fill. */
  async held(viewer: Viewer): Promise<number> {
    return (await this.own(viewer)).filter(({ leaseUntil }) => leaseUntil !== null && leaseUntil > viewer.now).length;
  }

  /** What lies before the assessor. The numbers and days are those of the place it stands in for. */
  copyOf({ check, ...slot }: MarkingSlot): SubmissionSnapshot | null {
    if (!check?.content || (check.state !== 'OPEN' && check.markId === null)) return null;
    const { content } = check;
    const like = { id: slot.snapshotId, submissionId: NOBODYS, number: 1, takenAt: slot.submittedAt };
    return Object.assign(new SubmissionSnapshot(), like, { digest: sha256(JSON.stringify(content)), content });
  }

  markOf(viewer: Viewer, { id, check }: MarkingSlot): Mark | null {
    if (!check?.markId || !check.savedAt) return null;
    const { markId, revision, savedAt, handedInAt, criteria, rules, overall, seenLetters } = check;
    return viewer.tx.manager.create(Mark, {
      ...{ id: markId, slotId: id, assessorId: check.personId, revision, savedAt, handedInAt },
      ...{ criteria, rules, overall, seenLetters },
    });
  }

  async save(viewer: Viewer, slot: MarkingSlot, mark: Mark, leaseUntil: Date): Promise<void> {
    const { id: markId, revision, savedAt, criteria, rules, overall, seenLetters } = mark;
    await this.change(viewer, slot, { markId, revision, savedAt, criteria, rules, overall, seenLetters, leaseUntil });
    Object.assign(slot, { leaseUntil });
  }

  async extend(viewer: Viewer, slot: MarkingSlot, leaseUntil: Date): Promise<MarkingSlot> {
    await this.change(viewer, slot, { leaseUntil });
    return Object.assign(slot, { leaseUntil });
  }

  /** Held again, by whoever put it back or let its time run out. */
  async resume(viewer: Viewer, check: LiveCheck, leaseUntil: Date): Promise<MarkingSlot> {
    const change = { state: 'OPEN', leaseUntil } as const;
    await viewer.tx.manager.update(LiveCheck, { id: check.id }, change);
    viewer.forget('own-checks', 'mine');
    return placeOf(viewer, Object.assign(check, change));
  }

  async putBack(viewer: Viewer, slot: MarkingSlot, reason: string): Promise<MarkingSlot> {
    await this.change(viewer, slot, { state: 'PUT_BACK', leaseUntil: null, putBackReason: reason });
    return Object.assign(slot, {
      ...{ state: 'OPEN', assessorId: null, leaseUntil: null, backInQueue: true, putBackReason: reason },
    });
  }

  async putBackAllOf(viewer: Viewer, candidateId: string, reason: string): Promise<void> {
    for (const check of await this.own(viewer))
      if (check.state === 'OPEN' && check.line.candidate_id === candidateId)
        await this.putBack(viewer, placeOf(viewer, check), reason);
  }

  /** From here on it is told what it was. */
  async handIn(viewer: Viewer, slot: MarkingSlot): Promise<MarkingSlot> {
    const { toleratedLevels } = await this.settings.current(viewer);
    await this.change(viewer, slot, {
      ...{ state: 'HANDED_IN', handedInAt: viewer.now, endedAt: viewer.now, tolerance: toleratedLevels },
      ...{ leaseUntil: null, content: null },
    });
    const { id, achievementId, personId } = slot.check ?? { id: '', achievementId: '', personId: '' };
    await record(viewer, new LiveCheckHandedIn(id, achievementId, personId));
    return Object.assign(slot, { state: 'HANDED_IN', leaseUntil: null, handedInAt: viewer.now });
  }

  /** Why what the viewer worked on is not there any more. */
  async lost<Refused>(viewer: Viewer, slotId: string, otherwise: Refused): Promise<CheckTakenAway | Refused> {
    const [gone] = await viewer.tx.query<{ id: string }>(
      `SELECT id FROM live_check WHERE person_id = $1 AND slot_id = $2 AND state = 'WITHDRAWN'`,
      [viewer.personId, slotId],
    );
    return gone ? new CheckTakenAway(gone.id) : otherwise;
  }

  /** Who was working on this exemplar when it was taken away. */
  takenAwaySince(system: Viewer, exemplarId: string, at: Date): Promise<LiveCheck[]> {
    const gone = { exemplarId, state: 'WITHDRAWN' as const, endedAt: MoreThanOrEqual(at) };
    return system.tx.manager.findBy(LiveCheck, [
      { ...gone, putBackReason: IsNull() },
      { ...gone, revision: MoreThan(0) },
    ]);
  }

  /** What the product does in time: lets go of what nobody works on, and of words that were kept long enough. */
  async sweep(system: Viewer, reason: string): Promise<void> {
    const lapsed = { state: 'OPEN' as const, leaseUntil: LessThanOrEqual(system.now) };
    const change = { state: 'PUT_BACK' as const, leaseUntil: null, putBackReason: reason };
    await system.tx.manager.update(LiveCheck, lapsed, change);
    await system.tx.query(
      `UPDATE live_check it SET state = 'OVER', content = NULL, ended_at = $1 FROM marking_slot slot
       WHERE it.state = 'PUT_BACK' AND slot.id = it.slot_id AND slot.state IN ('HANDED_IN', 'CANCELLED')`,
      [system.now],
    );
    await system.tx.query(
      `UPDATE live_check SET criteria = '[]' WHERE state IN ('WITHDRAWN', 'OVER') AND criteria <> '[]'
         AND ended_at < $1::timestamptz - make_interval(days => ${KEPT_DAYS})`,
      [system.now],
    );
  }

  async takeBackFrom(system: Viewer, assessorId: string, achievementId: string, reason: string): Promise<void> {
    await system.tx.manager.update(
      LiveCheck,
      { personId: assessorId, achievementId, state: 'OPEN' },
      { state: 'PUT_BACK', leaseUntil: null, putBackReason: reason },
    );
  }

  private async change(viewer: Viewer, { check }: MarkingSlot, change: Partial<LiveCheck>): Promise<void> {
    if (!check) throw new Error('Nothing stands in for this place.');
    await viewer.tx.manager.update(LiveCheck, { id: check.id }, change as object);
    Object.assign(check, change);
    viewer.forget('own-checks', 'mine');
  }
}

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** The line that was kept, as a place. */
function placeOf(viewer: Viewer, check: LiveCheck): MarkingSlot {
  const { columns } = viewer.tx.manager.connection.getMetadata(MarkingSlot);
  const { leaseUntil, putBackReason } = check;
  const line: Record<string, unknown> = {
    ...check.line,
    ...{
      id: check.slotId,
      lease_until: leaseUntil,
      back_in_queue: putBackReason !== null,
      put_back_reason: putBackReason,
    },
  };
  const values = columns.map(({ propertyName, databaseName, type }) => {
    const value = line[databaseName];
    return [propertyName, type === 'timestamptz' && typeof value === 'string' ? new Date(value) : value];
  });
  const slot = viewer.tx.manager.create(MarkingSlot, Object.fromEntries(values) as Partial<MarkingSlot>);
  return Object.assign(slot, { check });
}
