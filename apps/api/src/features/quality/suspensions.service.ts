import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { EventListeners } from '../../platform/events/event-listeners.js';
import { ClaimsService } from '../assessments/claims.service.js';
import { MarksOfService } from '../assessments/marks-of.service.js';
import { SubmissionsService } from '../submissions/submissions.service.js';
import { AssessorStateChanged } from './quality.events.js';

const NO_LONGER = 'The assessor no longer marks this achievement';
/** Days for whoever judges it anew. */
const DUE_DAYS = 5;

/** What follows when an assessor is suspended: nothing stays in their hands, and nothing unreleased stands on their word. */
@Injectable()
export class SuspensionsService implements OnModuleInit {
  constructor(
    private readonly claims: ClaimsService,
    private readonly listeners: EventListeners,
    private readonly marks: MarksOfService,
    private readonly submissions: SubmissionsService,
  ) {}

  onModuleInit(): void {
    this.listeners.on(AssessorStateChanged, async (system, event) => {
      if (event.state === 'SUSPENDED') await this.takeBack(system, event);
    });
  }

  private async takeBack(system: Viewer, { personId, achievementId }: AssessorStateChanged): Promise<void> {
    await this.claims.takeBackFrom(system, personId, achievementId, NO_LONGER);
    for (const slot of await this.standingOn(system, personId, achievementId)) {
      await this.giveUp(system, slot.submissionId);
      const due = new Date(system.now.getTime() + DUE_DAYS * 86_400_000);
      const again = { purpose: 'FIRST', reason: 'SENT_BACK', round: slot.round + 1, due } as const;
      await this.marks.openBeside(system, slot, again);
      if (slot.isHeld) await this.waitOnHold(system, slot.submissionId);
      else await this.submissions.move(system, slot.submissionId, 'QUEUED', NO_LONGER, 'SYSTEM');
    }
  }

  /** The hold is not ours to end: the new place waits with it, and goes on from the queue. */
  private async waitOnHold(system: Viewer, submissionId: string): Promise<void> {
    await system.tx.query('SELECT app_hold_slots($1, $2)', [submissionId, system.now]);
    await this.submissions.goesOnFrom(system, submissionId, 'QUEUED', NO_LONGER);
  }

  /**
   * The newest mark of theirs on each submission that nobody has read and that rests on it: alone, or as one of two that
   * differ. Where others judged the same, the word of one never stood alone.
   */
  private async standingOn(
    system: Viewer,
    personId: string,
    achievementId: string,
  ): Promise<{ id: string; submissionId: string; round: number; isHeld: boolean }[]> {
    return system.tx.query(
      `SELECT slot.id, slot.submission_id AS "submissionId", slot.round, it.held_from IS NOT NULL AS "isHeld" FROM marking_slot slot
       JOIN submission it ON it.id = slot.submission_id
         AND coalesce(it.held_from, it.state) IN ('READY_FOR_RELEASE', 'IN_MODERATION', 'RECONCILING')
       WHERE slot.assessor_id = $1 AND slot.achievement_id = $2 AND slot.state = 'HANDED_IN' AND slot.purpose IN ('FIRST', 'SECOND', 'THIRD')
         AND slot.round = (SELECT max(round) FROM marking_slot WHERE submission_id = slot.submission_id AND state = 'HANDED_IN')
         AND (coalesce(it.held_from, it.state) = 'RECONCILING' OR NOT EXISTS (SELECT FROM marking_slot other WHERE other.submission_id = slot.submission_id
           AND other.round >= slot.round AND other.id <> slot.id AND other.state = 'HANDED_IN'))
       ORDER BY slot.id FOR UPDATE OF slot`,
      [personId, achievementId],
    );
  }

  /** What was under way about it: two who were to agree, a moderator who was to look. */
  private async giveUp(system: Viewer, submissionId: string): Promise<void> {
    await system.tx.query(
      `UPDATE reconciliation SET state = 'SETTLED', settled_how = 'SENT_BACK', settled_at = $2
       WHERE submission_id = $1 AND state <> 'SETTLED'`,
      [submissionId, system.now],
    );
    await system.tx.query(
      `UPDATE marking_slot SET state = 'CANCELLED', assessor_id = NULL, lease_until = NULL, held_at = NULL, put_back_reason = $2
       WHERE submission_id = $1 AND purpose = 'MODERATION' AND state IN ('OPEN', 'ALLOCATED', 'LEASED')`,
      [submissionId, NO_LONGER],
    );
  }
}
