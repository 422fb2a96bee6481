import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { EventListeners } from '../../platform/events/event-listeners.js';
import { AchievementsService } from '../achievements/achievements.service.js';
import { AdjudicationAsked, ReconciliationOpened, ReconciliationSigned } from '../assessments/assessments.events.js';
import { PeopleService } from '../people/people.service.js';
import { SubmissionsService } from '../submissions/submissions.service.js';
import { NotificationsService } from './notifications.service.js';

/** Tells two assessors that their marks differ, each of them when the other agreed, and leads when no two agree. */
@Injectable()
export class OnMarksDiffer implements OnModuleInit {
  constructor(
    private readonly listeners: EventListeners,
    private readonly achievements: AchievementsService,
    private readonly notifications: NotificationsService,
    private readonly people: PeopleService,
    private readonly submissions: SubmissionsService,
  ) {}

  onModuleInit(): void {
    this.listeners.on(ReconciliationOpened, (system, { submissionId, assessorIds }) =>
      this.tell(system, submissionId, assessorIds, 'MARKS_DIFFER', {
        title: (name) => `Two marks differ for ${name}`,
        body: 'See both beside each other, talk, and agree on one. Your own mark stays as it is.',
      }),
    );
    this.listeners.on(ReconciliationSigned, (system, { submissionId, waitsForId }) =>
      this.tell(system, submissionId, [waitsForId], 'MARKS_DIFFER', {
        title: (name) => `The other assessor agrees on ${name}`,
        body: 'What stands there waits for your word.',
      }),
    );
    this.listeners.on(AdjudicationAsked, async (system, { submissionId }) => {
      const leads = await this.people.everywhereIn(system, 'ASSESSMENT_LEAD');
      await this.tell(
        system,
        submissionId,
        leads.map(({ id }) => id),
        'ADJUDICATION_ASKED',
        {
          title: (name) => `Three marks, and no two agree: ${name}`,
          body: 'Somebody who leads assessment is to settle it.',
        },
      );
    });
  }

  private async tell(
    system: Viewer,
    submissionId: string,
    people: readonly string[],
    kind: 'ADJUDICATION_ASKED' | 'MARKS_DIFFER',
    words: { title: (name: string) => string; body: string },
  ): Promise<void> {
    const submission = await this.submissions.submissionById(system, submissionId);
    // Settled meanwhile: nobody waits any more.
    if (submission?.state !== 'RECONCILING') return;
    const version = await this.achievements.versionById(system, submission.achievementVersionId);
    for (const personId of people)
      await this.notifications.tell(system, {
        personId,
        kind,
        title: words.title(version?.name ?? 'an achievement'),
        body: words.body,
        subjects: { submissionId },
        path: `/reviews/reconcile/${submissionId}`,
      });
  }
}
