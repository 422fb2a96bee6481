import { Args, ID, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/access/allow.decorator.js';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { viewerCan } from '../../platform/access/policy.js';
import { Viewer } from '../../platform/access/viewer.js';
import { CalendarDay } from '../../platform/graphql/date.scalar.js';
import { InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import { resultOf } from '../../platform/graphql/result-of.js';
import type { Person } from '../people/person.entity.js';
import { PeopleService } from '../people/people.service.js';
import { PersonType } from '../people/person.type.js';
import type { Goal } from './goal.entity.js';
import { GoalType } from './goal.type.js';
import { GoalsService } from './goals.service.js';
import type { PlanChange } from './plan-changes.rules.js';
import type { PlanComment, PlanReview } from './plan-review.entity.js';
import { KeptPlanStepType, PlanChangeType, PlanCommentType, PlanReviewType } from './plan-review.type.js';
import { PlanReviewsService } from './plan-reviews.service.js';

const PlanReviewResult = resultOf('PlanReviewResult', PlanReviewType, [InvalidInput, NotAllowed, NotFound]);

@Resolver(() => PlanReviewType)
export class PlanReviewsResolver {
  constructor(
    private readonly reviews: PlanReviewsService,
    private readonly goals: GoalsService,
    private readonly people: PeopleService,
  ) {}

  @Mutation(() => PlanReviewResult, {
    description: "Proposes the viewer's plan, as it stands today, to the line manager. What was proposed before ends.",
  })
  @Allow('submission.write')
  proposePlan(@CurrentViewer() viewer: Viewer): Promise<PlanReview | NotAllowed | NotFound> {
    return this.reviews.propose(viewer);
  }

  @Mutation(() => PlanReviewResult, { description: 'Agrees, as the line manager, to a plan that was proposed.' })
  @Allow('team.read')
  agreePlan(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID }) id: string,
    @Args('byDay', { type: () => CalendarDay, nullable: true, description: 'Until when; null: no day.' })
    byDay?: string | null,
  ): Promise<PlanReview | InvalidInput | NotAllowed | NotFound> {
    return this.reviews.agree(viewer, id, byDay ?? null);
  }

  @Mutation(() => PlanReviewResult, { description: 'Says something about a plan; the other of the two is told.' })
  @Allow('submission.write')
  commentOnPlan(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID }) id: string,
    @Args('words') words: string,
  ): Promise<PlanReview | InvalidInput | NotAllowed | NotFound> {
    return this.reviews.comment(viewer, id, words);
  }

  @ResolveField(() => [KeptPlanStepType], { description: 'Its steps, as they were proposed.' })
  steps(@CurrentViewer() viewer: Viewer, @Parent() review: PlanReview): Promise<KeptPlanStepType[]> {
    return this.reviews.stepsOf(viewer, review);
  }

  @ResolveField(() => PersonType, { nullable: true, description: 'Who agreed to it.' })
  agreedBy(@CurrentViewer() viewer: Viewer, @Parent() review: PlanReview): Promise<Person | null> {
    return review.agreedBy ? this.people.byId(viewer, review.agreedBy) : Promise.resolve(null);
  }

  @ResolveField(() => [PlanCommentType], { description: 'What was said about it, the newest last.' })
  comments(@CurrentViewer() viewer: Viewer, @Parent() review: PlanReview): Promise<PlanComment[]> {
    return this.reviews.commentsOn(viewer, review);
  }

  @ResolveField(() => [PlanChangeType], { description: 'What is different today from what was proposed.' })
  async changes(@CurrentViewer() viewer: Viewer, @Parent() review: PlanReview): Promise<PlanChange[]> {
    const goal = await this.goals.of(viewer, review.personId);
    return goal?.id === review.goalId ? this.reviews.changesSince(viewer, review, goal) : [];
  }

  @ResolveField(() => [String], { description: 'What the viewer may do with it: `read`, `comment`, `agree`.' })
  viewerCan(@CurrentViewer() viewer: Viewer, @Parent() review: PlanReview): string[] {
    return viewerCan(viewer, review);
  }
}

@Resolver(() => PlanCommentType)
export class PlanCommentResolver {
  constructor(private readonly people: PeopleService) {}

  @ResolveField(() => PersonType, { nullable: true, description: 'Who said it.' })
  author(@CurrentViewer() viewer: Viewer, @Parent() comment: PlanComment): Promise<Person | null> {
    return this.people.byId(viewer, comment.authorId);
  }
}

@Resolver(() => GoalType)
export class GoalReviewResolver {
  constructor(private readonly reviews: PlanReviewsService) {}

  @ResolveField(() => PlanReviewType, {
    nullable: true,
    description: 'The plan that was proposed or agreed last; null where none was.',
  })
  review(@CurrentViewer() viewer: Viewer, @Parent() goal: Goal): Promise<PlanReview | null> {
    return this.reviews.of(viewer, goal);
  }
}
