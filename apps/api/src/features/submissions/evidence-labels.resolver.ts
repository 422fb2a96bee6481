import { Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/access/allow.decorator.js';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { Viewer } from '../../platform/access/viewer.js';
import type { SkillView } from '../skills/skill.entity.js';
import { SkillType } from '../skills/skill.type.js';
import { SkillsService } from '../skills/skills.service.js';
import type { EvidenceItem } from './evidence-item.entity.js';
import { EvidenceItemType } from './evidence-item.type.js';
import { EvidenceLabelsService } from './evidence-labels.service.js';
import { EvidenceLabels, EvidenceSkill } from './evidence-labels.type.js';

@Resolver(() => EvidenceItemType)
export class EvidenceLabelsResolver {
  constructor(
    private readonly service: EvidenceLabelsService,
    private readonly skillsService: SkillsService,
  ) {}

  @Query(() => EvidenceLabels, { description: "Own words and skills in use in the viewer's own library." })
  @Allow('evidence.keep')
  myEvidenceLabels(@CurrentViewer() viewer: Viewer): Promise<EvidenceLabels> {
    return this.service.mine(viewer);
  }

  @ResolveField(() => [SkillType], { description: 'Skills that its owner says it is about.' })
  async skills(@CurrentViewer() viewer: Viewer, @Parent() { skillIds }: EvidenceItem): Promise<SkillView[]> {
    const found = await Promise.all(skillIds.map((id) => this.skillsService.skillById(viewer, id)));
    return found.flatMap((skill) => (skill ? [skill] : []));
  }
}

@Resolver(() => EvidenceSkill)
export class EvidenceSkillResolver {
  constructor(private readonly skillsService: SkillsService) {}

  @ResolveField(() => SkillType, {
    nullable: true,
    description: 'The skill; null where its framework is not open any more.',
  })
  skill(@CurrentViewer() viewer: Viewer, @Parent() { skillId }: EvidenceSkill): Promise<SkillView | null> {
    return this.skillsService.skillById(viewer, skillId);
  }
}
