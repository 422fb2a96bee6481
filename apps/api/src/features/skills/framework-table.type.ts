import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { SheetKey } from './sheet-fields.rules.js';

export const FrameworkTableEnum = {
  SCALE: 'scale',
  SKILLS: 'skills',
  RELATIONS: 'relations',
  JOB_ROLES: 'job_roles',
  REQUIREMENTS: 'requirements',
  STEPS: 'steps',
  FRAMEWORK: 'framework',
} as const satisfies Record<string, SheetKey>;
registerEnumType(FrameworkTableEnum, {
  name: 'FrameworkTable',
  description: 'A table of a framework in the generic form: a CSV file, or a sheet of a workbook.',
});

@ObjectType('ImportedField', { description: 'Something that a column can be read as.' })
export class ImportedFieldType {
  @Field({ description: 'Its name, as in templates and exports.' })
  name: string;

  @Field({ description: 'One sentence about it.' })
  about: string;

  @Field({ description: 'Whether the table cannot be read without it.' })
  needed: boolean;
}

@ObjectType('ImportedColumn', { description: 'A column of a table that came in.' })
export class ImportedColumnType {
  @Field({ description: 'Its header.' })
  header: string;

  @Field(() => String, { nullable: true, description: 'The field that it is read as; null: it is not read.' })
  field: string | null;
}

@ObjectType('ImportedTable', { description: 'A table of one’s own that came in, and how its columns are understood.' })
export class ImportedTableType {
  @Field(() => FrameworkTableEnum, { description: 'Which table it is.' })
  table: SheetKey;

  @Field({ description: 'Its name, for people.' })
  title: string;

  @Field({ description: 'Name of the file, or of the workbook and the sheet.' })
  file: string;

  @Field({ description: 'Whether its columns are read as those of an earlier file with the same headers.' })
  remembered: boolean;

  @Field({ description: 'Whether somebody said for this file what its columns are.' })
  told: boolean;

  @Field(() => [ImportedFieldType], { description: 'What its columns can be read as.' })
  fields: ImportedFieldType[];

  @Field(() => [ImportedColumnType], { description: 'Its columns, in their order; at most 100.' })
  columns: ImportedColumnType[];

  @Field(() => [[String]], { description: 'Its first rows, at most five, a cell per column; long cells cut short.' })
  rows: string[][];
}
