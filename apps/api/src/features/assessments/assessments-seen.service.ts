import { Injectable, type OnModuleInit } from '@nestjs/common';
import { can } from '../../platform/access/policy.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { byRule, WhoCanSee } from '../../platform/access/who-can-see.js';
import { Submission } from '../submissions/submission.entity.js';
import { SubmissionsService } from '../submissions/submissions.service.js';
import { AssessorQualification } from './assessor-qualification.entity.js';
import { hasPart } from './assessment.policy.js';
import { CasesService } from './cases.service.js';
import { Decision } from './decision.entity.js';
import { DecisionsService } from './decisions.service.js';
import { Mark } from './mark.entity.js';
import { MarkingSlot } from './marking-slot.entity.js';
import { MarksOfService } from './marks-of.service.js';
import { Moderation } from './moderation.entity.js';
import { Reconciliation } from './reconciliation.entity.js';
import { ReviewQueueService } from './review-queue.service.js';

/** Tells how places in the review queue are seen, and what came of them. */
@Injectable()
export class AssessmentsSeen implements OnModuleInit {
  constructor(
    private readonly kinds: WhoCanSee,
    private readonly cases: CasesService,
    private readonly decisions: DecisionsService,
    private readonly marks: MarksOfService,
    private readonly queue: ReviewQueueService,
    private readonly submissions: SubmissionsService,
  ) {}

  onModuleInit(): void {
    this.kinds.also(Submission, {
      what: 'The outcome with its feedback',
      sees: async (viewer, id) => (await this.decisions.seen(viewer, id)) !== null,
    });
    this.kinds.also(Submission, {
      what: 'Its case: who judges it, what was decided and why',
      sees: async (viewer, id) => viewer.may('assessment.lead') && (await this.cases.find(viewer, id)) !== null,
    });
    this.kinds.register({
      entity: MarkingSlot,
      name: 'Place in the review queue',
      subject: (row) => row.candidateId,
      involved: (_system, row) => Promise.resolve(row.assessorId ? [row.assessorId] : []),
      aspects: [
        {
          what: 'That it waits or is being marked, by a code instead of a name',
          sees: async (viewer, id) => (await this.queue.find(viewer, id)) !== null,
        },
      ],
    });
    this.kinds.register({
      entity: Mark,
      name: 'Judgement',
      subject: async (row, system) =>
        (await system.tx.manager.findOneBy(MarkingSlot, { id: row.slotId }))?.candidateId ?? null,
      involved: (_system, row) => Promise.resolve([row.assessorId]),
      aspects: [{ what: 'The judgement', sees: (viewer, id) => this.seesMark(viewer, id) }],
    });
    this.registerOutcomes();
  }

  private registerOutcomes(): void {
    this.kinds.register({
      entity: Decision,
      name: 'Decision',
      subject: (row, system) => this.candidateOf(system, row.submissionId),
      aspects: [{ what: 'The decision', sees: (viewer, id) => this.seesPart(viewer, Decision, 'see', id) }],
    });
    this.kinds.register({
      entity: Reconciliation,
      name: 'Agreement of two marks',
      subject: (row, system) => this.candidateOf(system, row.submissionId),
      involved: (_system, row) => Promise.resolve([row.firstAssessorId, row.secondAssessorId]),
      aspects: [
        {
          what: 'Where they differ and what was agreed',
          sees: (viewer, id) => this.seesPart(viewer, Reconciliation, 'read', id),
        },
      ],
    });
    this.kinds.register({
      entity: Moderation,
      name: 'Moderation',
      subject: (row, system) => this.candidateOf(system, row.submissionId),
      involved: (_system, row) => Promise.resolve([row.moderatorId]),
      aspects: [
        { what: 'What the moderator found', sees: (viewer, id) => this.seesPart(viewer, Moderation, 'read', id) },
      ],
    });
    this.kinds.register({
      entity: AssessorQualification,
      name: 'Qualification to assess',
      subject: (row) => row.personId,
      aspects: [{ what: 'The qualification and how far it is trusted', sees: byRule(AssessorQualification, 'see') }],
    });
  }

  /** One's own, or one of those that are open to whoever has part in the submission. */
  private async seesMark(viewer: Viewer, id: string): Promise<boolean> {
    if (await byRule(Mark, 'read')(viewer, id)) return true;
    const [of] = await viewer.tx.query<{ submissionId: string }>(
      'SELECT slot.submission_id AS "submissionId" FROM mark JOIN marking_slot slot ON slot.id = slot_id WHERE mark.id = $1',
      [id],
    );
    if (!of) return false;
    await this.decisions.learnPart(viewer, of.submissionId);
    if (!hasPart(viewer, of.submissionId)) return false;
    return (await this.marks.all(viewer, of.submissionId)).some(({ markId }) => markId === id);
  }

  private async seesPart(
    viewer: Viewer,
    entity: typeof Decision | typeof Reconciliation | typeof Moderation,
    action: string,
    id: string,
  ): Promise<boolean> {
    const row = await viewer.tx.manager.findOneBy<Decision | Reconciliation | Moderation>(entity, { id });
    if (!row) return false;
    await this.decisions.learnPart(viewer, row.submissionId);
    return can(viewer, action, row);
  }

  private async candidateOf(system: Viewer, submissionId: string): Promise<string | null> {
    return (await this.submissions.submissionById(system, submissionId))?.personId ?? null;
  }
}
