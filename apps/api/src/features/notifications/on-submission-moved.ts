import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { EventListeners } from '../../platform/events/event-listeners.js';
import { AchievementsService } from '../achievements/achievements.service.js';
import type { SubmissionState } from '../submissions/submission.lifecycle.js';
import { SubmissionMoved } from '../submissions/submissions.events.js';
import { SubmissionsService } from '../submissions/submissions.service.js';
import { NotificationsService } from './notifications.service.js';

/** What the candidate hears of a step, with the reason that was given. Steps of marking are not among them. */
const STEPS: Partial<Record<SubmissionState, { title: (name: string) => string; body: (reason: string) => string }>> = {
  RETURNED: {
    title: (name) => `What you handed in for ${name} came back`,
    body: (reason) => `It cannot be marked as it is, and this costs no attempt. ${reason}`,
  },
  ON_HOLD: {
    title: (name) => `Your submission for ${name} is paused`,
    body: (reason) => `The time to answer stands still meanwhile. ${reason}`,
  },
  VOID: {
    title: (name) => `Your submission for ${name} was declared void`,
    body: (reason) => `${reason} You can appeal on its page.`,
  },
};

/** Tells candidates when what they handed in comes back, waits, goes on, or counts no more. */
@Injectable()
export class OnSubmissionMoved implements OnModuleInit {
  constructor(
    private readonly listeners: EventListeners,
    private readonly achievements: AchievementsService,
    private readonly notifications: NotificationsService,
    private readonly submissions: SubmissionsService,
  ) {}

  onModuleInit(): void {
    this.listeners.on(SubmissionMoved, (system, event) => this.tell(system, event));
  }

  private async tell(system: Viewer, { subjectId, personId, before, after }: SubmissionMoved): Promise<void> {
    const step = STEPS[after];
    const goesOn = before === 'ON_HOLD' && !step;
    if (!step && !goesOn) return;
    const submission = await this.submissions.submissionById(system, subjectId);
    if (!submission) return;
    const version = await this.achievements.versionById(system, submission.achievementVersionId);
    const name = version?.name ?? 'an achievement';
    const steps = await this.submissions.timelineOf(system, subjectId);
    const reason = steps.findLast((each) => each.toState === after)?.note ?? '';
    await this.notifications.tell(system, {
      personId,
      kind: 'SUBMISSION_MOVED',
      title: step ? step.title(name) : `Your submission for ${name} goes on`,
      body: step ? step.body(reason).trim() : 'The pause is over; the time to answer counts again.',
      subjects: { submissionId: subjectId, achievementVersionId: submission.achievementVersionId },
      path: `/growth/submissions/${subjectId}`,
    });
  }
}
