import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connectionOf } from '../../platform/graphql/connection.js';
import { CalendarDay } from '../../platform/graphql/date.scalar.js';
import { NodeType } from '../../platform/graphql/node.js';
import { InputProblem } from '../../platform/graphql/refusal.js';
import { IMPORT_FIELDS, type ImportField } from './import-columns.rules.js';
import type { ImportOutcome, MissingPeople, PeopleImportState } from './people-import.entity.js';

const words = <Word extends string>(...names: readonly Word[]) =>
  Object.fromEntries(names.map((name) => [name, name])) as { [W in Word]: W };

const StateEnum = words<PeopleImportState>('READING', 'PREVIEWED', 'APPLYING', 'APPLIED', 'FAILED', 'CANCELLED');
registerEnumType(StateEnum, {
  name: 'PeopleImportState',
  description: 'Where an import stands. READING and APPLYING pass by themselves; FAILED says why in `problem`.',
});
export const ImportOutcomeEnum = words<ImportOutcome>('CREATE', 'CHANGE', 'UNCHANGED', 'LEAVE', 'ERROR');
registerEnumType(ImportOutcomeEnum, {
  name: 'ImportOutcome',
  description: 'What a row would do. LEAVE is somebody who is not in the file.',
});
export const MissingPeopleEnum = words<MissingPeople>('KEEP', 'LEAVE');
registerEnumType(MissingPeopleEnum, {
  name: 'MissingPeople',
  description: 'What happens to people with us who are not in the file: nothing, or the effective day is their last.',
});
export const ImportFieldEnum = words<ImportField>(...IMPORT_FIELDS);
registerEnumType(ImportFieldEnum, {
  name: 'ImportField',
  description: 'What a column of the file says about a person.',
});

@ObjectType('ImportColumn', { description: 'A column of the file.' })
export class ImportColumnType {
  @Field({ description: 'Its header.' })
  header: string;

  @Field(() => [String], { description: 'The first values in it.' })
  samples: string[];
}

@ObjectType('ColumnMapping', { description: 'What a column is read as.' })
export class ColumnMappingType {
  @Field({ description: 'Header of the column.' })
  header: string;

  @Field(() => ImportFieldEnum, { nullable: true, description: 'What it says about a person; null: it is not read.' })
  field: ImportField | null;
}

@ObjectType('ImportCounts', { description: 'How many rows would do what.' })
export class ImportCountsType {
  @Field(() => Int, { description: 'Rows of the file.' })
  rows: number;

  @Field(() => Int, { description: 'New people.' })
  create: number;

  @Field(() => Int, { description: 'People of whom something changes.' })
  change: number;

  @Field(() => Int, { description: 'People of whom nothing changes.' })
  unchanged: number;

  @Field(() => Int, { description: 'People who would leave, because they are not in the file.' })
  leave: number;

  @Field(() => Int, { description: 'Rows with something wrong; while there is one, nothing is applied.' })
  errors: number;
}

@ObjectType('FieldChange', { description: 'One thing that would be different.' })
export class FieldChangeType {
  @Field({
    description: 'Which: displayName, email, personNumber, jobTitle, unit, manager, jobRoleLevel, startsOn or lastDay.',
  })
  field: string;

  @Field(() => String, { nullable: true, description: 'What is recorded now.' })
  from: string | null;

  @Field(() => String, { nullable: true, description: 'What it would be.' })
  to: string | null;
}

@ObjectType('ImportRow', { description: 'What one row of the file would do.' })
export class ImportRowType {
  @Field(() => Int, {
    description: 'Row of the file, the header being 1. Who is not in the file comes after its last row.',
  })
  row: number;

  @Field(() => ImportOutcomeEnum, { description: 'What it would do.' })
  outcome: ImportOutcome;

  @Field(() => ID, { nullable: true, description: 'The person, where there is one already.' })
  personId: string | null;

  @Field({ description: 'The name of the person, or what the row has in its place.' })
  name: string;

  @Field(() => [FieldChangeType], { description: 'What would be different, field by field.' })
  changes: FieldChangeType[];

  @Field(() => [InputProblem], { description: 'What is wrong with the row.' })
  problems: InputProblem[];
}

export const ImportRowConnection = connectionOf(ImportRowType, 'ImportRow');

@ObjectType('PeopleImport', {
  implements: () => [NodeType],
  description: 'A file of people: what it would do, and whether it was done.',
})
export class PeopleImportType implements NodeType {
  id: string;

  @Field({ description: 'Name of the file.' })
  fileName: string;

  @Field(() => StateEnum, { description: 'Where it stands.' })
  state: PeopleImportState;

  @Field({ description: 'When it was begun.' })
  createdAt: Date;

  @Field(() => CalendarDay, { description: 'The day from which the changes hold.' })
  effectiveOn: string;

  @Field(() => MissingPeopleEnum, { description: 'What happens to people who are not in the file.' })
  missing: MissingPeople;

  @Field(() => String, { nullable: true, description: 'Why it could not be read or applied.' })
  problem: string | null;

  @Field(() => [ImportColumnType], { description: 'The columns of the file.' })
  columns: ImportColumnType[];

  @Field(() => [ColumnMappingType], { description: 'What the columns are read as: as guessed, or as was said.' })
  mapping: ColumnMappingType[];

  @Field(() => ImportCountsType, { description: 'How many rows would do what.' })
  counts: ImportCountsType;

  @Field(() => Date, { nullable: true, description: 'When it was applied.' })
  appliedAt: Date | null;
}

export const PeopleImportConnection = connectionOf(PeopleImportType, 'PeopleImport');

@InputType({ description: 'What a column is to be read as.' })
class ColumnMappingInput {
  @Field({ description: 'Header of the column.' })
  header: string;

  @Field(() => ImportFieldEnum, { nullable: true, description: 'What it says about a person; null: do not read it.' })
  field?: ImportField | null;
}

@InputType({ description: 'Which file is read, and how.' })
export class PreviewPeopleImportInput {
  @Field(() => ID, {
    description:
      'Id of the finished upload (purpose import, .csv or .xlsx), or of an import of your own that is read anew.',
  })
  fileId: string;

  @Field(() => [ColumnMappingInput], {
    nullable: true,
    description:
      'What the columns are read as; guessed by their headers when left out. Columns not named are not read.',
  })
  mapping?: ColumnMappingInput[] | null;

  @Field(() => CalendarDay, {
    nullable: true,
    description: 'The day from which the changes hold; today when left out.',
  })
  effectiveOn?: string | null;

  @Field(() => MissingPeopleEnum, {
    nullable: true,
    defaultValue: 'KEEP',
    description: 'What happens to people with us who are not in the file.',
  })
  missing?: MissingPeople | null;
}
