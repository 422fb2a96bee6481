import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { EventListeners } from '../../platform/events/event-listeners.js';
import { SkillProposed } from '../governance/governance.events.js';
import { ProposalsService } from '../governance/proposals.service.js';
import { StewardsService } from '../governance/stewards.service.js';
import { PeopleService } from '../people/people.service.js';
import type { Person } from '../people/person.entity.js';
import { FrameworksService } from '../skills/frameworks.service.js';
import { NotificationsService } from './notifications.service.js';

/** Tells the stewards of a framework that a proposal waits; where it has none, everybody who may decide. */
@Injectable()
export class OnSkillProposed implements OnModuleInit {
  constructor(
    private readonly listeners: EventListeners,
    private readonly frameworks: FrameworksService,
    private readonly notifications: NotificationsService,
    private readonly people: PeopleService,
    private readonly proposals: ProposalsService,
    private readonly stewards: StewardsService,
  ) {}

  onModuleInit(): void {
    this.listeners.on(SkillProposed, (system, event) => this.tell(system, event));
  }

  private async tell(system: Viewer, { subjectId, proposedBy }: SkillProposed): Promise<void> {
    const proposal = await this.proposals.byId(system, subjectId);
    if (proposal?.state !== 'WAITING') return;
    const proposer = await this.people.byId(system, proposedBy);
    const [framework] = await this.frameworks.versionsOf(system, proposal.seriesId);
    for (const person of await this.deciders(system, proposal.seriesId, proposedBy))
      await this.notifications.tell(system, {
        personId: person.id,
        kind: 'SKILL_PROPOSED',
        title: `${proposer?.displayName ?? 'Somebody'} misses a skill in ${framework?.title ?? 'a framework'}`,
        body: `“${proposal.name}” waits for a decision: take it in, say no, or point to a skill that is there already.`,
        subjects: { skillProposalId: proposal.id },
        path: '/programme/frameworks/waiting',
      });
  }

  private async deciders(system: Viewer, seriesId: string, proposedBy: string): Promise<Person[]> {
    const may = await this.people.everywhereIn(system, 'HR_DESIGNER');
    const named = new Set((await this.stewards.of(system, seriesId)).map(({ id }) => id));
    const others = may.filter(({ id }) => id !== proposedBy);
    const stewards = others.filter(({ id }) => named.has(id));
    return stewards.length > 0 ? stewards : others;
  }
}
