import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { EventListeners } from '../../platform/events/event-listeners.js';
import { AchievementsService } from '../achievements/achievements.service.js';
import { PeopleService } from '../people/people.service.js';
import { EvidenceAuditsService } from '../submissions/evidence-audits.service.js';
import { EvidenceOpenedForAudit } from '../submissions/submissions.events.js';
import { SubmissionsService } from '../submissions/submissions.service.js';
import { NotificationsService } from './notifications.service.js';

/** Tells people that an auditor opened what they handed in, who it was and why. */
@Injectable()
export class OnEvidenceAudited implements OnModuleInit {
  constructor(
    private readonly listeners: EventListeners,
    private readonly achievements: AchievementsService,
    private readonly audits: EvidenceAuditsService,
    private readonly notifications: NotificationsService,
    private readonly people: PeopleService,
    private readonly submissions: SubmissionsService,
  ) {}

  onModuleInit(): void {
    this.listeners.on(EvidenceOpenedForAudit, (system, event) => this.tell(system, event));
  }

  private async tell(system: Viewer, { subjectId, submissionId, ownerId }: EvidenceOpenedForAudit): Promise<void> {
    const audit = await this.audits.byId(system, subjectId);
    const submission = await this.submissions.submissionById(system, submissionId);
    if (!audit || !submission) return;
    const auditor = await this.people.byId(system, audit.auditorId);
    const achievement = await this.achievements.versionById(system, submission.achievementVersionId);
    await this.notifications.tell(system, {
      personId: ownerId,
      kind: 'EVIDENCE_AUDITED',
      title: `An auditor opened what you handed in for ${achievement?.name ?? 'an achievement'}`,
      body: `${auditor?.displayName ?? 'An auditor'} gave this reason: ${audit.reason}`,
      subjects: { submissionId, evidenceAuditId: audit.id },
      path: `/growth/submissions/${submissionId}`,
    });
  }
}
