import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { EventListeners } from '../../platform/events/event-listeners.js';
import type { SkillProposal } from '../governance/governance.entity.js';
import { SkillProposalDecided } from '../governance/governance.events.js';
import { ProposalsService } from '../governance/proposals.service.js';
import { SkillsService } from '../skills/skills.service.js';
import { NotificationsService } from './notifications.service.js';

/** Tells whoever missed a skill what became of it. */
@Injectable()
export class OnProposalDecided implements OnModuleInit {
  constructor(
    private readonly listeners: EventListeners,
    private readonly notifications: NotificationsService,
    private readonly proposals: ProposalsService,
    private readonly skills: SkillsService,
  ) {}

  onModuleInit(): void {
    this.listeners.on(SkillProposalDecided, (system, event) => this.tell(system, event));
  }

  private async tell(system: Viewer, { subjectId, proposedBy }: SkillProposalDecided): Promise<void> {
    const proposal = await this.proposals.byId(system, subjectId);
    // Whoever decides on what they proposed themselves knows it.
    if (!proposal || proposal.state === 'WAITING' || proposal.decidedBy === proposedBy) return;
    await this.notifications.tell(system, {
      personId: proposedBy,
      kind: 'PROPOSAL_DECIDED',
      ...(await this.outcome(system, proposal)),
      subjects: { skillProposalId: proposal.id },
    });
  }

  private async outcome(
    system: Viewer,
    { name, state, reason, skillId }: SkillProposal,
  ): Promise<{ title: string; body: string; path: string }> {
    const path = '/programme/frameworks/waiting';
    if (state === 'ACCEPTED')
      return {
        title: `“${name}” is taken in`,
        body: 'It is in the draft of the next version, and there for everybody once that is published.',
        path,
      };
    if (state === 'REFUSED') return { title: `“${name}” is not taken in`, body: `The reason: ${reason ?? ''}`, path };
    const there = skillId ? await this.skills.skillById(system, skillId) : null;
    return {
      title: `“${name}” is there already`,
      body: there ? `It is called “${there.name}”.` : 'It is there under another name.',
      path: there ? `/programme/skills/${there.id}` : path,
    };
  }
}
