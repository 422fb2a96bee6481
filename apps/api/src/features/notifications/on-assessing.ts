import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { EventListeners } from '../../platform/events/event-listeners.js';
import { AchievementsService } from '../achievements/achievements.service.js';
import { SlotGiven, SlotTakenBack } from '../allocation/allocation.events.js';
import { AssessorsMissing, MalpracticeProposed } from '../assessments/assessments.events.js';
import { QualificationsService } from '../assessments/qualifications.service.js';
import { PeopleService } from '../people/people.service.js';
import {
  AssessorApplicationAnswered,
  AssessorApplied,
  AssessorInvited,
  AssessorRoleMissing,
  AssessorStateChanged,
  CalibrationOpened,
  SampleFoundUnsound,
} from '../quality/quality.events.js';
import { NotificationsService } from './notifications.service.js';

/** What it means for an assessor, in one sentence. */
const STATES: Record<string, string> = {
  PROVISIONAL: 'Your first marks are looked at by a second assessor.',
  APPROVED: 'You mark on your own.',
  WATCH: 'A second assessor marks beside you for a while.',
  SUSPENDED: 'You take no new work until this is cleared up.',
};

type Words = Pick<Parameters<NotificationsService['tell']>[1], 'kind' | 'title' | 'body' | 'path' | 'subjects'>;

/** Tells assessors what was given to them and how they are trusted, and leads what waits for them. */
@Injectable()
export class OnAssessing implements OnModuleInit {
  constructor(
    private readonly listeners: EventListeners,
    private readonly achievements: AchievementsService,
    private readonly notifications: NotificationsService,
    private readonly people: PeopleService,
    private readonly qualifications: QualificationsService,
  ) {}

  onModuleInit(): void {
    this.onWork();
    this.onTrust();
    this.onLeading();
  }

  private onWork(): void {
    this.listeners.on(SlotGiven, (system, { subjectId, assessorId }) =>
      this.tell(system, [assessorId], {
        kind: 'REVIEW_GIVEN',
        title: 'A submission was given to you',
        body: 'It waits in your queue. If you are too near to the candidate, say so before you begin.',
        subjects: { markingSlotId: subjectId },
        path: '/reviews',
      }),
    );
    this.listeners.on(SlotTakenBack, (system, { subjectId, assessorId, reason }) =>
      this.tell(system, [assessorId], {
        kind: 'REVIEW_TAKEN_BACK',
        title: 'A submission that was given to you is somebody else’s now',
        body: `You had not begun. ${reason}`,
        subjects: { markingSlotId: subjectId },
        path: '/reviews',
      }),
    );
    this.listeners.on(CalibrationOpened, async (system, { subjectId, achievementId }) => {
      const qualified = await this.qualifications.ofAchievement(system, achievementId);
      await this.tell(
        system,
        qualified.map(({ personId }) => personId),
        {
          kind: 'CALIBRATION_OPENED',
          title: `Calibration for ${await this.nameOf(system, achievementId)} is open`,
          body: 'Judge work whose marks are settled, and see where and why you differ.',
          subjects: { calibrationRoundId: subjectId },
          path: '/reviews/calibration',
        },
      );
    });
  }

  private onTrust(): void {
    this.listeners.on(AssessorInvited, async (system, { subjectId, achievementId, personId }) =>
      this.tell(system, [personId], {
        kind: 'ASSESSOR_INVITED',
        title: `You are asked to assess ${await this.nameOf(system, achievementId)}`,
        body: 'Say yes or no; nothing happens until you do.',
        subjects: { assessorApplicationId: subjectId },
        path: '/reviews/assessors',
      }),
    );
    this.listeners.on(AssessorApplicationAnswered, async (system, { subjectId, achievementId, personId, answer }) =>
      this.tell(system, [personId], {
        kind: 'ASSESSOR_ANSWERED',
        title: `Assessing ${await this.nameOf(system, achievementId)}: ${answer === 'ACCEPTED' ? 'yes' : 'not now'}`,
        body: 'The answer, with its reason, stands on the page of assessors.',
        subjects: { assessorApplicationId: subjectId },
        path: '/reviews/assessors',
      }),
    );
    this.listeners.on(AssessorStateChanged, async (system, { subjectId, achievementId, personId, state }) =>
      this.tell(system, [personId], {
        kind: 'ASSESSOR_STATE',
        title: `How you are trusted with ${await this.nameOf(system, achievementId)} changed`,
        body: `${STATES[state] ?? ''} The reason stands on the page of assessors.`.trim(),
        subjects: { qualificationId: subjectId },
        path: '/reviews/assessors',
      }),
    );
  }

  private onLeading(): void {
    this.listeners.on(AssessorApplied, async (system, { subjectId, achievementId, personId }) => {
      const person = await this.people.byId(system, personId);
      await this.tellLeads(system, {
        kind: 'ASSESSOR_APPLIED',
        title: `${person?.displayName ?? 'Somebody'} wants to assess ${await this.nameOf(system, achievementId)}`,
        body: 'They wait for an answer.',
        subjects: { assessorApplicationId: subjectId },
        path: '/reviews/assessors',
      });
    });
    this.listeners.on(AssessorRoleMissing, async (system, { subjectId, achievementId, personId, why }) => {
      const person = await this.people.byId(system, personId);
      await this.tellLeads(system, {
        kind: 'ASSESSOR_ROLE_MISSING',
        title: `${person?.displayName ?? 'Somebody'} may not mark ${await this.nameOf(system, achievementId)} yet`,
        body: `They were accepted as an assessor, but the role of assessor is missing. ${why}`,
        subjects: { assessorApplicationId: subjectId },
        path: '/reviews/assessors',
      });
    });
    this.listeners.on(SampleFoundUnsound, (system, { subjectId, submissionId }) =>
      this.tellLeads(system, {
        kind: 'SAMPLE_UNSOUND',
        title: 'A decision that was looked at again is not sound',
        body: 'Look whether others of the same assessor and time are touched.',
        subjects: { sampleItemId: subjectId, submissionId },
        path: '/reviews/samples',
      }),
    );
    this.listeners.on(AssessorsMissing, async (system, { subjectId, gap }) =>
      this.tellLeads(system, {
        kind: 'ASSESSORS_MISSING',
        title: `Nobody independent may assess ${await this.nameOf(system, subjectId)}`,
        body: `${gap} Until then whatever is handed in waits.`,
        subjects: { achievementId: subjectId },
        path: '/reviews/assessors',
      }),
    );
    this.listeners.on(MalpracticeProposed, (system, { subjectId }) =>
      this.tellLeads(system, {
        kind: 'MALPRACTICE_PROPOSED',
        title: 'A second person is to look at a case of malpractice',
        body: 'Nothing becomes void on one person’s word.',
        subjects: { submissionId: subjectId },
        path: '/reviews/moderation',
      }),
    );
  }

  private async tellLeads(system: Viewer, words: Words): Promise<void> {
    const leads = await this.people.everywhereIn(system, 'ASSESSMENT_LEAD');
    await this.tell(
      system,
      leads.map(({ id }) => id),
      words,
    );
  }

  private async tell(system: Viewer, people: readonly string[], words: Words): Promise<void> {
    for (const personId of people) await this.notifications.tell(system, { personId, ...words });
  }

  private async nameOf(system: Viewer, achievementId: string): Promise<string> {
    return (await this.achievements.currentOf(system, achievementId))?.name ?? 'an achievement';
  }
}
