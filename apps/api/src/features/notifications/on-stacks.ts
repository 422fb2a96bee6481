import { Injectable, type OnModuleInit } from '@nestjs/common';
import { dayOf } from '../../platform/access/day.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { EventListeners } from '../../platform/events/event-listeners.js';
import { AchievementsService } from '../achievements/achievements.service.js';
import { CredentialsService } from '../credentials/credentials.service.js';
import { PeopleService } from '../people/people.service.js';
import { StackRisk } from '../stacks/stack-risk.entity.js';
import { StackAtRisk, StackKept } from '../stacks/stacks.events.js';
import { NotificationsService } from './notifications.service.js';

/** Tells holders that something their larger badge rests on counts no longer, and those who keep badges that they have to decide. */
@Injectable()
export class OnStacks implements OnModuleInit {
  constructor(
    private readonly listeners: EventListeners,
    private readonly achievements: AchievementsService,
    private readonly credentials: CredentialsService,
    private readonly notifications: NotificationsService,
    private readonly people: PeopleService,
  ) {}

  onModuleInit(): void {
    this.listeners.on(StackAtRisk, (system, { subjectId }) => this.opened(system, subjectId));
    this.listeners.on(StackKept, (system, { subjectId }) => this.kept(system, subjectId));
  }

  private async opened(system: Viewer, riskId: string): Promise<void> {
    const { risk, name } = await this.found(system, riskId);
    // It may be complete again by now.
    if (!risk || risk.state !== 'OPEN') return;
    const holder = await this.people.byId(system, risk.personId);
    if (!holder?.isWithUs(dayOf(system))) return;
    const lost = risk.lost.map((each) => each.name).join(', ');
    await this.notifications.tell(system, {
      ...{ personId: risk.personId, kind: 'STACK_AT_RISK', title: `A part of your badge counts no longer: ${name}` },
      body: `It rests on what ended or was withdrawn: ${lost}. Your badge stays; somebody looks at it. Earned again, everything is as it was.`,
      subjects: { credentialId: risk.credentialId },
      path: `/growth/badges/${risk.credentialId}`,
    });
    for (const personId of await this.keepers(system)) {
      if (personId === risk.personId) continue;
      await this.notifications.tell(system, {
        ...{ personId, kind: 'STACK_RISK_OPENED', title: `A badge is at risk: ${name}, ${holder.displayName}` },
        body: `It was earned through others of which some count no longer: ${lost}. It stays until somebody decides.`,
        subjects: { credentialId: risk.credentialId, personId: risk.personId },
        path: '/programme/credentials/at-risk',
      });
    }
  }

  private async kept(system: Viewer, riskId: string): Promise<void> {
    const { risk, name } = await this.found(system, riskId);
    if (!risk?.reason) return;
    await this.notifications.tell(system, {
      ...{ personId: risk.personId, kind: 'STACK_KEPT', title: `Your badge stands: ${name}`, body: risk.reason },
      subjects: { credentialId: risk.credentialId },
      path: `/growth/badges/${risk.credentialId}`,
    });
  }

  private async keepers(system: Viewer): Promise<Set<string>> {
    const keepers = [
      ...(await this.people.everywhereIn(system, 'HR_DESIGNER')),
      ...(await this.people.everywhereIn(system, 'PROGRAMME_OWNER')),
    ];
    return new Set(keepers.map(({ id }) => id));
  }

  private async found(system: Viewer, riskId: string): Promise<{ risk: StackRisk | null; name: string }> {
    const risk = await system.tx.manager.findOneBy(StackRisk, { id: riskId });
    const credential = risk && (await this.credentials.byId(system, risk.credentialId));
    const version = credential && (await this.achievements.versionById(system, credential.achievementVersionId));
    return { risk, name: version?.name ?? 'a badge' };
  }
}
