import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ChangedMeanwhile, InvalidInput, NotFound } from '../../platform/graphql/refusal.js';
import { resultOf } from '../../platform/graphql/result-of.js';
import { OPERATORS, type Operator } from './report.rules.js';
import { COLUMN_TYPES, type ColumnType, SUBJECTS, type Subject } from './report-subjects.rules.js';
import { TookTooLong } from './reports.refusals.js';
import { SCHEDULES, type Schedule } from './saved-report.entity.js';

const enumOf = <Word extends string>(words: readonly Word[]) =>
  Object.fromEntries(words.map((word) => [word, word])) as { [W in Word]: W };

export const SubjectEnum = enumOf(SUBJECTS);
export const ColumnTypeEnum = enumOf(COLUMN_TYPES);
export const OperatorEnum = enumOf(OPERATORS);
export const ScheduleEnum = enumOf(SCHEDULES);
registerEnumType(SubjectEnum, { name: 'ReportSubjectKey', description: 'What the rows of a report are about.' });
registerEnumType(ColumnTypeEnum, { name: 'ReportColumnType', description: 'Words, a number, or a calendar day.' });
registerEnumType(OperatorEnum, { name: 'ReportOperator', description: 'How a filter compares.' });
registerEnumType(ScheduleEnum, { name: 'ReportSchedule', description: 'How often a link to a report is sent.' });

@ObjectType('ReportColumn', { description: 'A column of a report.' })
export class ReportColumnType {
  @Field({ description: 'Its word in definitions.' })
  key: string;

  @Field({ description: 'Its head.' })
  label: string;

  @Field({ description: 'What it says and where that comes from.' })
  description: string;

  @Field(() => ColumnTypeEnum, { description: 'What is in it.' })
  type: ColumnType;

  @Field({ description: 'Whether rows can be counted by it.' })
  groups: boolean;

  @Field({ description: 'Whether it names somebody; counted rows are not narrowed by it.' })
  names: boolean;
}

@ObjectType('ReportSubject', { description: 'Something that can be reported on, with its columns.' })
export class ReportSubjectType {
  @Field(() => SubjectEnum, { description: 'Its word in definitions.' })
  key: Subject;

  @Field({ description: 'Its name.' })
  label: string;

  @Field({ description: 'What a row is.' })
  description: string;

  @Field(() => [ReportColumnType], { description: 'Its columns.' })
  columns: ReportColumnType[];
}

@InputType('ReportFilterInput', { description: 'Keeps only rows of which this is so.' })
@ObjectType('ReportFilter', { description: 'Keeps only rows of which this is so.' })
export class ReportFilterType {
  @Field({ description: 'The column.' })
  column: string;

  @Field(() => OperatorEnum, { description: 'How it is compared.' })
  operator: Operator;

  @Field({ description: 'With what; empty where it is only asked whether the column is empty.' })
  value: string;
}

@InputType('ReportSortInput', { description: 'What stands first.' })
@ObjectType('ReportSort', { description: 'What stands first.' })
export class ReportSortType {
  @Field({ description: 'A shown column, or `count` where rows are counted.' })
  column: string;

  @Field({ description: 'The largest or latest first.' })
  descending: boolean;
}

@InputType('ReportInput', { description: 'What somebody wants to see.' })
@ObjectType('ReportDefinition', { description: 'What somebody wants to see.' })
export class ReportDefinitionType {
  @Field(() => SubjectEnum, { description: 'What the rows are about.' })
  subject: Subject;

  @Field(() => [String], { description: 'The columns, in their order.' })
  columns: string[];

  @Field(() => [ReportFilterType], { description: 'All of them hold.' })
  filters: ReportFilterType[];

  @Field(() => [String], { description: 'Where there are any, rows are counted by these columns instead of shown.' })
  groupBy: string[];

  @Field(() => ReportSortType, { nullable: true, description: 'What stands first; null: as it comes.' })
  sort: ReportSortType | null;
}

@ObjectType('ReportRow', { description: 'A row of a report.' })
export class ReportRowType {
  @Field(() => ID, { description: 'Its id within the report.' })
  id: string;

  @Field(() => [String], { nullable: 'items', description: 'Its cells, in the order of the columns.' })
  cells: (string | null)[];
}

@ObjectType('Report', { description: 'What a definition finds, by the rights of whoever asks.' })
export class ReportType {
  @Field(() => [String], { description: 'The heads of its columns.' })
  heads: string[];

  @Field(() => [ReportRowType], { description: 'Its rows, as many as were asked for.' })
  rows: ReportRowType[];

  @Field(() => Int, { description: 'How many rows there are in all.' })
  total: number;

  @Field(() => String, {
    nullable: true,
    description: 'Pass as `after` to get the next rows; null where these are the last.',
  })
  endCursor: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What is left out of it and why, in words; null where nothing is.',
  })
  notice: string | null;
}

@ObjectType('SavedReport', { description: 'A report somebody keeps: what it asks for, never what it found.' })
export class SavedReportType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field({ description: 'Its name.' })
  name: string;

  @Field(() => ReportDefinitionType, { description: 'What it asks for.' })
  definition: ReportDefinitionType;

  @Field({ description: 'Whether everybody who reads insights may run it, each with their own rights.' })
  shared: boolean;

  @Field(() => ScheduleEnum, { nullable: true, description: 'How often its owner is sent a link to it; null: never.' })
  schedule: Schedule | null;

  @Field(() => Int, { description: 'Counts saves.' })
  revision: number;

  @Field({ description: 'When it was last changed.' })
  changedAt: Date;
}

@InputType({ description: 'A report to keep.' })
export class SaveReportInput {
  @Field(() => ID, { nullable: true, description: 'The kept report that changes; null: a new one.' })
  id: string | null;

  @Field(() => Int, { nullable: true, description: 'The revision that was read, where one changes.' })
  expectedRevision: number | null;

  @Field({ description: 'Its name.' })
  name: string;

  @Field(() => ReportDefinitionType, { description: 'What it asks for.' })
  definition: ReportDefinitionType;

  @Field({ description: 'Whether everybody who reads insights may run it.' })
  shared: boolean;

  @Field(() => ScheduleEnum, { nullable: true, description: 'How often a link is sent to the owner; null: never.' })
  schedule: Schedule | null;
}

export const ReportResult = resultOf('ReportResult', ReportType, [InvalidInput, TookTooLong]);
export const SavedReportResult = resultOf('SavedReportResult', SavedReportType, [
  ChangedMeanwhile,
  InvalidInput,
  NotFound,
]);
