import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { EventListeners } from '../../platform/events/event-listeners.js';
import { CompletionsService } from '../courses/completions.service.js';
import { CoursesService } from '../courses/courses.service.js';
import { PeopleService } from '../people/people.service.js';
import { CompletionClaimsService } from '../submissions/completion-claims.service.js';
import { CompletionClaimAnswered, CompletionClaimed } from '../submissions/submissions.events.js';
import { NotificationsService } from './notifications.service.js';

/** Roles that keep the catalogue. */
const KEEPERS = ['HR_DESIGNER', 'PROGRAMME_OWNER'] as const;
/** Where a course leads there, the person is told of what it led to. */
const TOLD_BY_WHAT_FOLLOWS = ['ATTACH_EVIDENCE', 'SEND_FOR_REVIEW'];

/** Tells those who keep the courses that somebody says they finished one, and that person what became of it. */
@Injectable()
export class OnCompletionClaimed implements OnModuleInit {
  constructor(
    private readonly listeners: EventListeners,
    private readonly claims: CompletionClaimsService,
    private readonly completions: CompletionsService,
    private readonly courses: CoursesService,
    private readonly notifications: NotificationsService,
    private readonly people: PeopleService,
  ) {}

  onModuleInit(): void {
    this.listeners.on(CompletionClaimed, (system, event) => this.tellKeepers(system, event));
    this.listeners.on(CompletionClaimAnswered, (system, event) => this.tellPerson(system, event));
  }

  private async tellKeepers(system: Viewer, { subjectId, personId, courseId }: CompletionClaimed): Promise<void> {
    const claim = await this.claims.byId(system, subjectId);
    const course = await this.courses.byId(system, courseId);
    if (claim?.state !== 'OPEN' || !course) return;
    const person = await this.people.byId(system, personId);
    const keepers = await Promise.all(KEEPERS.map((role) => this.people.everywhereIn(system, role)));
    for (const keeper of new Set(keepers.flat().map(({ id }) => id)))
      if (keeper !== personId)
        await this.notifications.tell(system, {
          personId: keeper,
          kind: 'COMPLETION_CLAIMED',
          title: `${person?.displayName ?? 'Somebody'} says they finished ${course.title}`,
          body: 'Look at the proof, and record it or say why not.',
          subjects: { completionClaimId: claim.id, courseId },
          path: '/programme/courses/claims',
        });
  }

  private async tellPerson(system: Viewer, { subjectId, personId, courseId }: CompletionClaimAnswered): Promise<void> {
    const claim = await this.claims.byId(system, subjectId);
    const course = await this.courses.byId(system, courseId);
    if (!claim || !course) return;
    const completion = claim.completionId ? await this.completions.completionById(system, claim.completionId) : null;
    if (completion?.outcomes.some(({ result }) => TOLD_BY_WHAT_FOLLOWS.includes(result))) return;
    const accepted = claim.state === 'ACCEPTED';
    await this.notifications.tell(system, {
      personId,
      kind: 'COMPLETION_CLAIM_ANSWERED',
      title: accepted ? `You finished ${course.title}` : `${course.title} was not recorded as finished`,
      body: accepted
        ? 'It is recorded now. By itself it verifies no level of a skill.'
        : `The reason: ${claim.reason ?? ''}`,
      subjects: { completionClaimId: claim.id, courseId },
      path: `/growth/courses/${courseId}`,
    });
  }
}
