import { Module } from '@nestjs/common';
import { CoursesSeen } from './courses-seen.service.js';
import { TypeOrmModule } from '@nestjs/typeorm';
import { SkillsModule } from '../skills/skills.module.js';
import { ApplyCourseImportJob } from './apply-course-import.job.js';
import { Completion } from './completion.entity.js';
import { CompletionResolver } from './completion.resolver.js';
import { CompletionsExportController } from './completions-export.controller.js';
import { CompletionsExportService } from './completions-export.service.js';
import { CompletionsPlanner } from './completions-planner.service.js';
import { CompletionsService } from './completions.service.js';
import { Course } from './course.entity.js';
import { CourseResolver } from './course.resolver.js';
import { CourseCatalogue } from './course-catalogue.entity.js';
import { CourseFeedback } from './course-feedback.entity.js';
import { CourseFeedbackService } from './course-feedback.service.js';
import { CourseFieldsResolver, CourseOutcomeResolver } from './course-fields.resolver.js';
import { CourseImport } from './course-import.entity.js';
import { CourseImportKinds } from './course-import-kinds.service.js';
import { CourseImportResolver } from './course-import.resolver.js';
import { CourseImportService } from './course-import.service.js';
import { CourseImporterService } from './course-importer.service.js';
import { CourseKeepingService } from './course-keeping.service.js';
import { CourseOutcome } from './course-outcome.entity.js';
import { CoursePrerequisite } from './course-prerequisite.entity.js';
import { CourseProvider } from './course-provider.entity.js';
import { CourseProviderResolver } from './course-provider.resolver.js';
import { CourseProvidersService } from './course-providers.service.js';
import { CourseTemplatesController } from './course-templates.controller.js';
import { CourseWriterService } from './course-writer.service.js';
import { CoursesPlanner } from './courses-planner.service.js';
import { CoursesService } from './courses.service.js';
import { PersonCompletionsResolver } from './person-completions.resolver.js';
import { SkillCoursesResolver } from './skill-courses.resolver.js';

/**
 * A light catalogue of courses, our own and those of others, with the skills that they teach, and who finished them.
 * A completion is a fact and verifies nothing: what it leads to beyond itself higher features do, who hear of it.
 * Teaching, enrolment and content stay where they are; here is what a decision about learning needs.
 */
@Module({
  imports: [
    TypeOrmModule.forFeature([
      Completion,
      Course,
      CourseCatalogue,
      CourseFeedback,
      CourseImport,
      CourseOutcome,
      CoursePrerequisite,
      CourseProvider,
    ]),
    SkillsModule,
  ],
  controllers: [CourseTemplatesController, CompletionsExportController],
  providers: [
    CoursesSeen,
    ApplyCourseImportJob,
    CompletionResolver,
    CompletionsPlanner,
    CompletionsExportService,
    CompletionsService,
    CourseFeedbackService,
    CourseFieldsResolver,
    CourseImporterService,
    CourseImportKinds,
    CourseImportResolver,
    CourseImportService,
    CourseKeepingService,
    CourseOutcomeResolver,
    CourseProviderResolver,
    CourseProvidersService,
    CourseResolver,
    CoursesPlanner,
    CoursesService,
    CourseWriterService,
    PersonCompletionsResolver,
    SkillCoursesResolver,
  ],
  exports: [
    CompletionsService,
    CourseFeedbackService,
    CourseImporterService,
    CourseKeepingService,
    CourseProvidersService,
    CoursesService,
  ],
})
export class CoursesModule {}
