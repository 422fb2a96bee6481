import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
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

  @ResolveField(() => [CourseType], { description: 'Active courses that teach it, fifty at most.' })
  courses(@CurrentViewer() viewer: Viewer, @Parent() skill: SkillView): Promise<Course[]> {
    return this.service.teaching(viewer, skill.id);
  }
}
