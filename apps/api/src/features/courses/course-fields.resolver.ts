import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { viewerCan } from '../../platform/access/policy.js';
import { Viewer } from '../../platform/access/viewer.js';
import type { ProficiencyLevel } from '../skills/framework.entity.js';
import { ProficiencyLevelType } from '../skills/framework.type.js';
import type { SkillView } from '../skills/skill.entity.js';
import { SkillType } from '../skills/skill.type.js';
import { SkillsService } from '../skills/skills.service.js';
import type { Completion } from './completion.entity.js';
import { CompletionType, CourseFeedbackType } from './completion.type.js';
import { CompletionsService } from './completions.service.js';
import type { Course } from './course.entity.js';
import { CourseCatalogueType, CourseOutcomeType, CourseRatingType, CourseType } from './course.type.js';
import type { CourseCatalogue } from './course-catalogue.entity.js';
import type { CourseFeedback } from './course-feedback.entity.js';
import { CourseFeedbackService } from './course-feedback.service.js';
import type { CourseOutcome } from './course-outcome.entity.js';
import type { CourseProvider } from './course-provider.entity.js';
import { CourseProviderType } from './course-provider.type.js';
import { CourseProvidersService } from './course-providers.service.js';
import { CoursesService } from './courses.service.js';

@Resolver(() => CourseType)
export class CourseFieldsResolver {
  constructor(
    private readonly courses: CoursesService,
    private readonly providers: CourseProvidersService,
    private readonly completions: CompletionsService,
    private readonly feedback: CourseFeedbackService,
  ) {}

  @ResolveField(() => CourseProviderType, { nullable: true, description: 'Whoever gives it.' })
  async provider(@CurrentViewer() viewer: Viewer, @Parent() course: Course): Promise<CourseProvider | null> {
    return course.providerId ? this.providers.byId(viewer, course.providerId) : null;
  }

  @ResolveField(() => CourseCatalogueType, { nullable: true, description: 'The list that it came in with.' })
  async catalogue(@CurrentViewer() viewer: Viewer, @Parent() course: Course): Promise<CourseCatalogue | null> {
    return course.catalogueId ? this.courses.catalogueById(viewer, course.catalogueId) : null;
  }

  @ResolveField(() => [CourseOutcomeType], { description: 'The skills that it teaches.' })
  outcomes(@CurrentViewer() viewer: Viewer, @Parent() course: Course): Promise<CourseOutcome[]> {
    return this.courses.outcomesOf(viewer, course.id);
  }

  @ResolveField(() => [CourseType], { description: 'The courses that it builds on.' })
  prerequisiteCourses(@CurrentViewer() viewer: Viewer, @Parent() course: Course): Promise<Course[]> {
    return this.courses.requiredFor(viewer, course.id);
  }

  @ResolveField(() => CourseRatingType, { description: 'What those who finished it say, together.' })
  rating(@CurrentViewer() viewer: Viewer, @Parent() course: Course): Promise<CourseRatingType> {
    return this.feedback.ratingOf(viewer, course.id);
  }

  @ResolveField(() => [String], {
    description: 'Their comments without names, from five answers on; for those who keep the catalogue.',
  })
  comments(@CurrentViewer() viewer: Viewer, @Parent() course: Course): Promise<string[]> {
    return this.feedback.commentsOf(viewer, course.id);
  }

  @ResolveField(() => CompletionType, { nullable: true, description: 'That the viewer finished it, the last time.' })
  async myCompletion(@CurrentViewer() viewer: Viewer, @Parent() course: Course): Promise<Completion | null> {
    return viewer.personId ? this.completions.finished(viewer, viewer.personId, course.id) : null;
  }

  @ResolveField(() => CourseFeedbackType, { nullable: true, description: 'What the viewer said of it.' })
  myFeedback(@CurrentViewer() viewer: Viewer, @Parent() course: Course): Promise<CourseFeedback | null> {
    return this.feedback.mine(viewer, course.id);
  }

  @ResolveField(() => [String], { description: 'What the viewer may do to it.' })
  viewerCan(@CurrentViewer() viewer: Viewer, @Parent() course: Course): string[] {
    return viewerCan(viewer, course);
  }
}

type Taught = Pick<CourseOutcome, 'skillId' | 'levelOrdinal'>;

@Resolver(() => CourseOutcomeType)
export class CourseOutcomeResolver {
  constructor(private readonly skills: SkillsService) {}

  @ResolveField(() => SkillType, { nullable: true, description: 'The skill.' })
  skill(@CurrentViewer() viewer: Viewer, @Parent() { skillId }: Taught): Promise<SkillView | null> {
    return this.skills.skillById(viewer, skillId);
  }

  @ResolveField(() => ProficiencyLevelType, { nullable: true, description: 'The level that it aims at, if any.' })
  async level(
    @CurrentViewer() viewer: Viewer,
    @Parent() { skillId, levelOrdinal }: Taught,
  ): Promise<ProficiencyLevel | null> {
    return levelOrdinal === null ? null : this.skills.levelOf(viewer, skillId, levelOrdinal);
  }
}
