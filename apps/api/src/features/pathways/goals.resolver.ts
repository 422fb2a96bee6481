import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/access/allow.decorator.js';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { viewerCan } from '../../platform/access/policy.js';
import { Viewer } from '../../platform/access/viewer.js';
import { InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import { resultOf } from '../../platform/graphql/result-of.js';
import { PeopleService } from '../people/people.service.js';
import type { Person } from '../people/person.entity.js';
import { PersonType } from '../people/person.type.js';
import type { JobRoleLevel } from '../skills/job-role.entity.js';
import { JobRoleLevelType } from '../skills/job-role.type.js';
import { SkillsService } from '../skills/skills.service.js';
import { ReadinessService, type RoleReadiness } from '../standings/readiness.service.js';
import { RoleReadinessType } from '../standings/readiness.type.js';
import type { Goal } from './goal.entity.js';
import { GoalInput } from './goal.inputs.js';
import { GoalType } from './goal.type.js';
import { GoalsService } from './goals.service.js';

const GoalResult = resultOf('GoalResult', GoalType, [InvalidInput, NotAllowed, NotFound]);

@Resolver(() => GoalType)
export class GoalsResolver {
  constructor(
    private readonly goals: GoalsService,
    private readonly people: PeopleService,
    private readonly skills: SkillsService,
    private readonly ready: ReadinessService,
  ) {}

  @Query(() => GoalType, { nullable: true, description: 'What the viewer aims at; null where no goal is open.' })
  @Allow('framework.read')
  myGoal(@CurrentViewer() viewer: Viewer): Promise<Goal | null> {
    return this.goals.of(viewer, viewer.personId ?? '');
  }

  @Mutation(() => GoalResult, { description: 'Aims at a job role level. The goal before ends.' })
  @Allow('submission.write')
  chooseGoal(
    @CurrentViewer() viewer: Viewer,
    @Args('input') input: GoalInput,
  ): Promise<Goal | InvalidInput | NotFound> {
    return this.goals.choose(viewer, input);
  }

  @Mutation(() => GoalResult, {
    description: 'Assigns a goal to a report of the viewer. One of their own that is not shared stays.',
  })
  @Allow('team.read')
  assignGoal(
    @CurrentViewer() viewer: Viewer,
    @Args('personId', { type: () => ID }) personId: string,
    @Args('input') input: GoalInput,
  ): Promise<Goal | InvalidInput | NotAllowed | NotFound> {
    return this.goals.assign(viewer, personId, input);
  }

  @Mutation(() => GoalResult, { description: 'Ends a goal, by the person or by the line manager who sees it.' })
  @Allow('submission.write')
  endGoal(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID }) id: string): Promise<Goal | NotFound> {
    return this.goals.end(viewer, id);
  }

  @ResolveField(() => JobRoleLevelType, { nullable: true, description: 'What is aimed at.' })
  jobRoleLevel(@CurrentViewer() viewer: Viewer, @Parent() goal: Goal): Promise<JobRoleLevel | null> {
    return this.skills.jobRoleLevelById(viewer, goal.jobRoleLevelId);
  }

  @ResolveField(() => PersonType, { nullable: true, description: 'Who chose it: the person, or the line manager.' })
  chosenBy(@CurrentViewer() viewer: Viewer, @Parent() goal: Goal): Promise<Person | null> {
    return this.people.byId(viewer, goal.chosenBy);
  }

  @ResolveField(() => RoleReadinessType, { nullable: true, description: 'Where the person stands on the way.' })
  readiness(@CurrentViewer() viewer: Viewer, @Parent() goal: Goal): Promise<RoleReadiness | null> {
    return this.ready.of(viewer, goal.personId, goal.jobRoleLevelId, viewer.now);
  }

  @ResolveField(() => [String], { description: 'What the viewer may do with it: `read`, `move`, `end`.' })
  viewerCan(@CurrentViewer() viewer: Viewer, @Parent() goal: Goal): string[] {
    return viewerCan(viewer, goal);
  }
}

@Resolver(() => PersonType)
export class PersonGoalResolver {
  constructor(private readonly goals: GoalsService) {}

  @ResolveField(() => GoalType, {
    nullable: true,
    description: 'What this person aims at; for the person, and for the line manager where it is shared.',
  })
  goal(@CurrentViewer() viewer: Viewer, @Parent() person: Person): Promise<Goal | null> {
    return this.goals.of(viewer, person.id);
  }
}
