import { Injectable, type OnModuleInit } from '@nestjs/common';
import { can } from '../../platform/access/policy.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { isId, newId } from '../../platform/database/id.js';
import { record } from '../../platform/events/event.js';
import { limitOf, type Page, type PageInput, pageOf, readTimeCursor } from '../../platform/graphql/connection.js';
import { NodeFinders } from '../../platform/graphql/node.js';
import { InputProblem, InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import { FrameworkDraftService } from '../skills/framework-draft.service.js';
import { SkillFramework } from '../skills/framework.entity.js';
import { FrameworksService } from '../skills/frameworks.service.js';
import { SkillDraftService } from '../skills/skill-draft.service.js';
import { SkillView } from '../skills/skill.entity.js';
import { SkillsService } from '../skills/skills.service.js';
import { type ProposalState, SkillProposal } from './governance.entity.js';
import { SkillProposalDecided, SkillProposed } from './governance.events.js';
import './governance.policy.js';
import { textProblems } from './governance.rules.js';

type Decided = Promise<SkillProposal | InvalidInput | NotAllowed | NotFound>;

/** Skills that people miss: proposed by anybody, decided by whoever keeps the framework. */
@Injectable()
export class ProposalsService implements OnModuleInit {
  constructor(
    private readonly nodes: NodeFinders,
    private readonly frameworks: FrameworksService,
    private readonly drafts: FrameworkDraftService,
    private readonly skillDrafts: SkillDraftService,
    private readonly skills: SkillsService,
  ) {}

  onModuleInit(): void {
    this.nodes.register(SkillProposal, 'SkillProposal', (viewer, id) => this.find(viewer, id));
  }

  byId(viewer: Viewer, id: string): Promise<SkillProposal | null> {
    return isId(id) ? viewer.tx.manager.findOneBy(SkillProposal, { id }) : Promise.resolve(null);
  }

  async find(viewer: Viewer, id: string): Promise<SkillProposal | null> {
    const proposal = await this.byId(viewer, id);
    return proposal && can(viewer, 'read', proposal) ? proposal : null;
  }

  /** The viewer's own; for who keeps frameworks everybody's. Newest first. */
  async page(
    viewer: Viewer,
    input: PageInput & { state?: ProposalState | null; seriesId?: string | null },
  ): Promise<Page<SkillProposal>> {
    const matching = viewer.tx.manager
      .createQueryBuilder(SkillProposal, 'proposal')
      .where('(:all OR proposal.proposedBy = :me)', { all: viewer.may('framework.manage'), me: viewer.personId });
    if (input.state) matching.andWhere('proposal.state = :state', { state: input.state });
    if (input.seriesId) matching.andWhere('proposal.seriesId = :series', { series: input.seriesId });
    const total = await matching.getCount();
    const cursor = readTimeCursor(input.after);
    if (cursor)
      matching.andWhere(
        `(date_trunc('milliseconds', proposal.proposedAt), proposal.id) < (:at::timestamptz, :id::uuid)`,
        cursor,
      );
    const rows = await matching
      .orderBy(`date_trunc('milliseconds', proposal.proposedAt)`, 'DESC')
      .addOrderBy('proposal.id', 'DESC')
      .limit(limitOf(input))
      .getMany();
    return pageOf(rows, input, total, (proposal) => [proposal.proposedAt.toISOString(), proposal.id]);
  }

  async propose(
    viewer: Viewer,
    input: { frameworkId: string; name: string; why: string; evidence: string },
  ): Promise<SkillProposal | InvalidInput | NotFound> {
    const framework = await this.frameworks.find(viewer, input.frameworkId);
    if (!framework || !viewer.personId) return new NotFound('This framework');
    const problems = textProblems(
      { name: input.name, why: input.why, evidence: input.evidence },
      {
        name: { most: 'line', needed: 'Give the skill a name.' },
        why: { most: 'text', needed: 'Say why it is needed.' },
        evidence: { most: 'text' },
      },
    );
    if (problems.length)
      return new InvalidInput(problems.map(({ field, message }) => new InputProblem(field, message)));
    const proposal = viewer.tx.manager.create(SkillProposal, {
      id: newId(),
      seriesId: framework.seriesId,
      name: input.name.trim(),
      why: input.why.trim(),
      evidence: input.evidence.trim(),
      proposedBy: viewer.personId,
      proposedAt: viewer.now,
      state: 'WAITING',
      ...{ decidedBy: null, decidedAt: null, reason: null, skillId: null },
    });
    await viewer.tx.manager.insert(SkillProposal, proposal);
    await record(viewer, new SkillProposed(proposal.id, proposal.proposedBy));
    return proposal;
  }

  /** Into the draft of the next version, which is begun when there is none. */
  async accept(viewer: Viewer, id: string, parentId: string | null): Decided {
    const proposal = await this.waiting(viewer, id);
    if (!(proposal instanceof SkillProposal)) return proposal;
    const versions = await this.frameworks.versionsOf(viewer, proposal.seriesId);
    const base = versions.find(({ state }) => state === 'DRAFT') ?? versions.find(({ state }) => state === 'PUBLISHED');
    const draft = base ? await this.drafts.startNext(viewer, base.id) : new NotFound('This framework');
    if (!(draft instanceof SkillFramework)) return draft;
    const skill = await this.skillDrafts.add(viewer, draft.id, { name: proposal.name, parentId });
    if (!(skill instanceof SkillView)) return skill;
    return this.decide(viewer, proposal, { state: 'ACCEPTED', skillId: skill.id, reason: null });
  }

  async refuse(viewer: Viewer, id: string, reason: string): Decided {
    const proposal = await this.waiting(viewer, id);
    if (!(proposal instanceof SkillProposal)) return proposal;
    const [problem] = textProblems({ reason }, { reason: { most: 'text', needed: 'Say why not.' } });
    if (problem) return InvalidInput.of(problem.field, problem.message);
    return this.decide(viewer, proposal, { state: 'REFUSED', skillId: null, reason: reason.trim() });
  }

  /** It is there already, under this or another name. */
  async pointTo(viewer: Viewer, id: string, skillId: string): Decided {
    const proposal = await this.waiting(viewer, id);
    if (!(proposal instanceof SkillProposal)) return proposal;
    const skill = await this.skills.findSkill(viewer, skillId);
    if (!skill) return InvalidInput.of('skillId', 'This skill is in no published framework.');
    return this.decide(viewer, proposal, { state: 'EXISTS', skillId: skill.id, reason: null });
  }

  /** Two who decide at once come one after the other. */
  private async waiting(viewer: Viewer, id: string): Promise<SkillProposal | NotAllowed | NotFound> {
    const seen = await this.find(viewer, id);
    if (!seen) return new NotFound('This proposal');
    const proposal = await viewer.tx.manager
      .createQueryBuilder(SkillProposal, 'proposal')
      .setLock('pessimistic_write')
      .where('proposal.id = :id', { id: seen.id })
      .getOne();
    if (!proposal) return new NotFound('This proposal');
    return can(viewer, 'decide', proposal)
      ? proposal
      : new NotAllowed('This proposal is decided already, or not yours to decide.');
  }

  private async decide(
    viewer: Viewer,
    proposal: SkillProposal,
    decision: Pick<SkillProposal, 'state' | 'skillId' | 'reason'>,
  ): Promise<SkillProposal> {
    const decided = { ...decision, decidedBy: viewer.personId, decidedAt: viewer.now };
    await viewer.tx.manager.update(SkillProposal, { id: proposal.id }, decided);
    await record(viewer, new SkillProposalDecided(proposal.id, proposal.proposedBy));
    return viewer.tx.manager.merge(SkillProposal, proposal, decided);
  }
}
