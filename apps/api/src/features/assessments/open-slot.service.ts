import { randomInt } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { FilesService } from '../../platform/storage/files.service.js';
import { newId } from '../../platform/database/id.js';
import { AchievementsService } from '../achievements/achievements.service.js';
import type { Submission } from '../submissions/submission.entity.js';
import type { SubmissionSnapshot } from '../submissions/submission-snapshot.entity.js';
import { SubmissionsService } from '../submissions/submissions.service.js';
import { assesses } from './assessment.policy.js';
import { MarkingSlot } from './marking-slot.entity.js';
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
    private readonly submissions: SubmissionsService,
  ) {}

  onModuleInit(): void {
    this.submissions.whenQueued((viewer, submission, snapshot) => this.open(viewer, submission, snapshot));
    this.submissions.whenWithdrawn((viewer, submission) => this.cancel(viewer, submission));
    this.files.alsoReadableWhen((viewer, file) => this.assesses(viewer, file.id));
    this.submissions.judgedBy(
      (viewer, ids) =>
        this.judged(
          viewer,
          ids,
          'slot.submission_id',
          `slot.assessor_id = $1 AND slot.state IN ('LEASED', 'HANDED_IN')`,
        ),
      // Whose lease ran out while writing keeps sight of what the words are about.
      (viewer, ids) =>
        this.judged(
          viewer,
          ids,
          'slot.snapshot_id',
          `slot.state <> 'CANCELLED' AND (slot.assessor_id = $1 AND slot.state IN ('LEASED', 'HANDED_IN')
             OR EXISTS (SELECT FROM mark WHERE mark.slot_id = slot.id AND mark.assessor_id = $1))`,
        ),
    );
  }

  private async open(viewer: Viewer, submission: Submission, snapshot: SubmissionSnapshot): Promise<void> {
    const version = await this.achievements.versionById(viewer, submission.achievementVersionId);
    if (!version) throw new Error(`Submission ${submission.id} is for no achievement.`);
    await viewer.tx.manager.insert(MarkingSlot, {
      id: newId(),
      submissionId: submission.id,
      snapshotId: snapshot.id,
      achievementVersionId: version.id,
      achievementId: version.achievementId,
      achievementName: version.name,
      candidateId: submission.personId,
      candidateCode: Array.from({ length: 4 }, () => CODE_LETTERS[randomInt(CODE_LETTERS.length)]).join(''),
      purpose: 'FIRST',
      state: 'OPEN',
      attemptNo: submission.attemptNo,
      criteriaCount: version.rubric.criteria.length,
      itemCount: snapshot.content.items.length,
      submittedAt: viewer.now,
      dueAt: afterWorkingDays(viewer.now, DUE_AFTER_WORKING_DAYS),
      assessorId: null,
      leaseUntil: null,
      backInQueue: false,
      putBackReason: null,
      handedInAt: null,
    });
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
}
