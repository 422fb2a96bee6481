import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/access/allow.decorator.js';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { Viewer } from '../../platform/access/viewer.js';
import type { Page } from '../../platform/graphql/connection.js';
import { ChangedMeanwhile, InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import { resultOf } from '../../platform/graphql/result-of.js';
import type { Course } from './course.entity.js';
import { AddCourseInput, CourseFilterInput, SaveCourseInput } from './course.inputs.js';
import { CourseConnection, CourseFacetsType, CourseType } from './course.type.js';
import { CourseKeepingService } from './course-keeping.service.js';
import { type CourseFacets, CoursesService } from './courses.service.js';

const CourseResult = resultOf('CourseResult', CourseType, [InvalidInput, NotAllowed, NotFound, ChangedMeanwhile]);
type Saved = Promise<Course | InvalidInput | NotAllowed | NotFound | ChangedMeanwhile>;

@Resolver()
export class CourseResolver {
  constructor(
    private readonly service: CoursesService,
    private readonly keeping: CourseKeepingService,
  ) {}

  @Query(() => CourseConnection, { description: 'Courses by title.' })
  @Allow('achievement.read')
  courses(
    @CurrentViewer() viewer: Viewer,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 50 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after?: string | null,
    @Args('search', { type: () => String, nullable: true }) search?: string | null,
    @Args('filter', { type: () => CourseFilterInput, nullable: true }) filter?: CourseFilterInput | null,
  ): Promise<Page<Course>> {
    return this.service.page(viewer, { first, after, search, filter });
  }

  @Query(() => CourseFacetsType, {
    description: 'How many courses each choice would leave, under all the other wishes.',
  })
  @Allow('achievement.read')
  courseFacets(
    @CurrentViewer() viewer: Viewer,
    @Args('search', { type: () => String, nullable: true }) search?: string | null,
    @Args('filter', { type: () => CourseFilterInput, nullable: true }) filter?: CourseFilterInput | null,
  ): Promise<CourseFacets> {
    return this.service.facets(viewer, { search, filter });
  }

  @Query(() => CourseType, { nullable: true, description: 'One course.' })
  @Allow('achievement.read')
  course(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID }) id: string): Promise<Course | null> {
    return this.service.find(viewer, id);
  }

  @Mutation(() => CourseResult, { description: 'Adds a course to the catalogue.' })
  @Allow('course.manage')
  addCourse(@CurrentViewer() viewer: Viewer, @Args('input') input: AddCourseInput): Saved {
    return this.keeping.add(viewer, input);
  }

  @Mutation(() => CourseResult, { description: 'Saves what is given of a course.' })
  @Allow('course.manage')
  saveCourse(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID }) id: string,
    @Args('expectedRevision', { type: () => Int }) expectedRevision: number,
    @Args('input') input: SaveCourseInput,
  ): Saved {
    return this.keeping.save(viewer, id, expectedRevision, input);
  }

  @Mutation(() => CourseResult, { description: 'Offers a course no more. Who finished it keeps that.' })
  @Allow('course.manage')
  retireCourse(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID }) id: string): Saved {
    return this.keeping.turn(viewer, id, 'RETIRED');
  }

  @Mutation(() => CourseResult, { description: 'Offers a retired course again.' })
  @Allow('course.manage')
  reinstateCourse(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID }) id: string): Saved {
    return this.keeping.turn(viewer, id, 'ACTIVE');
  }
}
