import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/access/allow.decorator.js';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { Viewer } from '../../platform/access/viewer.js';
import { InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import { resultOf } from '../../platform/graphql/result-of.js';
import type { CourseImport } from './course-import.entity.js';
import { LikelyTableType, TableKinds } from '../../platform/tables/table-kinds.js';
import { CourseImportService } from './course-import.service.js';
import { ColumnChoiceType, CourseImportType, PreviewCourseImportInput } from './course-import.type.js';
import { COMPLETION_FIELDS, COURSE_FIELDS } from './import-fields.rules.js';

const CourseImportResult = resultOf('CourseImportResult', CourseImportType, [InvalidInput, NotAllowed, NotFound]);
type Changed = Promise<CourseImport | InvalidInput | NotAllowed | NotFound>;

@Resolver(() => CourseImportType)
export class CourseImportResolver {
  constructor(
    private readonly service: CourseImportService,
    private readonly tables: TableKinds,
  ) {}

  @Query(() => CourseImportType, { nullable: true, description: 'An import of courses or of completions.' })
  @Allow('course.manage')
  courseImport(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<CourseImport | null> {
    return this.service.find(viewer, id);
  }

  @Mutation(() => CourseImportResult, { description: 'Reads a file and says what it would do. Nothing changes.' })
  @Allow('course.manage')
  previewCourseImport(@CurrentViewer() viewer: Viewer, @Args('input') input: PreviewCourseImportInput): Changed {
    return this.service.preview(viewer, input);
  }

  @Mutation(() => CourseImportResult, {
    description: 'Begins to do what the preview shows: all of it, or nothing when something changed meanwhile.',
  })
  @Allow('course.manage')
  applyCourseImport(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID }) id: string): Changed {
    return this.service.apply(viewer, id);
  }

  @ResolveField(() => [ColumnChoiceType], { description: 'The columns of the file and what each is read as.' })
  columns(@Parent() it: CourseImport): ColumnChoiceType[] {
    return it.columns.map(({ header, samples }) => ({
      header,
      samples,
      field: it.mapping.find((each) => each.header === header)?.field ?? null,
    }));
  }

  @ResolveField(() => [String], { description: 'What a column can be read as.' })
  fields(@Parent() it: CourseImport): string[] {
    return [...(it.kind === 'COURSES' ? COURSE_FIELDS : COMPLETION_FIELDS)];
  }

  @ResolveField(() => LikelyTableType, {
    nullable: true,
    description: 'Which other import the file seems to be meant for; null where it seems to be right here.',
  })
  looksLike(@Parent() it: CourseImport): LikelyTableType | null {
    return this.tables.likely(
      it.kind,
      it.columns.map(({ header }) => header),
    );
  }
}
