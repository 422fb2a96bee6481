import { Args, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/access/allow.decorator.js';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { Viewer } from '../../platform/access/viewer.js';
import type { SkillView } from '../skills/skill.entity.js';
import { SkillType } from '../skills/skill.type.js';
import { SkillsService } from '../skills/skills.service.js';
import { EvidenceService } from './evidence.service.js';
import { EvidenceAtHandService } from './evidence-at-hand.service.js';
import { EvidenceAtHand } from './evidence-at-hand.type.js';
import type { EvidenceItem } from './evidence-item.entity.js';
import { EvidenceItemType } from './evidence-item.type.js';

@Resolver(() => EvidenceAtHand)
export class EvidenceAtHandResolver {
  constructor(
    private readonly service: EvidenceAtHandService,
    private readonly evidence: EvidenceService,
    private readonly skills: SkillsService,
  ) {}

  @Query(() => [EvidenceAtHand], {
    description: "What of the viewer's own library fits something that can be earned, the nearest first; at most ten.",
  })
  @Allow('evidence.keep')
  evidenceAtHand(
    @CurrentViewer() viewer: Viewer,
    @Args('achievementVersionId', { type: () => ID, description: 'What can be earned.' }) achievementVersionId: string,
  ): Promise<EvidenceAtHand[]> {
    return this.service.of(viewer, achievementVersionId);
  }

  @ResolveField(() => EvidenceItemType, { description: 'The item.' })
  item(@CurrentViewer() viewer: Viewer, @Parent() { itemId }: EvidenceAtHand): Promise<EvidenceItem | null> {
    return this.evidence.byId(viewer, itemId);
  }

  @ResolveField(() => [SkillType], { description: 'Skills of the achievement that its owner says it is about.' })
  async aboutSkills(@CurrentViewer() viewer: Viewer, @Parent() { skillIds }: EvidenceAtHand): Promise<SkillView[]> {
    const found = await Promise.all(skillIds.map((id) => this.skills.skillById(viewer, id)));
    return found.flatMap((skill) => (skill ? [skill] : []));
  }
}
