import { Args, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { Viewer } from '../../platform/access/viewer.js';
import type { SkillView } from '../skills/skill.entity.js';
import { SkillType } from '../skills/skill.type.js';
import type { Course } from './course.entity.js';
import { CourseType } from './course.type.js';
import { CoursesService } from './courses.service.js';

@Resolver(() => SkillType)
export class SkillCoursesResolver {
  constructor(private readonly service: CoursesService) {}

  @ResolveField(() => [CourseType], { description: 'Active courses that teach it, those that aim highest last.' })
  courses(
    @CurrentViewer() viewer: Viewer,
    @Parent() skill: SkillView,
    @Args('first', { type: () => Int, description: 'How many, fifty at most.' }) first: number,
  ): Promise<Course[]> {
    return this.service.teaching(viewer, skill.id, first);
  }
}
