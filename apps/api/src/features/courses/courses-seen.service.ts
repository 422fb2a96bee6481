import { Injectable, type OnModuleInit } from '@nestjs/common';
import { can } from '../../platform/access/policy.js';
import { WhoCanSee } from '../../platform/access/who-can-see.js';
import { Completion } from './completion.entity.js';
import { CompletionsService } from './completions.service.js';
import { Course } from './course.entity.js';
import { CourseImport } from './course-import.entity.js';
import { CourseImportService } from './course-import.service.js';
import { CourseProvider } from './course-provider.entity.js';
import { CourseProvidersService } from './course-providers.service.js';
import { CoursesService } from './courses.service.js';

/** Tells how the catalogue of courses and completions are seen. */
@Injectable()
export class CoursesSeen implements OnModuleInit {
  constructor(
    private readonly kinds: WhoCanSee,
    private readonly courses: CoursesService,
    private readonly providers: CourseProvidersService,
    private readonly completions: CompletionsService,
    private readonly imports: CourseImportService,
  ) {}

  onModuleInit(): void {
    this.kinds.register({
      entity: Course,
      name: 'Course',
      subject: () => null,
      aspects: [
        { what: 'The course', sees: async (viewer, id) => (await this.courses.find(viewer, id)) !== null },
        {
          what: 'Who finished it',
          sees: async (viewer, id) => {
            const course = await this.courses.find(viewer, id);
            return course !== null && can(viewer, 'seeCompletions', course);
          },
        },
      ],
    });
    this.kinds.register({
      entity: CourseProvider,
      name: 'Provider of courses',
      subject: () => null,
      aspects: [{ what: 'The provider', sees: async (viewer, id) => (await this.providers.find(viewer, id)) !== null }],
    });
    this.kinds.register({
      entity: Completion,
      name: 'Completion of a course',
      subject: (row) => row.personId,
      aspects: [
        { what: 'The completion', sees: async (viewer, id) => (await this.completions.find(viewer, id)) !== null },
      ],
    });
    this.kinds.register({
      entity: CourseImport,
      name: 'Import of courses or completions',
      subject: () => null,
      aspects: [{ what: 'The import', sees: async (viewer, id) => (await this.imports.find(viewer, id)) !== null }],
    });
  }
}
