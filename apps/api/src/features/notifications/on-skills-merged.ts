import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { EventListeners } from '../../platform/events/event-listeners.js';
import { CredentialsService } from '../credentials/credentials.service.js';
import { type MergedSkill, RetirementsService } from '../governance/retirements.service.js';
import { FrameworkPublished } from '../skills/skills.events.js';
import { NotificationsService } from './notifications.service.js';

/** Tells holders of a skill that a new version has made it part of another one. Nothing they hold has changed. */
@Injectable()
export class OnSkillsMerged implements OnModuleInit {
  constructor(
    private readonly listeners: EventListeners,
    private readonly credentials: CredentialsService,
    private readonly notifications: NotificationsService,
    private readonly retirements: RetirementsService,
  ) {}

  onModuleInit(): void {
    this.listeners.on(FrameworkPublished, (system, event) => this.tell(system, event));
  }

  private async tell(system: Viewer, { subjectId, supersededId }: FrameworkPublished): Promise<void> {
    const merged = supersededId ? await this.retirements.mergedIn(system, subjectId, supersededId) : [];
    const holders = await this.credentials.holdersOf(
      system,
      merged.map(({ skillId }) => skillId),
    );
    for (const personId of new Set(holders.map((holder) => holder.personId))) {
      const held = new Set(holders.filter((holder) => holder.personId === personId).map(({ skillId }) => skillId));
      const theirs = merged.filter(({ skillId }) => held.has(skillId));
      await this.notifications.tell(system, {
        personId,
        kind: 'SKILLS_MERGED',
        ...wordsFor(theirs),
        subjects: { frameworkId: subjectId },
      });
    }
  }
}

const MOST_NAMED = 5;

function wordsFor(merged: readonly MergedSkill[]): { title: string; body: string; path: string } {
  const [first] = merged;
  const pairs = merged.slice(0, MOST_NAMED).map(({ name, into }) => `“${name}” is part of “${into.name}”`);
  const more = merged.length > MOST_NAMED ? [`${merged.length - MOST_NAMED} more`] : [];
  return {
    title:
      merged.length === 1
        ? `A skill that you hold is part of another now`
        : `${merged.length} skills that you hold are part of others now`,
    body: `${[...pairs, ...more].join(', ')}. Your badges stay as they are. Say there whether your level shall count for the other skill, where that is agreed.`,
    path: `/programme/skills/${first?.skillId ?? ''}`,
  };
}
