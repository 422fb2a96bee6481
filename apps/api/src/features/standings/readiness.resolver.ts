import { Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/access/allow.decorator.js';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { Viewer } from '../../platform/access/viewer.js';
import type { AchievementVersion } from '../achievements/achievement-version.entity.js';
import { AchievementVersionType } from '../achievements/achievement-version.type.js';
import type { ProficiencyLevel } from '../skills/framework.entity.js';
import { ProficiencyLevelType } from '../skills/framework.type.js';
import { SkillsService } from '../skills/skills.service.js';
import { type ReadinessRow, ReadinessService, type RoleReadiness } from './readiness.service.js';
import { ReadinessRowType, RoleReadinessType } from './readiness.type.js';

@Resolver(() => ReadinessRowType)
export class ReadinessResolver {
  constructor(
    private readonly readiness: ReadinessService,
    private readonly skills: SkillsService,
  ) {}

  @Query(() => RoleReadinessType, {
    nullable: true,
    description:
      "What the viewer's job asks beside what is verified; null where the job is not in the job architecture.",
  })
  @Allow('framework.read')
  myReadiness(@CurrentViewer() viewer: Viewer): Promise<RoleReadiness | null> {
    return this.readiness.mine(viewer);
  }

  @ResolveField(() => ProficiencyLevelType, { nullable: true, description: 'The verified level that counts now.' })
  async verified(@CurrentViewer() viewer: Viewer, @Parent() row: ReadinessRow): Promise<ProficiencyLevel | null> {
    return row.have > 0 ? this.skills.levelOf(viewer, row.requirement.skillId, row.have) : null;
  }

  @ResolveField(() => AchievementVersionType, {
    nullable: true,
    description:
      'A published achievement that would close the gap, or comes nearest to it; null where there is none, or no gap.',
  })
  achievement(@CurrentViewer() viewer: Viewer, @Parent() row: ReadinessRow): Promise<AchievementVersion | null> {
    return this.readiness.achievementFor(viewer, row);
  }
}
