import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { EventListeners } from '../../platform/events/event-listeners.js';
import { AchievementsService } from '../achievements/achievements.service.js';
import { DecisionReleased } from '../assessments/assessments.events.js';
import { SubmissionsService } from '../submissions/submissions.service.js';
import { NotificationsService } from './notifications.service.js';

/** What the outcome means for the candidate, in one sentence. The marks themselves stay on their page. */
const SENTENCES: Record<string, string> = {
  PASS: 'You passed. Your badge follows within seconds.',
  NOT_YET: 'Not yet: the assessor says what would meet the open criteria.',
  INSUFFICIENT_EVIDENCE: 'There was not enough evidence to judge; see what is missing.',
  REFERRED: 'It was referred; see what happens next.',
};

/** Tells the candidate that the outcome may be read. */
@Injectable()
export class OnDecisionReleased implements OnModuleInit {
  constructor(
    private readonly listeners: EventListeners,
    private readonly submissions: SubmissionsService,
    private readonly achievements: AchievementsService,
    private readonly notifications: NotificationsService,
  ) {}

  onModuleInit(): void {
    this.listeners.on(DecisionReleased, (system, event) => this.tell(system, event));
  }

  private async tell(system: Viewer, { submissionId, candidateId, outcome }: DecisionReleased): Promise<void> {
    const submission = await this.submissions.submissionById(system, submissionId);
    if (!submission) return;
    const achievement = await this.achievements.versionById(system, submission.achievementVersionId);
    await this.notifications.tell(system, {
      personId: candidateId,
      kind: 'OUTCOME_RELEASED',
      title: `The outcome for ${achievement?.name ?? 'your submission'} is here`,
      body: SENTENCES[outcome] ?? 'See what was decided.',
      subjects: { submissionId, achievementVersionId: submission.achievementVersionId },
      path: `/growth/submissions/${submissionId}`,
    });
  }
}
