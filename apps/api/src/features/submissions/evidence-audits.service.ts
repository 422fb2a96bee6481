import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In, MoreThan } from 'typeorm';
import { can } from '../../platform/access/policy.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { isId, newId } from '../../platform/database/id.js';
import { record } from '../../platform/events/event.js';
import { InvalidInput, NotFound } from '../../platform/graphql/refusal.js';
import { FilesService } from '../../platform/storage/files.service.js';
import type { StoredFile } from '../../platform/storage/stored-file.entity.js';
import { AUDIT_MINUTES, EvidenceAudit } from './evidence-audit.entity.js';
import { OPEN_AUDIT } from './submission.policy.js';
import { EvidenceOpenedForAudit } from './submissions.events.js';

/** What an auditor must know before opening; what is in it stays closed. */
export interface FrozenSubmission {
  submissionId: string;
  ownerId: string;
  achievementId: string;
  achievementVersionId: string;
}

const LEAST_REASON = 10;
const MOST_REASON = 500;

/** Auditors look at frozen evidence: for an hour, for a reason that its owner reads. */
@Injectable()
export class EvidenceAuditsService implements OnModuleInit {
  constructor(private readonly files: FilesService) {}

  onModuleInit(): void {
    this.files.alsoReadableWhen((viewer, file) => this.isOpen(viewer, file));
  }

  /** A submission with a frozen copy of somebody whom the viewer may audit; everything else does not exist. */
  async frozen(viewer: Viewer, submissionId: string): Promise<FrozenSubmission | null> {
    if (!isId(submissionId)) return null;
    const [found] = await viewer.tx.query<FrozenSubmission>(
      `SELECT submission_id AS "submissionId", owner_id AS "ownerId", achievement_id AS "achievementId",
         achievement_version_id AS "achievementVersionId" FROM app_frozen_submission($1)`,
      [submissionId],
    );
    return found && !viewer.isSelf(found.ownerId) && viewer.may('evidence.audit') ? found : null;
  }

  /** Opens it. Asking again with the same reason while it is open changes nothing. */
  async open(viewer: Viewer, submissionId: string, given: string): Promise<EvidenceAudit | InvalidInput | NotFound> {
    const frozen = await this.frozen(viewer, submissionId);
    if (!frozen || !viewer.personId) return new NotFound('This submission');
    const reason = given.trim();
    if (reason.length < LEAST_REASON)
      return InvalidInput.of(
        'reason',
        'Say in a sentence why you open it; the person whose evidence it is will read it.',
      );
    if (reason.length > MOST_REASON)
      return InvalidInput.of('reason', `A reason has at most ${MOST_REASON} characters.`);

    await viewer.tx.aloneIn(`evidence audit ${viewer.personId} ${submissionId}`);
    const before = await this.lookUp(viewer, [submissionId]);
    const same = before.find((audit) => audit.reason === reason);
    if (same) return same;
    const audit = viewer.tx.manager.create(EvidenceAudit, {
      id: newId(),
      submissionId,
      ownerId: frozen.ownerId,
      auditorId: viewer.personId,
      reason,
      openedAt: viewer.now,
      until: new Date(viewer.now.getTime() + AUDIT_MINUTES * 60_000),
    });
    await viewer.tx.manager.insert(EvidenceAudit, audit);
    await record(viewer, new EvidenceOpenedForAudit(audit.id, submissionId, frozen.ownerId));
    viewer.forget(OPEN_AUDIT, submissionId);
    return audit;
  }

  byId(viewer: Viewer, id: string): Promise<EvidenceAudit | null> {
    return viewer.tx.manager.findOneBy(EvidenceAudit, { id });
  }

  /** The viewer's own that is open now; null when there is none. */
  openOf(viewer: Viewer, submissionId: string): Promise<EvidenceAudit | null> {
    if (!viewer.may('evidence.audit')) return Promise.resolve(null);
    return viewer.load(OPEN_AUDIT, submissionId, async (ids) => {
      const audits = await this.lookUp(viewer, ids);
      return new Map(audits.map((audit) => [audit.submissionId, audit]));
    });
  }

  /** Oldest first, so that the latest stays in a map by submission. */
  private async lookUp(viewer: Viewer, submissionIds: readonly string[]): Promise<EvidenceAudit[]> {
    const audits = await viewer.tx.manager.find(EvidenceAudit, {
      where: { submissionId: In([...submissionIds]), auditorId: viewer.personId ?? '', until: MoreThan(viewer.now) },
      order: { openedAt: 'ASC', id: 'ASC' },
    });
    return audits.filter((audit) => can(viewer, 'look', audit));
  }

  /** Whether a file is part of something that is open to this auditor now. */
  private async isOpen(viewer: Viewer, file: StoredFile): Promise<boolean> {
    if (!viewer.may('evidence.audit')) return false;
    const audits = await viewer.tx.query<{ submissionId: string }>(
      `SELECT submission_id AS "submissionId" FROM evidence_audit JOIN submission_snapshot taken USING (submission_id)
       WHERE auditor_id = $1 AND until > $2 AND owner_id = $3
         AND taken.content @> jsonb_build_object('items', jsonb_build_array(jsonb_build_object('fileId', $4::text)))`,
      [viewer.personId, viewer.now, file.ownerId, file.id],
    );
    const open = await Promise.all(audits.map(({ submissionId }) => this.openOf(viewer, submissionId)));
    return open.some((audit) => audit !== null);
  }
}
