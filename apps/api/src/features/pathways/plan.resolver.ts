import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { Viewer } from '../../platform/access/viewer.js';
import type { AchievementVersion } from '../achievements/achievement-version.entity.js';
import { AchievementVersionType } from '../achievements/achievement-version.type.js';
import { AchievementsService } from '../achievements/achievements.service.js';
import { RoleReadinessType } from '../standings/readiness.type.js';
import { PlanOfferType, PlanStepType, PlanType } from './plan.type.js';
import { type Aimed, type PlanView, PlansService } from './plans.service.js';

@Resolver(() => RoleReadinessType)
export class ReadinessPlanResolver {
  constructor(private readonly plans: PlansService) {}

  @ResolveField(() => PlanType, {
    description:
      'What closes the gaps, in which order, and why. It follows from what is held and offered; nothing is kept.',
  })
  plan(@CurrentViewer() viewer: Viewer, @Parent() readiness: Aimed): Promise<PlanView> {
    return this.plans.of(viewer, readiness);
  }
}

@Resolver(() => PlanStepType)
export class PlanStepResolver {
  constructor(private readonly achievements: AchievementsService) {}

  @ResolveField(() => AchievementVersionType, { nullable: true, description: 'What is earned.' })
  achievement(@CurrentViewer() viewer: Viewer, @Parent() step: PlanStepType): Promise<AchievementVersion | null> {
    return this.achievements.currentOf(viewer, step.achievementId);
  }
}

@Resolver(() => PlanOfferType)
export class PlanOfferResolver {
  constructor(private readonly achievements: AchievementsService) {}

  @ResolveField(() => AchievementVersionType, { nullable: true, description: 'What is offered.' })
  achievement(@CurrentViewer() viewer: Viewer, @Parent() offer: PlanOfferType): Promise<AchievementVersion | null> {
    return this.achievements.currentOf(viewer, offer.achievementId);
  }
}
