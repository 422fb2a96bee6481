import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { newId } from '../../platform/database/id.js';
import { record } from '../../platform/events/event.js';
import { InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import { ClaimsService } from '../assessments/claims.service.js';
import { EligibilityService } from '../assessments/eligibility.service.js';
import { ExclusionsService } from '../assessments/exclusions.service.js';
import type { MarkingSlot } from '../assessments/marking-slot.entity.js';
import { ReviewQueueService } from '../assessments/review-queue.service.js';
import { AllocationProblemsService, type Waiting } from './allocation-problems.service.js';
import { type AllocationKind, AllocationRun } from './allocation-run.entity.js';
import { SlotGiven, SlotTakenBack } from './allocation.events.js';
import { NotTakeable, NothingToGive } from './allocation.refusals.js';
import { allocate, type AllocationProblem, type AllocationRule, type Allotment } from './allocation.rules.js';

const RULE: AllocationRule = 'FAIREST';
const MOST_REASON_CHARACTERS = 500;
const MOST_RUNS = 20;

/** Gives out work: all that waits at once, or one place by hand. */
@Injectable()
export class AllocationService {
  constructor(
    private readonly claims: ClaimsService,
    private readonly eligibility: EligibilityService,
    private readonly exclusions: ExclusionsService,
    private readonly problems: AllocationProblemsService,
    private readonly queue: ReviewQueueService,
  ) {}

  /** By a lead: what nobody has is given out. */
  async giveWaiting(viewer: Viewer): Promise<AllocationRun | NothingToGive | NotAllowed> {
    if (!viewer.mayEverywhere('assessment.lead'))
      return new NotAllowed('Your role is limited: give out single places, or ask a lead of everything.');
    return (await this.run(viewer, 'ONLINE')) ?? new NothingToGive();
  }

  /** Null where nothing waits. NIGHTLY looks again at everything that was given and not begun. */
  async run(viewer: Viewer, kind: AllocationKind, withOpen = true): Promise<AllocationRun | null> {
    // One after another: two runs would both give away the same room.
    await viewer.tx.aloneIn('allocation');
    const seed = randomBytes(8).toString('hex');
    const waiting = await this.problems.waiting(viewer, seed, kind === 'NIGHTLY');
    if (!withOpen) withoutOpen(waiting);
    if (waiting.places.length === 0) return null;
    const result = allocate(waiting.problem, RULE);
    const run = viewer.tx.manager.create(AllocationRun, {
      id: newId(),
      at: viewer.now,
      kind,
      seed,
      rule: RULE,
      inputs: waiting.problem,
      inputsDigest: digestOf(waiting.problem),
      result,
      byId: viewer.personId,
    });
    await viewer.tx.manager.insert(AllocationRun, run);
    await this.exclusions.keep(
      viewer,
      waiting.takers.flatMap(({ slotId, personId, rules }) =>
        rules.filter(({ ok }) => !ok).map(({ rule }) => ({ slotId, personId, rule })),
      ),
    );
    await this.apply(viewer, waiting, result);
    return run;
  }

  /** Gives one place to one person, or to another than before. */
  async give(
    viewer: Viewer,
    slotId: string,
    personId: string,
  ): Promise<MarkingSlot | NotTakeable | NotFound | InvalidInput> {
    await viewer.tx.aloneIn('allocation');
    const slot = await this.queue.led(viewer, slotId);
    if (!slot || (slot.state !== 'OPEN' && slot.state !== 'ALLOCATED')) return new NotFound('This place');
    const taker = (await this.eligibility.takersOf(viewer, slotId)).find((each) => each.personId === personId);
    if (!taker) return InvalidInput.of('personId', 'Choose a qualified assessor of this achievement.');
    if (taker.rules.some(({ ok }) => !ok)) {
      await this.exclusions.store(viewer, slotId, personId, taker.rules);
      return new NotTakeable(taker.rules);
    }
    if (slot.assessorId === personId) return slot;
    await this.claims.nobodyTakes(viewer, [personId]);
    if (!(await this.assign(viewer, slot, personId))) return new NotFound('This place');
    return slot;
  }

  async takeBack(viewer: Viewer, slotId: string, reason: string): Promise<MarkingSlot | NotFound | InvalidInput> {
    const slot = await this.queue.led(viewer, slotId);
    if (!slot || slot.state !== 'ALLOCATED' || slot.assessorId === null) return new NotFound('This place');
    if (!reason.trim()) return InvalidInput.of('reason', 'Say why; whoever had it is told.');
    if (reason.length > MOST_REASON_CHARACTERS)
      return InvalidInput.of('reason', `A reason has at most ${MOST_REASON_CHARACTERS} characters.`);
    const before = slot.assessorId;
    // Whoever has it may be beginning it at this moment.
    await this.claims.nobodyTakes(viewer, [before]);
    const now = await this.queue.led(viewer, slotId);
    if (now?.state !== 'ALLOCATED' || now.assessorId !== before) return new NotFound('This place');
    const freed = await this.claims.takeBack(viewer, now, reason.trim());
    await record(viewer, new SlotTakenBack(slotId, before, reason.trim()));
    return freed;
  }

  runs(viewer: Viewer): Promise<AllocationRun[]> {
    return viewer.tx.manager.find(AllocationRun, { order: { at: 'DESC', id: 'DESC' }, take: MOST_RUNS });
  }

  /** Whether the stored inputs are what they were and give the stored result again. */
  reproduces(run: AllocationRun): boolean {
    const same = digestOf(run.inputs) === run.inputsDigest;
    return same && JSON.stringify(allocate(run.inputs, run.rule)) === JSON.stringify(run.result.map(inOrder));
  }

  private async apply(viewer: Viewer, { places }: Waiting, result: readonly Allotment[]): Promise<void> {
    const before = new Map(places.map((place) => [place.id, place]));
    // Before any row is locked: who claims holds their own turn first and then wants a row.
    await this.claims.nobodyTakes(
      viewer,
      result.flatMap(({ takerId }) => takerId ?? []),
    );
    // First what loses its holder: the room of whoever gives something away is there for what comes.
    for (const { placeId, takerId } of result) {
      const place = before.get(placeId);
      if (!place?.assessorId || takerId !== null) continue;
      await viewer.tx.query('SELECT app_take_back($1, $2)', [placeId, NOBODY_LEFT]);
      await record(viewer, new SlotTakenBack(placeId, place.assessorId, NOBODY_LEFT));
    }
    for (const { placeId, takerId } of result) {
      const place = before.get(placeId);
      if (!place || takerId === null || place.assessorId === takerId) continue;
      await this.assign(viewer, place, takerId);
    }
  }

  private async assign(
    viewer: Viewer,
    slot: Pick<MarkingSlot, 'id' | 'assessorId' | 'state'>,
    personId: string,
  ): Promise<boolean> {
    const [row] = await viewer.tx.query<{ done: boolean }>('SELECT app_allocate($1, $2) AS done', [slot.id, personId]);
    if (!row?.done) return false;
    if (slot.assessorId) await record(viewer, new SlotTakenBack(slot.id, slot.assessorId, GIVEN_TO_ANOTHER));
    await record(viewer, new SlotGiven(slot.id, personId));
    Object.assign(slot, { state: 'ALLOCATED', assessorId: personId });
    return true;
  }
}

const NOBODY_LEFT = 'It could no longer stay with its assessor, and waits in the queue';
const GIVEN_TO_ANOTHER = 'It was given to somebody else, to share the work fairly';

/** Where assessors take work themselves, only what was given to somebody is looked at again. */
function withoutOpen(waiting: Waiting): void {
  const given = new Set(waiting.places.filter(({ state }) => state === 'ALLOCATED').map(({ id }) => id));
  waiting.places = waiting.places.filter(({ id }) => given.has(id));
  waiting.takers = waiting.takers.filter(({ slotId }) => given.has(slotId));
  const { problem } = waiting;
  waiting.problem = {
    ...problem,
    places: problem.places.filter(({ id }) => given.has(id)),
    options: problem.options.filter(({ placeId }) => given.has(placeId)),
  };
}

/** Of the values in an order of their own: what comes back from the database has its keys in another. */
function digestOf({ seed, places, takers, options }: AllocationProblem): string {
  const plain = [
    seed,
    places.map(({ id, submissionId }) => [id, submissionId]),
    takers.map(({ id, load, capacity }) => [id, load, capacity]),
    options.map((it) => [it.placeId, it.takerId, it.skillMatch, it.sharedHistory, it.sameUnit]),
  ];
  return createHash('sha256').update(JSON.stringify(plain)).digest('hex');
}

const inOrder = ({ placeId, takerId }: Allotment): Allotment => ({ placeId, takerId });
