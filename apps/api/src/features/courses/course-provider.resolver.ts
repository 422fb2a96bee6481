import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/access/allow.decorator.js';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { viewerCan } from '../../platform/access/policy.js';
import { Viewer } from '../../platform/access/viewer.js';
import type { Page } from '../../platform/graphql/connection.js';
import { ChangedMeanwhile, InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import { resultOf } from '../../platform/graphql/result-of.js';
import { CourseProviderInput } from './course.inputs.js';
import { CourseProvider } from './course-provider.entity.js';
import { CourseProviderConnection, CourseProviderType } from './course-provider.type.js';
import { CourseProvidersService } from './course-providers.service.js';

const CourseProviderResult = resultOf('CourseProviderResult', CourseProviderType, [
  InvalidInput,
  NotAllowed,
  NotFound,
  ChangedMeanwhile,
]);
type Saved = Promise<CourseProvider | InvalidInput | NotAllowed | NotFound | ChangedMeanwhile>;

@Resolver(() => CourseProviderType)
export class CourseProviderResolver {
  constructor(private readonly service: CourseProvidersService) {}

  @Query(() => CourseProviderConnection, { description: 'Providers of courses by name.' })
  @Allow('achievement.read')
  courseProviders(
    @CurrentViewer() viewer: Viewer,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 50 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after?: string | null,
    @Args('search', { type: () => String, nullable: true }) search?: string | null,
  ): Promise<Page<CourseProvider>> {
    return this.service.page(viewer, { first, after, search });
  }

  @Mutation(() => CourseProviderResult, { description: 'Adds a provider of courses.' })
  @Allow('course.manage')
  addCourseProvider(@CurrentViewer() viewer: Viewer, @Args('input') input: CourseProviderInput): Saved {
    return this.service.add(viewer, input);
  }

  @Mutation(() => CourseProviderResult, { description: 'Saves what is given of a provider.' })
  @Allow('course.manage')
  saveCourseProvider(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID }) id: string,
    @Args('expectedRevision', { type: () => Int }) expectedRevision: number,
    @Args('input') input: CourseProviderInput,
  ): Saved {
    return this.service.save(viewer, id, expectedRevision, input);
  }

  @ResolveField(() => [String], { description: 'What the viewer may do to it.' })
  viewerCan(@CurrentViewer() viewer: Viewer, @Parent() provider: CourseProvider): string[] {
    return viewerCan(viewer, provider);
  }
}
