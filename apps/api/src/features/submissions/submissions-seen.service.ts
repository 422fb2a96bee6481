import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { byRule, WhoCanSee } from '../../platform/access/who-can-see.js';
import { CompletionClaim } from './completion-claim.entity.js';
import { CompletionClaimsService } from './completion-claims.service.js';
import { EvidenceAudit } from './evidence-audit.entity.js';
import { EvidenceItem } from './evidence-item.entity.js';
import { EvidenceService } from './evidence.service.js';
import { SubmissionSnapshot } from './submission-snapshot.entity.js';
import { Submission } from './submission.entity.js';
import { MentoringService } from './mentoring.service.js';
import { SubmissionsService } from './submissions.service.js';
import { WitnessStatement } from './witness-statement.entity.js';

/** Tells how evidence and submissions are seen. */
@Injectable()
export class SubmissionsSeen implements OnModuleInit {
  constructor(
    private readonly kinds: WhoCanSee,
    private readonly claims: CompletionClaimsService,
    private readonly evidence: EvidenceService,
    private readonly mentoring: MentoringService,
    private readonly submissions: SubmissionsService,
  ) {}

  onModuleInit(): void {
    this.kinds.register({
      entity: EvidenceItem,
      name: 'Evidence in a private library',
      subject: (row) => row.personId,
      involved: (system, row) => mentorsOf(system, row.personId),
      aspects: [{ what: 'The item', sees: async (viewer, id) => (await this.evidence.find(viewer, id)) !== null }],
    });
    this.kinds.register({
      entity: Submission,
      name: 'Submission',
      subject: (row) => row.personId,
      involved: async (system, row) => [
        ...(await markersOf(system, row.id)),
        ...(await mentorsOf(system, row.personId)),
      ],
      aspects: [
        { what: 'All of it', sees: async (viewer, id) => (await this.submissions.find(viewer, id)) !== null },
        { what: 'Where it stands', sees: async (viewer, id) => (await this.submissions.seen(viewer, id)) !== null },
        {
          what: 'What is written so far, to help with it',
          sees: async (viewer, id) => (await this.mentoring.mentored(viewer, id)) !== null,
        },
        { what: 'The handed-in copy, by a code instead of a name', sees: (viewer, id) => this.readsCopy(viewer, id) },
        {
          what: 'The handed-in copy, after writing a reason that its owner reads',
          sees: (viewer) => Promise.resolve(viewer.may('evidence.audit')),
        },
      ],
    });
    this.kinds.register({
      entity: WitnessStatement,
      name: 'Question to a witness',
      subject: (row) => row.ownerId,
      involved: (_system, row) => Promise.resolve(row.witnessPersonId ? [row.witnessPersonId] : []),
      aspects: [{ what: 'The question and what the witness said', sees: byRule(WitnessStatement, 'read') }],
      outside: (system, row) => Promise.resolve(linkTo(system, row)),
    });
    this.kinds.register({
      entity: CompletionClaim,
      name: 'Word that somebody finished a course',
      subject: (row) => row.personId,
      aspects: [
        { what: 'The word and its proof', sees: async (viewer, id) => (await this.claims.find(viewer, id)) !== null },
      ],
    });
    this.kinds.register({
      entity: EvidenceAudit,
      name: 'Look of an auditor at evidence',
      subject: (row) => row.ownerId,
      aspects: [{ what: 'Who looked, when and why', sees: byRule(EvidenceAudit, 'see') }],
    });
  }

  /** Whoever reads it in its owner's place; the owner is told of by the other aspects. */
  private async readsCopy(viewer: Viewer, submissionId: string): Promise<boolean> {
    if (await this.submissions.find(viewer, submissionId)) return false;
    const copies = await viewer.tx.manager.findBy(SubmissionSnapshot, { submissionId });
    for (const { id } of copies) if (await this.submissions.copyFor(viewer, id)) return true;
    return false;
  }
}

async function markersOf(system: Viewer, submissionId: string): Promise<string[]> {
  const rows = await system.tx.query<{ id: string }>(
    `SELECT assessor_id AS id FROM marking_slot WHERE submission_id = $1 AND assessor_id IS NOT NULL
     UNION SELECT mark.assessor_id FROM mark JOIN marking_slot slot ON slot.id = slot_id WHERE slot.submission_id = $1`,
    [submissionId],
  );
  return rows.map(({ id }) => id);
}

/** Whoever helps with something that the person writes; a handful. */
async function mentorsOf(system: Viewer, ownerId: string): Promise<string[]> {
  const rows = await system.tx.query<{ id: string }>(
    `SELECT DISTINCT mentor.person_id AS id FROM prior_learning_mentor mentor
     JOIN submission ON submission.id = mentor.submission_id WHERE submission.person_id = $1`,
    [ownerId],
  );
  return rows.map(({ id }) => id);
}

/** The link that was mailed to a witness opens the question until it is answered, taken back or over. */
function linkTo(system: Viewer, { tokenHash, revokedAt, answeredAt, expiresAt }: WitnessStatement): string | null {
  const opens = tokenHash !== null && revokedAt === null && answeredAt === null && expiresAt > system.now;
  return opens ? 'Whoever has the link that was mailed to the witness.' : null;
}
