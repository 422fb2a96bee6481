import { Args, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { Viewer } from '../../platform/access/viewer.js';
import type { Course } from '../courses/course.entity.js';
import { CourseOutcomeType, CourseType } from '../courses/course.type.js';
import type { CourseOutcome } from '../courses/course-outcome.entity.js';
import { CoursesService } from '../courses/courses.service.js';
import { type AchievementVersion, awardedSkills } from './achievement-version.entity.js';
import { AchievementVersionType } from './achievement-version.type.js';
import { AchievementsService } from './achievements.service.js';

/** Where an outcome names no level, any achievement that proves the skill will do. */
const LOWEST_LEVEL = 1;

@Resolver(() => AchievementVersionType)
export class AchievementCoursesResolver {
  constructor(private readonly service: CoursesService) {}

  @ResolveField(() => [CourseType], { description: 'Active courses that teach the skills that it proves.' })
  async courses(
    @CurrentViewer() viewer: Viewer,
    @Parent() version: AchievementVersion,
    @Args('first', { type: () => Int, description: 'How many, fifty at most.' }) first: number,
  ): Promise<Course[]> {
    const taught = awardedSkills(version).map(({ skillId }) => this.service.teaching(viewer, skillId, first));
    const courses = new Map((await Promise.all(taught)).flat().map((course) => [course.id, course]));
    return [...courses.values()].slice(0, Math.max(first, 0));
  }
}

@Resolver(() => CourseOutcomeType)
export class CourseOutcomeAchievementResolver {
  constructor(private readonly achievements: AchievementsService) {}

  @ResolveField(() => AchievementVersionType, {
    nullable: true,
    description: 'The published achievement that proves the skill at that level or above, if there is one.',
  })
  achievement(
    @CurrentViewer() viewer: Viewer,
    @Parent() { skillId, levelOrdinal }: Pick<CourseOutcome, 'skillId' | 'levelOrdinal'>,
  ): Promise<AchievementVersion | null> {
    return this.achievements.proving(viewer, skillId, levelOrdinal ?? LOWEST_LEVEL);
  }
}
