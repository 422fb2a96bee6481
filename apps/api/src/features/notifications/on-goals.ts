import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { EventListeners } from '../../platform/events/event-listeners.js';
import { GoalsService } from '../pathways/goals.service.js';
import { GoalAssigned, PlanAgreed, PlanCommented, PlanProposed } from '../pathways/pathways.events.js';
import { PeopleService } from '../people/people.service.js';
import { SkillsService } from '../skills/skills.service.js';
import { SkillObserved } from '../standings/standings.events.js';
import { NotificationsService } from './notifications.service.js';

const PATHWAY = '/growth/pathway';

/** Tells people what a manager or colleague said of their skills, goal and plan, and managers what waits for their word. */
@Injectable()
export class OnGoals implements OnModuleInit {
  constructor(
    private readonly listeners: EventListeners,
    private readonly goals: GoalsService,
    private readonly notifications: NotificationsService,
    private readonly people: PeopleService,
    private readonly skills: SkillsService,
  ) {}

  onModuleInit(): void {
    this.listeners.on(GoalAssigned, (system, event) => this.assigned(system, event));
    this.listeners.on(SkillObserved, (system, event) => this.observed(system, event));
    this.listeners.on(PlanProposed, (system, event) => this.proposed(system, event));
    this.listeners.on(PlanAgreed, (system, event) => this.agreed(system, event));
    this.listeners.on(PlanCommented, (system, event) => this.commented(system, event));
  }

  private async assigned(system: Viewer, { subjectId, personId, byId }: GoalAssigned): Promise<void> {
    const level = await this.goals.levelOf(system, subjectId);
    if (!level) return;
    await this.notifications.tell(system, {
      ...{ personId, kind: 'GOAL_ASSIGNED', path: PATHWAY, subjects: { goalId: subjectId } },
      title: `${await this.nameOf(system, byId)} set a goal with you: ${level.name}`,
      body: 'The pathway shows what it asks and which steps lead there. Talk about it, and propose your plan.',
    });
  }

  private async observed(system: Viewer, { subjectId, personId, observerId, skillId }: SkillObserved): Promise<void> {
    const skill = await this.skills.skillById(system, skillId);
    if (!skill) return;
    await this.notifications.tell(system, {
      ...{ personId, kind: 'SKILL_OBSERVED', path: `/growth/skills?skill=${skillId}` },
      subjects: { skillObservationId: subjectId },
      title: `${await this.nameOf(system, observerId)} saw you at work: ${skill.name}`,
      body: 'You read what was seen beside your skills. It verifies nothing, and it can be evidence.',
    });
  }

  private async proposed(system: Viewer, { subjectId, personId, managerId }: PlanProposed): Promise<void> {
    await this.notifications.tell(system, {
      ...{ personId: managerId, kind: 'PLAN_PROPOSED', path: `/growth/colleagues/${personId}` },
      subjects: { planReviewId: subjectId, personId },
      title: `${await this.nameOf(system, personId)} proposes a plan`,
      body: 'Say what you think of it, or agree to it with a day.',
    });
  }

  private async agreed(system: Viewer, { subjectId, personId, byId }: PlanAgreed): Promise<void> {
    await this.notifications.tell(system, {
      ...{ personId, kind: 'PLAN_AGREED', path: PATHWAY, subjects: { planReviewId: subjectId } },
      title: `${await this.nameOf(system, byId)} agreed to your plan`,
      body: 'What changes from now on is shown beside what you agreed on.',
    });
  }

  private async commented(system: Viewer, { subjectId, personId, byId, toId }: PlanCommented): Promise<void> {
    await this.notifications.tell(system, {
      ...{ personId: toId, kind: 'PLAN_COMMENTED', subjects: { planReviewId: subjectId } },
      path: toId === personId ? PATHWAY : `/growth/colleagues/${personId}`,
      title: `${await this.nameOf(system, byId)} says something about a plan`,
      body: 'You read it beside the plan, and can answer there.',
    });
  }

  private async nameOf(system: Viewer, personId: string): Promise<string> {
    return (await this.people.byId(system, personId))?.displayName ?? 'Somebody';
  }
}
