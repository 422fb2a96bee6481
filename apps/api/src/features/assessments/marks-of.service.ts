import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { newId } from '../../platform/database/id.js';
import { record } from '../../platform/events/event.js';
import { JudgementAsked } from './assessments.events.js';
import type { CriterionMark, OverallView, RulesOfEvidence } from './mark.entity.js';
import type { MarkingSlot, SlotPurpose, SlotReason } from './marking-slot.entity.js';

/** A mark that was handed in, with the place it was for. */
export interface MarkOnSubmission {
  markId: string;
  slotId: string;
  purpose: SlotPurpose;
  reason: SlotReason;
  round: number;
  assessorId: string;
  handedInAt: Date;
  criteria: CriterionMark[];
  rules: RulesOfEvidence;
  overall: OverallView | null;
}

const BLIND: readonly SlotPurpose[] = ['FIRST', 'SECOND', 'THIRD'];

/** The judgements on a submission together. The database opens them only when nobody judges it blind any more. */
@Injectable()
export class MarksOfService {
  /** All that were handed in, oldest first; none while somebody judges blind, or for those who have no part in it. */
  async all(viewer: Viewer, submissionId: string): Promise<MarkOnSubmission[]> {
    const found = await viewer.load('marks-of-submission', submissionId, async (ids) => {
      const rows = await viewer.tx.query<MarkOnSubmission & { submissionId: string }>(
        `SELECT asked.id AS "submissionId", marks.* FROM unnest($1::uuid[]) AS asked (id), LATERAL app_marks_of(asked.id) marks`,
        [[...ids]],
      );
      return new Map(ids.map((id) => [id, rows.filter((row) => row.submissionId === id)]));
    });
    return found ?? [];
  }

  /** First, second and third mark of a round, in this order. */
  async ofRound(viewer: Viewer, submissionId: string, round: number): Promise<MarkOnSubmission[]> {
    viewer.forget('marks-of-submission', submissionId);
    const marks = await this.all(viewer, submissionId);
    return BLIND.flatMap((purpose) => marks.filter((mark) => mark.round === round && mark.purpose === purpose));
  }

  /** Whether somebody is still to judge in the round of this slot. */
  async unfinished(viewer: Viewer, slot: MarkingSlot): Promise<boolean> {
    const [row] = await viewer.tx.query<{ n: number }>('SELECT app_unfinished($1, $2) AS n', [
      slot.submissionId,
      slot.round,
    ]);
    return (row?.n ?? 0) > 0;
  }

  /** Another place on the same copy; its id. */
  async openBeside(
    viewer: Viewer,
    slot: Pick<MarkingSlot, 'id' | 'submissionId'>,
    { purpose, reason, round, due }: { purpose: SlotPurpose; reason: SlotReason; round: number; due: Date },
  ): Promise<string> {
    const id = newId();
    await viewer.tx.query('SELECT app_open_slot($1, $2, $3, $4, $5, $6)', [slot.id, id, purpose, reason, round, due]);
    await record(viewer, new JudgementAsked(id, slot.submissionId, purpose));
    return id;
  }
}
