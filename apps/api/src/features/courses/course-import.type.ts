import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { NodeType } from '../../platform/graphql/node.js';
import { InputProblem } from '../../platform/graphql/refusal.js';
import type { CourseImportKind, CourseImportState, CourseRowOutcome } from './course-import.entity.js';

export const CourseImportKindEnum: { [K in CourseImportKind]: K } = { COURSES: 'COURSES', COMPLETIONS: 'COMPLETIONS' };
registerEnumType(CourseImportKindEnum, { name: 'CourseImportKind', description: 'What a file is of.' });

export const CourseImportStateEnum: { [S in CourseImportState]: S } = {
  PREVIEWED: 'PREVIEWED',
  APPLYING: 'APPLYING',
  APPLIED: 'APPLIED',
  FAILED: 'FAILED',
};
registerEnumType(CourseImportStateEnum, {
  name: 'CourseImportState',
  description: 'A file that cannot be read has failed; `problem` says why.',
});

export const CourseRowOutcomeEnum: { [O in CourseRowOutcome]: O } = {
  CREATE: 'CREATE',
  CHANGE: 'CHANGE',
  UNCHANGED: 'UNCHANGED',
  ERROR: 'ERROR',
};
registerEnumType(CourseRowOutcomeEnum, { name: 'CourseRowOutcome', description: 'What a row would do.' });

@InputType({ description: 'Which column is read as what.' })
export class ColumnChoiceInput {
  @Field({ description: 'The header of the column.' })
  header: string;

  @Field(() => String, { nullable: true, description: 'One of `fields` of the import; null: it is not read.' })
  field?: string | null;
}

@InputType({ description: 'The list that courses come from, and what its publisher asks to be said.' })
export class CatalogueInput {
  @Field({ description: 'Its name.' })
  name: string;

  @Field({ description: 'Its licence; may be empty.' })
  licence: string;

  @Field({ description: 'Whom to name; may be empty.' })
  attribution: string;

  @Field(() => String, { nullable: true, description: 'Where it is published.' })
  sourceUrl?: string | null;
}

@InputType({ description: 'A file to be looked at.' })
export class PreviewCourseImportInput {
  @Field(() => CourseImportKindEnum, { description: 'What it is of.' })
  kind: CourseImportKind;

  @Field(() => ID, { description: 'A finished upload, or the file of an import of one’s own.' })
  fileId: string;

  @Field(() => [ColumnChoiceInput], { nullable: true, description: 'Guessed by the headers when left out.' })
  mapping?: ColumnChoiceInput[] | null;

  @Field(() => CatalogueInput, { nullable: true, description: 'Of courses; what a file says of itself when left out.' })
  catalogue?: CatalogueInput | null;
}

@ObjectType('ColumnChoice', { description: 'A column of a file and what it is read as.' })
export class ColumnChoiceType {
  @Field({ description: 'Its header.' })
  header: string;

  @Field(() => String, { nullable: true, description: 'What it is read as; null: it is not read.' })
  field: string | null;

  @Field(() => [String], { description: 'Its first cells.' })
  samples: string[];
}

@ObjectType('CourseImportRow', { description: 'A row of a file, and what it would do.' })
export class CourseImportRowType {
  @Field(() => Int, { description: 'Which row; the headers are row 1. Of a JSON file: which course.' })
  row: number;

  @Field(() => CourseRowOutcomeEnum, { description: 'What it would do.' })
  outcome: CourseRowOutcome;

  @Field({ description: 'What it is about.' })
  label: string;

  @Field(() => [String], { description: 'The fields that it would change.' })
  changes: string[];

  @Field(() => [InputProblem], { description: 'What is wrong with it.' })
  problems: InputProblem[];
}

@ObjectType('CourseImportCounts', { description: 'How many rows would do what.' })
export class CourseImportCountsType {
  @Field(() => Int, { description: 'All of them.' })
  rows: number;

  @Field(() => Int, { description: 'Add something.' })
  create: number;

  @Field(() => Int, { description: 'Change something.' })
  change: number;

  @Field(() => Int, { description: 'Change nothing.' })
  unchanged: number;

  @Field(() => Int, { description: 'Have something wrong.' })
  errors: number;

  @Field(() => Int, { description: 'Providers that are not known yet.' })
  newProviders: number;

  @Field(() => Int, { description: 'Prerequisites that become links to courses.' })
  linkedPrerequisites: number;

  @Field(() => Int, {
    description: 'Courses whose prerequisites stay words, because they name no course unmistakably.',
  })
  prerequisitesInWords: number;
}

@ObjectType('ImportedCatalogue', { description: 'What an import says of the list that its courses come from.' })
export class ImportedCatalogueType {
  @Field({ description: 'Its name.' })
  name: string;

  @Field({ description: 'Its licence; may be empty.' })
  licence: string;

  @Field({ description: 'Whom to name; may be empty.' })
  attribution: string;

  @Field(() => String, { nullable: true, description: 'Where it is published.' })
  sourceUrl: string | null;
}

@ObjectType('CourseImport', {
  implements: () => [NodeType],
  description: 'A file of courses or of completions, what it would do, and whether it was done.',
})
export class CourseImportType implements NodeType {
  id: string;

  @Field(() => CourseImportKindEnum, { description: 'What it is of.' })
  kind: CourseImportKind;

  @Field(() => ID, { description: 'The file; to preview it again with other columns.' })
  fileId: string;

  @Field({ description: 'The name of the file.' })
  fileName: string;

  @Field(() => CourseImportStateEnum, { description: 'How far it is.' })
  state: CourseImportState;

  @Field(() => ImportedCatalogueType, { nullable: true, description: 'The list that its courses come from.' })
  catalogue: ImportedCatalogueType | null;

  @Field(() => CourseImportCountsType, { description: 'How many rows would do what.' })
  counts: CourseImportCountsType;

  @Field(() => [CourseImportRowType], {
    description: 'Rows that are wrong, then rows that do something; the first thousand of them.',
  })
  rows: CourseImportRowType[];

  @Field(() => String, { nullable: true, description: 'Why it cannot go on, or what to look at again.' })
  problem: string | null;

  @Field({ description: 'When it was previewed.' })
  createdAt: Date;

  @Field(() => Date, { nullable: true, description: 'When it was applied.' })
  appliedAt: Date | null;
}
