import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { neededOrdinal } from '@assay/pathway';
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
  constructor(private readonly service: GapStepsService) {}

  @ResolveField(() => [GapStepType], {
    description: 'What can be done next about the gap, what leaves least of it first; empty where there is none.',
  })
  nextSteps(@CurrentViewer() viewer: Viewer, @Parent() row: ReadinessRow): Promise<GapStepType[]> {
    const { personId, requirement, have, layers } = row;
    const gap = { personId, skillId: requirement.skillId, needed: neededOrdinal(requirement), have };
    return this.service.of(viewer, { ...gap, lapsedAt: layers?.lapsed?.ordinal ?? null });
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
