import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { EventListeners } from '../../platform/events/event-listeners.js';
import { AchievementsService } from '../achievements/achievements.service.js';
import { CompletionsService } from '../courses/completions.service.js';
import { CompletionWithdrawn } from '../courses/courses.events.js';
import { CoursesService } from '../courses/courses.service.js';
import { CompletionFollowed } from '../submissions/submissions.events.js';
import { SubmissionsService } from '../submissions/submissions.service.js';
import { NotificationsService } from './notifications.service.js';

/** Tells people what a course that they finished led to, and when that was taken back. */
@Injectable()
export class OnCourseCompleted implements OnModuleInit {
  constructor(
    private readonly listeners: EventListeners,
    private readonly achievements: AchievementsService,
    private readonly completions: CompletionsService,
    private readonly courses: CoursesService,
    private readonly notifications: NotificationsService,
    private readonly submissions: SubmissionsService,
  ) {}

  onModuleInit(): void {
    this.listeners.on(CompletionFollowed, (system, event) => this.tell(system, event));
    this.listeners.on(CompletionWithdrawn, (system, event) => this.tellWithdrawn(system, event));
  }

  private async tell(
    system: Viewer,
    { subjectId, personId, itemId, submissionIds }: CompletionFollowed,
  ): Promise<void> {
    const completion = await this.completions.completionById(system, subjectId);
    const course = completion && (await this.courses.byId(system, completion.courseId));
    if (!course) return;
    const names = await Promise.all(submissionIds.map((id) => this.achievementOf(system, id)));
    const [first] = submissionIds;
    await this.notifications.tell(system, {
      personId,
      kind: 'COURSE_COMPLETED',
      title: `You finished ${course.title}`,
      body: first
        ? `It is in your evidence library, and in your draft for ${names.join(' and ')}. Say there what it shows, add your work, and hand it in when you are ready.`
        : 'It is in your evidence library. Use it wherever it shows what you can do.',
      subjects: { courseId: course.id, evidenceItemId: itemId, ...(first ? { submissionId: first } : {}) },
      path: first ? `/growth/submissions/${first}` : '/growth/evidence',
    });
  }

  private async tellWithdrawn(system: Viewer, { subjectId, personId }: CompletionWithdrawn): Promise<void> {
    const completion = await this.completions.completionById(system, subjectId);
    const course = completion && (await this.courses.byId(system, completion.courseId));
    if (!course) return;
    await this.notifications.tell(system, {
      personId,
      kind: 'COMPLETION_WITHDRAWN',
      title: `The completion of ${course.title} was taken back`,
      body: `The reason: ${completion.withdrawnReason ?? ''}`,
      subjects: { courseId: course.id },
      path: `/growth/courses/${course.id}`,
    });
  }

  private async achievementOf(system: Viewer, submissionId: string): Promise<string> {
    const submission = await this.submissions.submissionById(system, submissionId);
    const version = submission && (await this.achievements.versionById(system, submission.achievementVersionId));
    return version?.name ?? 'an achievement';
  }
}
