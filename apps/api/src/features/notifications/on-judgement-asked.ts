import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { EventListeners } from '../../platform/events/event-listeners.js';
import { AchievementsService } from '../achievements/achievements.service.js';
import { JudgementAsked } from '../assessments/assessments.events.js';
import { EligibilityService } from '../assessments/eligibility.service.js';
import { IndependentAssessorsService } from '../assessments/independent-assessors.service.js';
import { PeopleService } from '../people/people.service.js';
import { SubmissionsService } from '../submissions/submissions.service.js';
import { NotificationsService } from './notifications.service.js';

/** So many are asked, those with most room first: who asks everybody is answered by nobody. */
const MOST_ASKED = 5;

/** What is asked for, in words, and where somebody sees to it. */
const ASKED: Record<string, { wanted: (name: string) => string; lacking: (name: string) => string; path: string }> = {
  MODERATION: {
    wanted: (name) => `A decision on ${name} waits to be checked`,
    lacking: (name) => `Nobody can check a decision on ${name}`,
    path: '/reviews/moderation',
  },
  THIRD: {
    wanted: (name) => `A third mark is wanted for ${name}`,
    lacking: (name) => `Nobody can mark ${name} a third time`,
    path: '/reviews',
  },
};
const IN_THE_QUEUE = { lacking: (name: string) => `Nobody may mark what was handed in for ${name}` };

/**
 * Tells those who could moderate or mark a third time that they are wanted, and leads where nobody could. First and second
 * marks are in the queue of those who can give them: of these, leads hear where a rule stands against everybody.
 */
@Injectable()
export class OnJudgementAsked implements OnModuleInit {
  constructor(
    private readonly listeners: EventListeners,
    private readonly achievements: AchievementsService,
    private readonly eligibility: EligibilityService,
    private readonly independence: IndependentAssessorsService,
    private readonly notifications: NotificationsService,
    private readonly people: PeopleService,
    private readonly submissions: SubmissionsService,
  ) {}

  onModuleInit(): void {
    this.listeners.on(JudgementAsked, (system, event) => this.ask(system, event));
  }

  private async ask(system: Viewer, event: JudgementAsked): Promise<void> {
    const asked = ASKED[event.purpose];
    const isFound = asked
      ? await this.askThoseAble(system, event, asked)
      : await this.eligibility.hasTaker(system, event.subjectId);
    if (isFound || (!asked && (await this.isToldAlready(system, event.submissionId)))) return;
    const title = (asked ?? IN_THE_QUEUE).lacking(await this.nameOf(system, event.submissionId));
    for (const personId of await this.leadsApartFrom(system, event.submissionId))
      await this.notifications.tell(system, {
        personId,
        kind: 'JUDGEMENT_LACKING',
        title,
        body: 'A rule stands against everybody who may assess it, or nobody has room. Name somebody, or waive what may be waived.',
        subjects: { markingSlotId: event.subjectId, submissionId: event.submissionId },
        path: '/reviews/allocation',
      });
  }

  private async askThoseAble(
    system: Viewer,
    { subjectId, submissionId }: JudgementAsked,
    { wanted, path }: (typeof ASKED)[string],
  ): Promise<boolean> {
    const able = await this.eligibility.ableTo(system, subjectId);
    const title = wanted(await this.nameOf(system, submissionId));
    for (const personId of able.slice(0, MOST_ASKED))
      await this.notifications.tell(system, {
        personId,
        kind: 'JUDGEMENT_ASKED',
        title,
        body: 'You could take it. Whoever is first has it.',
        subjects: { markingSlotId: subjectId, submissionId },
        path,
      });
    return able.length > 0;
  }

  /**
   * One word for one cause: where nobody independent is left, leads hear that of the achievement, not of each place; of two
   * places that nobody may fill they hear once.
   */
  private async isToldAlready(system: Viewer, submissionId: string): Promise<boolean> {
    const submission = await this.submissions.submissionById(system, submissionId);
    if (submission && (await this.independence.tellOfGaps(system, submission.achievementId)) > 0) return true;
    const told = await system.tx.query(
      `SELECT FROM notification it JOIN marking_slot slot ON slot.id = (it.subjects ->> 'markingSlotId')::uuid
       WHERE slot.submission_id = $1 AND slot.state = 'OPEN' AND slot.purpose IN ('FIRST', 'SECOND')
         AND it.kind = 'JUDGEMENT_LACKING' LIMIT 1`,
      [submissionId],
    );
    return told.length > 0;
  }

  /** Who judges it themselves must not learn from this what another has done, and who handed it in not who is near to them. */
  private async leadsApartFrom(system: Viewer, submissionId: string): Promise<string[]> {
    const leads = await this.people.everywhereIn(system, 'ASSESSMENT_LEAD');
    const parts = await system.tx.query<{ id: string }>(
      `SELECT assessor_id AS id FROM marking_slot WHERE submission_id = $1 AND assessor_id IS NOT NULL
       UNION SELECT person_id FROM submission WHERE id = $1`,
      [submissionId],
    );
    return leads.map(({ id }) => id).filter((id) => !parts.some((part) => part.id === id));
  }

  private async nameOf(system: Viewer, submissionId: string): Promise<string> {
    const submission = await this.submissions.submissionById(system, submissionId);
    const version = submission && (await this.achievements.versionById(system, submission.achievementVersionId));
    return version?.name ?? 'an achievement';
  }
}
