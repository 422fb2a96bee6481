import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In } from 'typeorm';
import type { Viewer } from '../../platform/access/viewer.js';
import { record } from '../../platform/events/event.js';
import { InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import { EligibilityService } from '../assessments/eligibility.service.js';
import { MarkingPolicyService } from '../assessments/marking-policy.service.js';
import type { MarkingSlot } from '../assessments/marking-slot.entity.js';
import { ReviewQueueService } from '../assessments/review-queue.service.js';
import { ConflictWaived } from './allocation.events.js';
import { SlotWaiver } from './slot-waiver.entity.js';

const FEWEST_REASON_CHARACTERS = 10;
const MOST_REASON_CHARACTERS = 1_000;

/** Conflicts that cannot be avoided. Each is allowed for one place by somebody else, says why, and asks for a second mark. */
@Injectable()
export class WaiversService implements OnModuleInit {
  constructor(
    private readonly eligibility: EligibilityService,
    private readonly policy: MarkingPolicyService,
    private readonly queue: ReviewQueueService,
  ) {}

  onModuleInit(): void {
    this.policy.alsoSecondMarkedWhen(async (viewer, { slot, mark }) => {
      const waived = await viewer.tx.manager.existsBy(SlotWaiver, { slotId: slot.id, personId: mark.assessorId });
      return waived ? 'WAIVER' : null;
    });
  }

  async ofSlot(viewer: Viewer, slotId: string): Promise<SlotWaiver[]> {
    const found = await viewer.load('waivers', slotId, async (ids) => {
      const rows = await viewer.tx.manager.find(SlotWaiver, {
        where: { slotId: In([...ids]) },
        order: { at: 'ASC', rule: 'ASC' },
      });
      return new Map(ids.map((id) => [id, rows.filter((row) => row.slotId === id)]));
    });
    return found ?? [];
  }

  /** Allows one person every rule that stands against them at one place. */
  async waive(
    viewer: Viewer,
    { slotId, personId, reason }: { slotId: string; personId: string; reason: string },
  ): Promise<MarkingSlot | InvalidInput | NotAllowed | NotFound> {
    const slot = await this.queue.led(viewer, slotId);
    if (!slot || slot.state === 'HANDED_IN' || slot.state === 'CANCELLED') return new NotFound('This place');
    if (viewer.isSelf(personId)) return new NotAllowed('Nobody waives a rule that stands against themselves.');
    const words = reason.trim();
    if (words.length < FEWEST_REASON_CHARACTERS)
      return InvalidInput.of('reason', 'Say why nobody else can judge it; an auditor will read it.');
    if (words.length > MOST_REASON_CHARACTERS)
      return InvalidInput.of('reason', `A reason has at most ${MOST_REASON_CHARACTERS} characters.`);
    const taker = (await this.eligibility.takersOf(viewer, slotId)).find((each) => each.personId === personId);
    if (!taker) return InvalidInput.of('personId', 'Choose a qualified assessor of this achievement.');
    const standing = taker.rules.filter((each) => !each.ok && each.rule !== 'capacity' && each.rule !== 'available');
    const never = standing.find((each) => !this.eligibility.isWaivable(each.rule));
    if (never) return new NotAllowed(`This can never be waived: ${never.sentence.toLowerCase()}.`);
    if (standing.length === 0) return InvalidInput.of('personId', 'No rule stands against this person.');

    const rules = standing.map(({ rule }) => rule);
    await viewer.tx.manager.insert(
      SlotWaiver,
      rules.map((rule) => ({ slotId, personId, rule, reason: words, byId: viewer.personId ?? '', at: viewer.now })),
    );
    viewer.forget('waivers', slotId);
    await record(viewer, new ConflictWaived(slotId, personId, rules));
    return slot;
  }
}
