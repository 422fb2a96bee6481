import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/access/allow.decorator.js';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { viewerCan } from '../../platform/access/policy.js';
import { Viewer } from '../../platform/access/viewer.js';
import type { Page } from '../../platform/graphql/connection.js';
import { InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import { resultOf } from '../../platform/graphql/result-of.js';
import { PeopleService } from '../people/people.service.js';
import type { Person } from '../people/person.entity.js';
import { PersonType } from '../people/person.type.js';
import type { CompletedOutcome, Completion } from './completion.entity.js';
import { CourseFeedbackInput, RecordCompletionInput } from './completion.inputs.js';
import { CompletionConnection, CompletionType, CourseFeedbackType } from './completion.type.js';
import { CompletionsService } from './completions.service.js';
import type { Course } from './course.entity.js';
import { CourseOutcomeType, CourseType } from './course.type.js';
import type { CourseFeedback } from './course-feedback.entity.js';
import { CourseFeedbackService } from './course-feedback.service.js';
import { CoursesService } from './courses.service.js';

const CompletionResult = resultOf('CompletionRecordResult', CompletionType, [InvalidInput, NotAllowed, NotFound]);
const FeedbackResult = resultOf('CourseFeedbackResult', CourseFeedbackType, [InvalidInput, NotAllowed, NotFound]);
type Recorded = Promise<Completion | InvalidInput | NotAllowed | NotFound>;

@Resolver(() => CompletionType)
export class CompletionResolver {
  constructor(
    private readonly completions: CompletionsService,
    private readonly courses: CoursesService,
    private readonly people: PeopleService,
    private readonly feedback: CourseFeedbackService,
  ) {}

  @Query(() => CompletionConnection, { description: 'The courses that the viewer finished, newest first.' })
  @Allow('achievement.read')
  myCompletions(
    @CurrentViewer() viewer: Viewer,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 50 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after?: string | null,
  ): Promise<Page<Completion>> {
    return this.completions.page(viewer, { first, after, personId: viewer.personId ?? '' });
  }

  @Query(() => CompletionConnection, { description: 'Who finished a course, newest first.' })
  @Allow('course.manage')
  courseCompletions(
    @CurrentViewer() viewer: Viewer,
    @Args('courseId', { type: () => ID }) courseId: string,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 50 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after?: string | null,
  ): Promise<Page<Completion>> {
    return this.completions.ofCourse(viewer, courseId, { first, after });
  }

  @Mutation(() => CompletionResult, {
    description: 'Records that somebody finished a course. The same twice is there once.',
  })
  @Allow('course.manage')
  recordCompletion(@CurrentViewer() viewer: Viewer, @Args('input') input: RecordCompletionInput): Recorded {
    return this.completions.record(viewer, input);
  }

  @Mutation(() => CompletionResult, {
    description: 'Takes a recorded completion back, with a reason that the person reads.',
  })
  @Allow('course.manage')
  withdrawCompletion(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID }) id: string,
    @Args('reason') reason: string,
  ): Recorded {
    return this.completions.withdraw(viewer, id, reason);
  }

  @Mutation(() => FeedbackResult, { description: 'Says how a course was that the viewer finished.' })
  @Allow('achievement.read')
  giveCourseFeedback(
    @CurrentViewer() viewer: Viewer,
    @Args('courseId', { type: () => ID }) courseId: string,
    @Args('input') input: CourseFeedbackInput,
  ): Promise<CourseFeedback | InvalidInput | NotAllowed | NotFound> {
    return this.feedback.give(viewer, courseId, input);
  }

  @ResolveField(() => CourseType, { description: 'The course.' })
  course(@CurrentViewer() viewer: Viewer, @Parent() completion: Completion): Promise<Course | null> {
    return this.courses.byId(viewer, completion.courseId);
  }

  @ResolveField(() => PersonType, { description: 'Who finished it.' })
  person(@CurrentViewer() viewer: Viewer, @Parent() completion: Completion): Promise<Person | null> {
    return this.people.byId(viewer, completion.personId);
  }

  @ResolveField(() => [CourseOutcomeType], { description: 'What the course led to when this was recorded.' })
  outcomes(@Parent() completion: Completion): CompletedOutcome[] {
    return completion.outcomes;
  }

  @ResolveField(() => [String], { description: 'What the viewer may do with it.' })
  viewerCan(@CurrentViewer() viewer: Viewer, @Parent() completion: Completion): string[] {
    return viewerCan(viewer, completion);
  }
}
