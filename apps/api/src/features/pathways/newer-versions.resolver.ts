import { Args, Float, ID, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/access/allow.decorator.js';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { Viewer } from '../../platform/access/viewer.js';
import { CalendarDay } from '../../platform/graphql/date.scalar.js';
import { InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import { resultOf } from '../../platform/graphql/result-of.js';
import type { SkillFramework } from '../skills/framework.entity.js';
import { SkillFrameworkType } from '../skills/framework.type.js';
import { JobRoleLevelType } from '../skills/job-role.type.js';
import type { Goal } from './goal.entity.js';
import { GoalType } from './goal.type.js';
import { NewerVersionType } from './newer-version.type.js';
import { type NewerVersion, NewerVersionsService } from './newer-versions.service.js';

const MoveGoalResult = resultOf('MoveGoalResult', GoalType, [NotAllowed, NotFound]);
const KeepGoalsResult = resultOf('KeepGoalsResult', SkillFrameworkType, [InvalidInput, NotFound]);

@Resolver(() => GoalType)
export class GoalVersionResolver {
  constructor(private readonly newer: NewerVersionsService) {}

  @ResolveField(() => NewerVersionType, {
    nullable: true,
    description: 'A newer version of what is aimed at; null where it was planned against the version of today.',
  })
  newerVersion(@CurrentViewer() viewer: Viewer, @Parent() goal: Goal): Promise<NewerVersion | null> {
    return this.newer.of(viewer, goal);
  }

  @Mutation(() => MoveGoalResult, {
    description: 'Takes a goal of the viewer along to the newer version of what it aims at.',
  })
  @Allow('submission.write')
  moveGoal(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<Goal | NotAllowed | NotFound> {
    return this.newer.move(viewer, id);
  }
}

@Resolver(() => NewerVersionType)
export class NewerVersionResolver {
  constructor(private readonly newer: NewerVersionsService) {}

  @ResolveField(() => JobRoleLevelType, { description: 'The level as the newer version has it.' })
  jobRoleLevel(@Parent() newer: NewerVersion): NewerVersion['jobRoleLevel'] {
    return newer.jobRoleLevel;
  }

  @ResolveField(() => SkillFrameworkType, { description: 'The newer version.' })
  framework(@Parent() newer: NewerVersion): SkillFramework {
    return newer.framework;
  }

  @ResolveField(() => Float, { nullable: true, description: 'Verified readiness by the newer version, 0 to 1.' })
  verified(@CurrentViewer() viewer: Viewer, @Parent() newer: NewerVersion): Promise<number | null> {
    return this.newer.verified(viewer, newer);
  }
}

@Resolver(() => SkillFrameworkType)
export class FrameworkGoalsResolver {
  constructor(private readonly newer: NewerVersionsService) {}

  @ResolveField(() => CalendarDay, {
    nullable: true,
    description: 'The last day on which goals stay with what an earlier version asked; null: until each person moves.',
  })
  goalsKeptUntil(@CurrentViewer() viewer: Viewer, @Parent() framework: SkillFramework): Promise<string | null> {
    return this.newer.keptUntil(viewer, framework.id);
  }

  @Mutation(() => KeepGoalsResult, {
    description: 'Until when goals stay with what an earlier version asked, once this version takes its place, or has.',
  })
  @Allow('framework.manage')
  keepGoalsUntil(
    @CurrentViewer() viewer: Viewer,
    @Args('frameworkId', { type: () => ID, description: 'The newer version.' }) frameworkId: string,
    @Args('until', {
      type: () => CalendarDay,
      nullable: true,
      description: 'The last day; null: until each person moves.',
    })
    until?: string | null,
  ): Promise<SkillFramework | InvalidInput | NotFound> {
    return this.newer.keepUntil(viewer, frameworkId, until ?? null);
  }
}
