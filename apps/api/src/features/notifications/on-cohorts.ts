import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { EventListeners } from '../../platform/events/event-listeners.js';
import { CohortJoined, CohortReminder } from '../cohorts/cohorts.events.js';
import { CohortsService } from '../cohorts/cohorts.service.js';
import { ProgrammesService } from '../cohorts/programmes.service.js';
import { NotificationsService } from './notifications.service.js';

/** Tells people that they were enrolled in a cohort, and reminds those on whom something waits. */
@Injectable()
export class OnCohorts implements OnModuleInit {
  constructor(
    private readonly listeners: EventListeners,
    private readonly cohorts: CohortsService,
    private readonly notifications: NotificationsService,
    private readonly programmes: ProgrammesService,
  ) {}

  onModuleInit(): void {
    this.listeners.on(CohortJoined, (system, { subjectId, personId }) => this.joined(system, subjectId, personId));
    this.listeners.on(CohortReminder, (system, { subjectId, personId }) => this.remind(system, subjectId, personId));
  }

  private async joined(system: Viewer, cohortId: string, personId: string): Promise<void> {
    const it = await this.named(system, cohortId);
    if (!it) return;
    await this.notifications.tell(system, {
      ...{ personId, kind: 'COHORT_JOINED', subjects: { cohortId }, path: `/growth/cohorts/${cohortId}` },
      title: `You are in a cohort: ${it.programme}`,
      body: `${it.name} runs until ${it.endsOn}. You see there what is earned on the way, and how far you are.`,
    });
  }

  private async remind(system: Viewer, cohortId: string, personId: string): Promise<void> {
    const it = await this.named(system, cohortId);
    if (!it) return;
    await this.notifications.tell(system, {
      ...{ personId, kind: 'COHORT_REMINDER', subjects: { cohortId }, path: `/growth/cohorts/${cohortId}` },
      title: `Something waits for you: ${it.programme}`,
      body: `${it.name} runs until ${it.endsOn}. Begin or go on with what is still open.`,
    });
  }

  private async named(system: Viewer, cohortId: string) {
    const cohort = await this.cohorts.byId(system, cohortId);
    const programme = cohort && (await this.programmes.byId(system, cohort.programmeId));
    return cohort && programme ? { name: cohort.name, programme: programme.name, endsOn: day(cohort.endsOn) } : null;
  }
}

const day = (date: string): string =>
  new Date(`${date}T00:00:00Z`).toLocaleDateString('en-GB', {
    ...({ day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const),
  });
