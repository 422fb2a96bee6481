import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { record } from '../../platform/events/event.js';
import { EventListeners } from '../../platform/events/event-listeners.js';
import { SubmissionModerated } from '../assessments/assessments.events.js';
import { SampleFoundUnsound } from './quality.events.js';

/** What a moderator says of a decision is what was found of the sample that led there: nobody writes it twice. */
@Injectable()
export class SampleFindingsService implements OnModuleInit {
  constructor(private readonly listeners: EventListeners) {}

  onModuleInit(): void {
    this.listeners.on(SubmissionModerated, (system, { subjectId }) => this.fill(system, subjectId));
  }

  private async fill(system: Viewer, slotId: string): Promise<void> {
    // A finding that somebody recorded meanwhile stays.
    const found = await system.tx.query<{ id: string; submissionId: string; finding: string }>(
      `WITH found AS (
         UPDATE sample_item it SET finding = CASE said.outcome WHEN 'CONFIRMED' THEN 'SOUND' ELSE 'NOT_SOUND' END,
           finding_note = said.reason, found_at = said.at, found_by = said.moderator_id
         FROM moderation said WHERE said.slot_id = $1 AND it.submission_id = said.submission_id
           AND it.chosen_at IS NOT NULL AND it.finding IS NULL AND it.assessor_id <> said.moderator_id
         RETURNING it.id, it.submission_id, it.finding
       ) SELECT id, submission_id AS "submissionId", finding FROM found`,
      [slotId],
    );
    for (const { id, submissionId, finding } of found)
      if (finding === 'NOT_SOUND') await record(system, new SampleFoundUnsound(id, submissionId));
  }
}
