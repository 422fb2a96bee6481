import type { AskedChange } from '@assay/pathway';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { EventListeners } from '../../platform/events/event-listeners.js';
import { Goal } from '../pathways/goal.entity.js';
import { GoalsService } from '../pathways/goals.service.js';
import { NewerVersionsService } from '../pathways/newer-versions.service.js';
import { GoalAsksChanged, GoalFollowed } from '../pathways/pathways.events.js';
import { NotificationsService } from './notifications.service.js';

const PATHWAY = '/growth/pathway';
const MOST_NAMED = 5;

/** Tells people that what they aim at asks other things by now, and whether their goal stays as it was planned. */
@Injectable()
export class OnGoalVersions implements OnModuleInit {
  constructor(
    private readonly listeners: EventListeners,
    private readonly goals: GoalsService,
    private readonly newer: NewerVersionsService,
    private readonly notifications: NotificationsService,
  ) {}

  onModuleInit(): void {
    this.listeners.on(GoalAsksChanged, (system, { subjectId }) => this.changed(system, subjectId));
    this.listeners.on(GoalFollowed, (system, { subjectId }) => this.followed(system, subjectId));
  }

  private async changed(system: Viewer, goalId: string): Promise<void> {
    const goal = await system.tx.manager.findOneBy(Goal, { id: goalId });
    const newer = goal && (await this.newer.of(system, goal));
    if (!newer || newer.changes.length === 0) return;
    const stays = newer.keptUntil
      ? `Your goal stays as you planned it until ${newer.keptUntil}; you can move earlier.`
      : 'Your goal stays as you planned it until you move.';
    await this.notifications.tell(system, {
      ...{ personId: goal.personId, kind: 'GOAL_ASKS_CHANGED', path: PATHWAY, subjects: { goalId } },
      title: `${newer.jobRoleLevel.name} asks other things by now`,
      body: `${said(newer.changes)} ${stays}`,
    });
  }

  private async followed(system: Viewer, goalId: string): Promise<void> {
    const goal = await system.tx.manager.findOneBy(Goal, { id: goalId });
    const level = await this.goals.levelOf(system, goalId);
    if (!goal || goal.endedAt || !level) return;
    await this.notifications.tell(system, {
      ...{ personId: goal.personId, kind: 'GOAL_FOLLOWED', path: PATHWAY, subjects: { goalId } },
      title: `Your goal follows the newer version: ${level.name}`,
      body: 'The day up to which it stayed as you planned it is over. The pathway shows what it asks now.',
    });
  }
}

const WORDS: Record<AskedChange['kind'], (change: AskedChange) => string> = {
  ASKS_NEW: ({ name, to }) => `${name} is asked anew, at level ${to}`,
  ASKS_MORE: ({ name, from, to }) => `${name} is asked at level ${to}, before ${from}`,
  ASKS_LESS: ({ name, from, to }) => `${name} is asked at level ${to} only, before ${from}`,
  ASKS_NO_MORE: ({ name }) => `${name} is asked no more`,
  MUST_HAVE: ({ name }) => `${name} is a must-have`,
  MUST_HAVE_NO_MORE: ({ name }) => `${name} is no must-have any more`,
};

function said(changes: readonly AskedChange[]): string {
  const named = changes.slice(0, MOST_NAMED).map((change) => WORDS[change.kind](change));
  const more = changes.length - named.length;
  return `${[...named, ...(more > 0 ? [`${more} more`] : [])].join('; ')}.`;
}
