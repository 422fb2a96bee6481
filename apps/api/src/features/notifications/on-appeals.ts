import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { EventListeners } from '../../platform/events/event-listeners.js';
import { AchievementsService } from '../achievements/achievements.service.js';
import { AppealDecided, AppealLodged, AppealTakenUp, OutcomeChanged, RecallOpened } from '../appeals/appeals.events.js';
import { PeopleService } from '../people/people.service.js';
import { SubmissionsService } from '../submissions/submissions.service.js';
import { NotificationsService } from './notifications.service.js';

const ANSWERS: Record<string, string> = {
  UPHELD: 'You were right. What follows from it stands on the page of your submission.',
  PARTLY_UPHELD: 'You were right in part. What follows from it stands on the page of your submission.',
  DISMISSED: 'The decision stays as it is; the reasons stand on the page of your submission.',
  OUT_OF_SCOPE: 'This is nothing an appeal can decide; the reasons stand on the page of your submission.',
};

/** Tells candidates how far their appeal is, and leads that one waits or that other decisions are to be looked at again. */
@Injectable()
export class OnAppeals implements OnModuleInit {
  constructor(
    private readonly listeners: EventListeners,
    private readonly achievements: AchievementsService,
    private readonly notifications: NotificationsService,
    private readonly people: PeopleService,
    private readonly submissions: SubmissionsService,
  ) {}

  onModuleInit(): void {
    this.listeners.on(AppealLodged, async (system, { subjectId, submissionId }) =>
      this.tellLeads(system, {
        kind: 'APPEAL_LODGED',
        title: `An appeal waits: ${await this.nameOf(system, submissionId)}`,
        body: 'Somebody who took no part in the decision is to look at it.',
        subjects: { appealId: subjectId, submissionId },
        path: '/reviews/appeals',
      }),
    );
    this.listeners.on(AppealTakenUp, (system, event) =>
      this.tellCandidate(
        system,
        event,
        'Your appeal was taken up',
        'People who took no part in the decision look at it.',
      ),
    );
    this.listeners.on(AppealDecided, (system, event) =>
      this.tellCandidate(system, event, 'Your appeal was answered', ANSWERS[event.outcome] ?? 'See what was decided.'),
    );
    this.listeners.on(OutcomeChanged, async (system, event) =>
      this.tellCandidate(
        system,
        event,
        `The outcome for ${await this.nameOf(system, event.submissionId)} is another one now`,
        'What was decided before does not count any more. See what counts, and why.',
      ),
    );
    this.listeners.on(RecallOpened, (system, { subjectId, items }) =>
      this.tellLeads(system, {
        kind: 'RECALL_OPENED',
        title: 'Other decisions may have the same fault',
        body: `${items === 1 ? 'One decision is' : `${items} decisions are`} to be looked at again.`,
        subjects: { recallId: subjectId },
        path: '/reviews/appeals',
      }),
    );
  }

  private tellCandidate(
    system: Viewer,
    { subjectId, submissionId, candidateId }: { subjectId: string; submissionId: string; candidateId: string },
    title: string,
    body: string,
  ): Promise<void> {
    return this.notifications.tell(system, {
      personId: candidateId,
      kind: 'APPEAL_MOVED',
      title,
      body,
      subjects: { subjectId, submissionId },
      path: `/growth/submissions/${submissionId}`,
    });
  }

  private async tellLeads(
    system: Viewer,
    words: Omit<Parameters<NotificationsService['tell']>[1], 'personId'>,
  ): Promise<void> {
    for (const { id } of await this.people.everywhereIn(system, 'ASSESSMENT_LEAD'))
      await this.notifications.tell(system, { personId: id, ...words });
  }

  private async nameOf(system: Viewer, submissionId: string): Promise<string> {
    const submission = await this.submissions.submissionById(system, submissionId);
    const version = submission && (await this.achievements.versionById(system, submission.achievementVersionId));
    return version?.name ?? 'an achievement';
  }
}
