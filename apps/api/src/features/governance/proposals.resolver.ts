import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/access/allow.decorator.js';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { viewerCan } from '../../platform/access/policy.js';
import { Viewer } from '../../platform/access/viewer.js';
import type { Page } from '../../platform/graphql/connection.js';
import type { InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import type { Person } from '../people/person.entity.js';
import { PersonType } from '../people/person.type.js';
import { PeopleService } from '../people/people.service.js';
import type { SkillFramework } from '../skills/framework.entity.js';
import { SkillFrameworkType } from '../skills/framework.type.js';
import { FrameworksService } from '../skills/frameworks.service.js';
import type { SkillView } from '../skills/skill.entity.js';
import { SkillType } from '../skills/skill.type.js';
import { SkillsService } from '../skills/skills.service.js';
import { type ProposalState, SkillProposal } from './governance.entity.js';
import { ProposeSkillInput } from './governance.inputs.js';
import { ProposalResult, ProposalStateEnum, SkillProposalConnection, SkillProposalType } from './governance.type.js';
import { ProposalsService } from './proposals.service.js';

type Decided = Promise<SkillProposal | InvalidInput | NotAllowed | NotFound>;
const ID_ARG = { type: () => ID };

@Resolver(() => SkillProposalType)
export class ProposalsResolver {
  constructor(
    private readonly service: ProposalsService,
    private readonly frameworks: FrameworksService,
    private readonly skills: SkillsService,
    private readonly people: PeopleService,
  ) {}

  @Query(() => SkillProposalConnection, {
    description: "Proposed skills, newest first: the viewer's own, and everybody's for who keeps frameworks.",
  })
  @Allow('framework.read')
  skillProposals(
    @CurrentViewer() viewer: Viewer,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 50 }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after?: string | null,
    @Args('state', { type: () => ProposalStateEnum, nullable: true }) state?: ProposalState | null,
  ): Promise<Page<SkillProposal>> {
    return this.service.page(viewer, { first, after, state });
  }

  @Mutation(() => ProposalResult, { description: 'Proposes a skill that a framework lacks.' })
  @Allow('framework.read')
  proposeSkill(@CurrentViewer() viewer: Viewer, @Args('input') input: ProposeSkillInput): Decided {
    return this.service.propose(viewer, input);
  }

  @Mutation(() => ProposalResult, {
    description: 'Takes a proposed skill into the draft of the next version, which is begun when there is none.',
  })
  @Allow('framework.manage')
  acceptSkillProposal(
    @CurrentViewer() viewer: Viewer,
    @Args('id', ID_ARG) id: string,
    @Args('parentId', { type: () => ID, nullable: true, description: 'The skill that it stands below.' })
    parentId?: string | null,
  ): Decided {
    return this.service.accept(viewer, id, parentId ?? null);
  }

  @Mutation(() => ProposalResult, { description: 'Refuses a proposed skill, with the reason.' })
  @Allow('framework.manage')
  refuseSkillProposal(
    @CurrentViewer() viewer: Viewer,
    @Args('id', ID_ARG) id: string,
    @Args('reason') reason: string,
  ): Decided {
    return this.service.refuse(viewer, id, reason);
  }

  @Mutation(() => ProposalResult, { description: 'Answers a proposal with the skill that is there already.' })
  @Allow('framework.manage')
  pointSkillProposal(
    @CurrentViewer() viewer: Viewer,
    @Args('id', ID_ARG) id: string,
    @Args('skillId', ID_ARG) skillId: string,
  ): Decided {
    return this.service.pointTo(viewer, id, skillId);
  }

  @ResolveField(() => SkillFrameworkType, {
    nullable: true,
    description: 'The framework, in the newest version that the viewer may see.',
  })
  async framework(@CurrentViewer() viewer: Viewer, @Parent() proposal: SkillProposal): Promise<SkillFramework | null> {
    const [newest] = await this.frameworks.versionsOf(viewer, proposal.seriesId);
    return newest ?? null;
  }

  @ResolveField(() => PersonType, { nullable: true, description: 'Who proposed it.' })
  proposedBy(@CurrentViewer() viewer: Viewer, @Parent() proposal: SkillProposal): Promise<Person | null> {
    return this.people.byId(viewer, proposal.proposedBy);
  }

  @ResolveField(() => PersonType, { nullable: true, description: 'Who decided.' })
  async decidedBy(@CurrentViewer() viewer: Viewer, @Parent() proposal: SkillProposal): Promise<Person | null> {
    return proposal.decidedBy ? this.people.byId(viewer, proposal.decidedBy) : null;
  }

  @ResolveField(() => SkillType, {
    nullable: true,
    description: 'The skill it became, once that is published, or the one that was there already.',
  })
  async skill(@CurrentViewer() viewer: Viewer, @Parent() proposal: SkillProposal): Promise<SkillView | null> {
    return proposal.skillId ? this.skills.skillById(viewer, proposal.skillId) : null;
  }

  @ResolveField(() => [String], { description: 'What the viewer may do with it.' })
  viewerCan(@CurrentViewer() viewer: Viewer, @Parent() proposal: SkillProposal): string[] {
    return viewerCan(viewer, proposal);
  }
}
