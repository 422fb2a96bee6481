import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { EventListeners } from '../../platform/events/event-listeners.js';
import { AchievementsService } from '../achievements/achievements.service.js';
import { JudgementAsked } from '../assessments/assessments.events.js';
import { EligibilityService } from '../assessments/eligibility.service.js';
import { PeopleService } from '../people/people.service.js';
import { SubmissionsService } from '../submissions/submissions.service.js';
import { NotificationsService } from './notifications.service.js';

/** So many are asked, those with most room first: who asks everybody is answered by nobody. */
const MOST_ASKED = 5;

/** Tells those who could moderate or mark a third time that they are wanted, and leads where nobody could. */
@Injectable()
export class OnJudgementAsked implements OnModuleInit {
  constructor(
    private readonly listeners: EventListeners,
    private readonly achievements: AchievementsService,
    private readonly eligibility: EligibilityService,
    private readonly notifications: NotificationsService,
    private readonly people: PeopleService,
    private readonly submissions: SubmissionsService,
  ) {}

  onModuleInit(): void {
    this.listeners.on(JudgementAsked, (system, event) => this.ask(system, event));
  }

  private async ask(system: Viewer, { subjectId, submissionId, purpose }: JudgementAsked): Promise<void> {
    const able = await this.eligibility.ableTo(system, subjectId);
    const submission = await this.submissions.submissionById(system, submissionId);
    const version = submission && (await this.achievements.versionById(system, submission.achievementVersionId));
    const name = version?.name ?? 'an achievement';
    const isCheck = purpose === 'MODERATION';
    const subjects = { markingSlotId: subjectId, submissionId };
    for (const personId of able.slice(0, MOST_ASKED))
      await this.notifications.tell(system, {
        personId,
        kind: 'JUDGEMENT_ASKED',
        title: isCheck ? `A decision on ${name} waits to be checked` : `A third mark is wanted for ${name}`,
        body: 'You could take it. Whoever is first has it.',
        subjects,
        path: isCheck ? '/reviews/moderation' : '/reviews',
      });
    if (able.length > 0) return;
    for (const { id: personId } of await this.people.everywhereIn(system, 'ASSESSMENT_LEAD'))
      await this.notifications.tell(system, {
        personId,
        kind: 'JUDGEMENT_LACKING',
        title: isCheck ? `Nobody can check a decision on ${name}` : `Nobody can mark ${name} a third time`,
        body: 'A rule stands against everybody who may assess it, or nobody has room. Name somebody, or waive what may be waived.',
        subjects,
        path: '/reviews/allocation',
      });
  }
}
