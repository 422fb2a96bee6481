import { randomInt } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { FilesService } from '../../platform/storage/files.service.js';
import { newId } from '../../platform/database/id.js';
import { record } from '../../platform/events/event.js';
import { AchievementsService } from '../achievements/achievements.service.js';
import type { Submission } from '../submissions/submission.entity.js';
import type { SubmissionSnapshot } from '../submissions/submission-snapshot.entity.js';
import { SubmissionsService } from '../submissions/submissions.service.js';
import { assesses } from './assessment.policy.js';
import { JudgementAsked } from './assessments.events.js';
import { AssessmentSettingsService } from './assessment-settings.service.js';
import { LeadsService } from './leads.service.js';
import { MarkingPolicyService } from './marking-policy.service.js';
import { MarkingSlot, type SlotPurpose, type SlotReason } from './marking-slot.entity.js';
import { afterWorkingDays } from './working-calendar.rules.js';

/** Working days from handing in to an outcome. */
const DUE_AFTER_WORKING_DAYS = 5;

/** Without 0/O and 1/I: codes are read aloud. */
const CODE_LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** Opens the first marking slot in the transaction of the hand-in: a submission that was taken is never without its place in the queue. */
@Injectable()
export class OpenSlotService implements OnModuleInit {
  constructor(
    private readonly achievements: AchievementsService,
    private readonly files: FilesService,
    private readonly leads: LeadsService,
    private readonly policy: MarkingPolicyService,
    private readonly settings: AssessmentSettingsService,
    private readonly submissions: SubmissionsService,
  ) {}

  onModuleInit(): void {
    this.submissions.whenQueued((viewer, submission, snapshot) => this.open(viewer, submission, snapshot));
    this.submissions.whenWithdrawn((viewer, submission) => this.cancel(viewer, submission));
    this.files.alsoReadableWhen(
      async (viewer, file) => (await this.assesses(viewer, file.id)) || (await this.leadsWith(viewer, file.id)),
    );
    this.files.namelessWhen(
      async (viewer, file) =>
        (await this.settings.current(viewer)).hidesNames &&
        (await this.assesses(viewer, file.id)) &&
        !(await this.leadsWith(viewer, file.id)),
    );
    this.submissions.judgedBy(
      async (viewer, ids) =>
        either(
          await this.judged(
            viewer,
            ids,
            'slot.submission_id',
            `slot.assessor_id = $1 AND slot.state IN ('LEASED', 'HANDED_IN')`,
          ),
          await this.leads.led(viewer, ids),
        ),
      // Whose lease ran out while writing keeps sight of what the words are about.
      async (viewer, ids) =>
        either(
          await this.judged(
            viewer,
            ids,
            'slot.snapshot_id',
            `slot.state <> 'CANCELLED' AND (slot.assessor_id = $1 AND slot.state IN ('LEASED', 'HANDED_IN')
             OR EXISTS (SELECT FROM mark WHERE mark.slot_id = slot.id AND mark.assessor_id = $1))`,
          ),
          await this.ledCopies(viewer, ids),
        ),
    );
  }

  private async open(viewer: Viewer, submission: Submission, snapshot: SubmissionSnapshot): Promise<void> {
    const version = await this.achievements.versionById(viewer, submission.achievementVersionId);
    if (!version) throw new Error(`Submission ${submission.id} is for no achievement.`);
    const second = this.policy.fromTheStart(version, submission.id);
    const shared = {
      submissionId: submission.id,
      snapshotId: snapshot.id,
      achievementVersionId: version.id,
      achievementId: version.achievementId,
      achievementName: version.name,
      candidateId: submission.personId,
      candidateCode: Array.from({ length: 4 }, () => CODE_LETTERS[randomInt(CODE_LETTERS.length)]).join(''),
      state: 'OPEN' as const,
      round: 1,
      isBlind: second !== null,
      attemptNo: submission.attemptNo,
      criteriaCount: version.rubric.criteria.length,
      itemCount: snapshot.content.items.length,
      submittedAt: viewer.now,
      dueAt: afterWorkingDays(viewer.now, DUE_AFTER_WORKING_DAYS),
      backInQueue: false,
    };
    // Both stand open at once: nobody can tell from the queue whether another has marked.
    for (const [purpose, reason] of [['FIRST', 'FIRST_MARK'], ...(second ? [['SECOND', second]] : [])] as [
      SlotPurpose,
      SlotReason,
    ][]) {
      const id = newId();
      await viewer.tx.manager.insert(MarkingSlot, { ...shared, id, purpose, reason });
      await record(viewer, new JudgementAsked(id, submission.id, purpose));
    }
  }

  /** A withdrawn submission leaves the queue. A slot that somebody holds stays: while it is marked, nothing is withdrawn. */
  private async cancel(viewer: Viewer, submission: Submission): Promise<void> {
    // By a function: a candidate sees no slot.
    await viewer.tx.query('SELECT app_cancel_slots($1)', [submission.id]);
  }

  /** Of these submissions or copies, those on which the viewer has a slot like this that the own role covers. */
  private async judged(
    viewer: Viewer,
    ids: readonly string[],
    key: 'slot.submission_id' | 'slot.snapshot_id',
    slotIs: string,
  ): Promise<Map<string, boolean>> {
    if (!viewer.may('submission.mark') || !viewer.personId) return new Map();
    const slots = await viewer.tx.query<Pick<MarkingSlot, 'candidateId' | 'achievementId'> & { id: string }>(
      `SELECT ${key} AS id, slot.candidate_id AS "candidateId", slot.achievement_id AS "achievementId"
       FROM marking_slot slot WHERE ${key} = ANY ($2::uuid[]) AND ${slotIs}`,
      [viewer.personId, [...ids]],
    );
    await viewer.learn(slots.map(({ candidateId }) => candidateId));
    return new Map(ids.map((id) => [id, slots.some((slot) => slot.id === id && assesses(viewer, slot))]));
  }

  /** Of these copies, those of submissions whose assessment the viewer leads. */
  private async ledCopies(viewer: Viewer, ids: readonly string[]): Promise<Map<string, boolean>> {
    if (!viewer.may('assessment.lead')) return new Map();
    const copies = await Promise.all(ids.map((id) => this.submissions.snapshotById(viewer, id)));
    const of = copies.flatMap((copy) => (copy ? [copy] : []));
    const led = await this.leads.led(viewer, [...new Set(of.map(({ submissionId }) => submissionId))]);
    return new Map(of.map((copy) => [copy.id, led.get(copy.submissionId) === true]));
  }

  /** Whether the file is in a handed-in copy that this viewer holds for marking or has marked. */
  private async assesses(viewer: Viewer, fileId: string): Promise<boolean> {
    if (!viewer.may('submission.mark') || !viewer.personId) return false;
    const found = await viewer.load('assessed-file', fileId, async (ids) => {
      // By way of the candidate: else every copy that the viewer ever marked would be opened to look for the file.
      const rows = await viewer.tx.query<Pick<MarkingSlot, 'candidateId' | 'achievementId'> & { id: string }>(
        `SELECT file.id, slot.candidate_id AS "candidateId", slot.achievement_id AS "achievementId"
         FROM stored_file file JOIN marking_slot slot ON slot.candidate_id = file.owner_id
         JOIN submission_snapshot snapshot ON snapshot.id = slot.snapshot_id
         WHERE file.id = ANY ($2::uuid[]) AND slot.assessor_id = $1 AND slot.state IN ('LEASED', 'HANDED_IN')
           AND snapshot.content @> jsonb_build_object('items', jsonb_build_array(jsonb_build_object('fileId', file.id::text)))`,
        [viewer.personId, [...ids]],
      );
      await viewer.learn(rows.map(({ candidateId }) => candidateId));
      return new Map(ids.map((id) => [id, rows.some((row) => row.id === id && assesses(viewer, row))]));
    });
    return found ?? false;
  }

  /** Whether the file is in a copy of a submission whose assessment the viewer leads: who decides an appeal looks at it. */
  private async leadsWith(viewer: Viewer, fileId: string): Promise<boolean> {
    if (!viewer.may('assessment.lead')) return false;
    const found = await viewer.load('led-file', fileId, async (ids) => {
      const rows = await viewer.tx.query<{ id: string; submissionId: string }>(
        `SELECT file.id, submission.id AS "submissionId"
         FROM stored_file file JOIN submission ON submission.person_id = file.owner_id
         JOIN submission_snapshot snapshot ON snapshot.submission_id = submission.id
         WHERE file.id = ANY ($1::uuid[])
           AND snapshot.content @> jsonb_build_object('items', jsonb_build_array(jsonb_build_object('fileId', file.id::text)))`,
        [[...ids]],
      );
      const led = await this.leads.led(viewer, [...new Set(rows.map(({ submissionId }) => submissionId))]);
      return new Map(ids.map((id) => [id, rows.some((row) => row.id === id && led.get(row.submissionId) === true)]));
    });
    return found ?? false;
  }
}

const either = (one: ReadonlyMap<string, boolean>, other: ReadonlyMap<string, boolean>): Map<string, boolean> =>
  new Map([...one.keys(), ...other.keys()].map((id) => [id, one.get(id) === true || other.get(id) === true]));
