import { Injectable, type OnModuleInit } from '@nestjs/common';
import { EventListeners } from '../../platform/events/event-listeners.js';
import { AchievementsService } from '../achievements/achievements.service.js';
import { LiveChecksService } from '../assessments/live-checks.service.js';
import { PeopleService } from '../people/people.service.js';
import { ChecksOff, ConsentAsked, ConsentTakenBack } from '../quality/quality.events.js';
import { NotificationsService } from './notifications.service.js';

/** Asks authors of exemplars, and tells assessors and leads what they have to know of checks. Of a check its author hears nothing. */
@Injectable()
export class OnLiveChecks implements OnModuleInit {
  constructor(
    private readonly listeners: EventListeners,
    private readonly achievements: AchievementsService,
    private readonly checks: LiveChecksService,
    private readonly notifications: NotificationsService,
    private readonly people: PeopleService,
  ) {}

  onModuleInit(): void {
    this.listeners.on(ConsentAsked, async (system, { subjectId, achievementId, personId }) => {
      const achievement = await this.achievements.currentOf(system, achievementId);
      await this.notifications.tell(system, {
        personId,
        kind: 'EXEMPLAR_CONSENT',
        title: `May your work for ${achievement?.name ?? 'an achievement'} help to check assessors?`,
        body: 'Without your name, for assessors only, and without any effect on you. Until you say yes it is not used, and you can take a yes back at any time.',
        subjects: { exemplarId: subjectId },
        path: '/growth/evidence/exemplars',
      });
    });
    this.listeners.on(ConsentTakenBack, async (system, { subjectId, at }) => {
      for (const { id, personId } of await this.checks.takenAwaySince(system, subjectId, new Date(at)))
        await this.notifications.tell(system, {
          personId,
          kind: 'CHECK_TAKEN_AWAY',
          title: 'A check was taken away while you were marking it',
          body: 'Whoever wrote the work does not let it be used any more. You need not go on; what you wrote can be read for 30 days, by you alone.',
          subjects: { liveCheckId: id },
          path: `/reviews/checks/${id}`,
        });
    });
    this.listeners.on(ChecksOff, async (system, { subjectId, achievementId, personId, off, of }) => {
      const person = await this.people.byId(system, personId);
      const achievement = await this.achievements.currentOf(system, achievementId);
      for (const lead of await this.people.everywhereIn(system, 'ASSESSMENT_LEAD'))
        await this.notifications.tell(system, {
          personId: lead.id,
          kind: 'CHECKS_OFF',
          title: `${person?.displayName ?? 'An assessor'} is off again in checks of ${achievement?.name ?? 'an achievement'}`,
          body: `They are on watch, and ${off} of the last ${of} checks were outside tolerance. Decide whether they go on marking.`,
          subjects: { qualificationId: subjectId },
          path: '/reviews/assessors',
        });
    });
  }
}
