import { Injectable, type OnModuleInit } from '@nestjs/common';
import { can } from '../../platform/access/policy.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { newId } from '../../platform/database/id.js';
import { FilesService } from '../../platform/storage/files.service.js';
import type { StoredFile } from '../../platform/storage/stored-file.entity.js';
import { EvidenceAuditsService } from './evidence-audits.service.js';
import { EvidenceOpening } from './evidence-opening.entity.js';
import './submission.policy.js';
import type { SubmissionSnapshot } from './submission-snapshot.entity.js';
import { SubmissionsService } from './submissions.service.js';

const MOST_SHOWN = 50;

/** Who opened whose evidence: written in the transaction that shows it, read by its owner and by auditors. */
@Injectable()
export class EvidenceOpeningsService implements OnModuleInit {
  constructor(
    private readonly audits: EvidenceAuditsService,
    private readonly files: FilesService,
    private readonly submissions: SubmissionsService,
  ) {}

  onModuleInit(): void {
    this.files.whenOpened((viewer, file) => this.fileOpened(viewer, file));
  }

  /** A frozen copy is being shown with what is in it; those of a list are written together. */
  async snapshotRead(viewer: Viewer, snapshot: SubmissionSnapshot): Promise<void> {
    if (viewer.personId === null) return;
    shown(viewer).set(snapshot.id, snapshot);
    await viewer.load('snapshot-read', snapshot.id, async (ids) => {
      const snapshots = ids.flatMap((id) => shown(viewer).get(id) ?? []);
      const read = await Promise.all(snapshots.map((each) => this.itemsRead(viewer, each)));
      await write(viewer, read.flat());
      return new Map(ids.map((id) => [id, true]));
    });
  }

  /** The openings of an item, newest first. */
  ofItem(viewer: Viewer, itemId: string): Promise<EvidenceOpening[]> {
    return this.newest(viewer, 'item_id', itemId);
  }

  ofSubmission(viewer: Viewer, submissionId: string): Promise<EvidenceOpening[]> {
    return this.newest(viewer, 'submission_id', submissionId);
  }

  private async itemsRead(viewer: Viewer, snapshot: SubmissionSnapshot): Promise<Read[]> {
    const submission = await this.submissions.submissionById(viewer, snapshot.submissionId);
    if (!submission || viewer.isSelf(submission.personId)) return [];
    const audit = await this.audits.openOf(viewer, submission.id);
    return snapshot.content.items.map(({ itemId }) => ({
      ownerId: submission.personId,
      submissionId: submission.id,
      snapshotId: snapshot.id,
      itemId,
      auditId: audit?.id ?? null,
      reason: audit?.reason ?? null,
    }));
  }

  /** A file of somebody else is being fetched: the item of the newest frozen copy that holds it was opened. */
  private async fileOpened(viewer: Viewer, file: StoredFile): Promise<void> {
    if (viewer.personId === null || viewer.isSelf(file.ownerId)) return;
    await viewer.tx.query(
      `INSERT INTO evidence_opening (id, at, owner_id, opener_id, submission_id, snapshot_id, item_id, file_id, how, audit_id, reason, day)
       SELECT $1, $2, submission.person_id, $3, submission.id, taken.id, (item ->> 'itemId')::uuid, $4::uuid, 'FILE', audit.id, audit.reason, $6
       FROM submission JOIN submission_snapshot taken ON taken.submission_id = submission.id
         CROSS JOIN jsonb_array_elements(taken.content -> 'items') AS item
         LEFT JOIN LATERAL (
           SELECT id, reason FROM evidence_audit WHERE submission_id = submission.id AND auditor_id = $3 AND until > $2
           ORDER BY opened_at DESC LIMIT 1
         ) audit ON true
       WHERE submission.person_id = $5 AND item ->> 'fileId' = $4::uuid::text
       ORDER BY audit.id IS NULL, taken.taken_at DESC LIMIT 1 ON CONFLICT DO NOTHING`,
      [newId(), viewer.now, viewer.personId, file.id, file.ownerId, dayOf(viewer)],
    );
  }

  private async newest(viewer: Viewer, column: 'item_id' | 'submission_id', id: string): Promise<EvidenceOpening[]> {
    const found = await viewer.load(`openings by ${column}`, id, async (ids) => {
      const rows = await viewer.tx.query<EvidenceOpening & { of: string }>(
        `SELECT asked.id AS of, opening.id, opening.at, opening.owner_id AS "ownerId", opening.opener_id AS "openerId",
           opening.submission_id AS "submissionId", opening.snapshot_id AS "snapshotId", opening.item_id AS "itemId",
           opening.file_id AS "fileId", opening.how, opening.audit_id AS "auditId", opening.reason
         FROM unnest($1::uuid[]) AS asked (id) CROSS JOIN LATERAL (
           SELECT * FROM evidence_opening WHERE ${column} = asked.id ORDER BY at DESC, id DESC LIMIT ${MOST_SHOWN}
         ) opening`,
        [[...ids]],
      );
      return new Map(ids.map((each) => [each, rows.filter((row) => row.of === each)]));
    });
    const openings = (found ?? []).map((row) => viewer.tx.manager.create(EvidenceOpening, row));
    return openings.filter((opening) => can(viewer, 'read', opening));
  }
}

type Read = Pick<EvidenceOpening, 'ownerId' | 'submissionId' | 'snapshotId' | 'itemId' | 'auditId' | 'reason'>;

/** The frozen copies that this request shows: the loader is asked by id and need not fetch them again. */
const SHOWN = new WeakMap<Viewer, Map<string, SubmissionSnapshot>>();

function shown(viewer: Viewer): Map<string, SubmissionSnapshot> {
  const copies = SHOWN.get(viewer) ?? new Map<string, SubmissionSnapshot>();
  SHOWN.set(viewer, copies);
  return copies;
}

async function write(viewer: Viewer, read: Read[]): Promise<void> {
  if (read.length === 0) return;
  await viewer.tx.query(
    `INSERT INTO evidence_opening (id, at, owner_id, opener_id, submission_id, snapshot_id, item_id, how, audit_id, reason, day)
     SELECT id, $8, owner_id, $9, submission_id, snapshot_id, item_id, 'READ', audit_id, reason, $10
     FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[], $6::uuid[], $7::text[])
       AS item (id, owner_id, submission_id, snapshot_id, item_id, audit_id, reason)
     ON CONFLICT DO NOTHING`,
    [
      read.map(newId),
      read.map(({ ownerId }) => ownerId),
      read.map(({ submissionId }) => submissionId),
      read.map(({ snapshotId }) => snapshotId),
      read.map(({ itemId }) => itemId),
      read.map(({ auditId }) => auditId),
      read.map(({ reason }) => reason),
      viewer.now,
      viewer.personId,
      dayOf(viewer),
    ],
  );
}

const dayOf = (viewer: Viewer) => viewer.now.toISOString().slice(0, 10);
