import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { Viewer } from '../../platform/access/viewer.js';
import type { AchievementVersion } from '../achievements/achievement-version.entity.js';
import { AchievementVersionType } from '../achievements/achievement-version.type.js';
import { type ReadinessRow, ReadinessRowType } from '../standings/readiness.type.js';
import type { Submission } from '../submissions/submission.entity.js';
import { SubmissionType } from '../submissions/submission.type.js';
import { SubmissionsService } from '../submissions/submissions.service.js';
import { GapStepType } from './gap-step.type.js';
import { GapStepsService } from './gap-steps.service.js';
import { PlanStepType } from './plan.type.js';

@Resolver(() => ReadinessRowType)
export class GapStepsResolver {
  constructor(
    private readonly service: GapStepsService,
    private readonly submissions: SubmissionsService,
  ) {}

  @ResolveField(() => [GapStepType], {
    description:
      'What can be done next about the gap: what the plan has for it, in its order, then what else would help. Empty where there is none.',
  })
  nextSteps(@CurrentViewer() viewer: Viewer, @Parent() row: ReadinessRow): Promise<GapStepType[]> {
    return this.service.of(viewer, row);
  }

  @ResolveField(() => AchievementVersionType, {
    nullable: true,
    description: 'What the plan has next for the gap; null where it has nothing, or there is no gap.',
  })
  achievement(@CurrentViewer() viewer: Viewer, @Parent() row: ReadinessRow): Promise<AchievementVersion | null> {
    return this.service.achievementFor(viewer, row);
  }

  @ResolveField(() => SubmissionType, {
    nullable: true,
    description: "The viewer's own attempt at that achievement, where there is one.",
  })
  async submission(@CurrentViewer() viewer: Viewer, @Parent() row: ReadinessRow): Promise<Submission | null> {
    if (!viewer.isSelf(row.personId)) return null;
    const achievement = await this.service.achievementFor(viewer, row);
    return achievement ? this.submissions.mineAt(viewer, achievement.achievementId) : null;
  }
}

@Resolver(() => AchievementVersionType)
export class AchievementStepsResolver {
  constructor(private readonly service: GapStepsService) {}

  @ResolveField(() => [GapStepType], {
    description: 'What the viewer has for it already, and who or what would help with it.',
  })
  myWays(@CurrentViewer() viewer: Viewer, @Parent() version: AchievementVersion): Promise<GapStepType[]> {
    return this.service.towards(viewer, version);
  }
}

@Resolver(() => PlanStepType)
export class PlanStepSubmissionResolver {
  constructor(private readonly submissions: SubmissionsService) {}

  @ResolveField(() => SubmissionType, {
    nullable: true,
    description: "The viewer's own newest attempt at it; null where there is none.",
  })
  mySubmission(@CurrentViewer() viewer: Viewer, @Parent() step: PlanStepType): Promise<Submission | null> {
    return this.submissions.mineAt(viewer, step.achievementId);
  }
}
