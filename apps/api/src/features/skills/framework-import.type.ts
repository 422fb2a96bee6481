import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connectionOf } from '../../platform/graphql/connection.js';
import { NodeType } from '../../platform/graphql/node.js';
import { InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import { resultOf } from '../../platform/graphql/result-of.js';
import {
  FRAMEWORK_OBJECTS,
  type FrameworkImportState,
  type FrameworkObject,
  type FrameworkOutcome,
} from './framework-import.entity.js';
import type { SourceKind } from './framework.entity.js';
import { SourceKindEnum } from './framework.type.js';
import type { FindingSeverity } from './import-findings.rules.js';

const words = <Word extends string>(...names: readonly Word[]) =>
  Object.fromEntries(names.map((name) => [name, name])) as { [W in Word]: W };

export const FindingSeverityEnum = words<FindingSeverity>('INFO', 'WARNING', 'ERROR');
registerEnumType(FindingSeverityEnum, {
  name: 'FindingSeverity',
  description: 'INFO: settled by a rule. WARNING: settled, but worth a look. ERROR: stands in the way.',
});
const StateEnum = words<FrameworkImportState>('READING', 'PREVIEWED', 'APPLYING', 'APPLIED', 'FAILED', 'CANCELLED');
registerEnumType(StateEnum, {
  name: 'FrameworkImportState',
  description: 'Where an import stands. READING and APPLYING pass by themselves; FAILED says why in `problem`.',
});
export const FrameworkObjectEnum = words<FrameworkObject>(...FRAMEWORK_OBJECTS);
registerEnumType(FrameworkObjectEnum, {
  name: 'FrameworkObject',
  description:
    'What a framework is made of. FRAMEWORK is what is said of it as a whole; a REQUIREMENT is a skill that a level asks for; a JOB_ROLE_EDGE is a step between levels of different roles.',
});
export const FrameworkOutcomeEnum = words<FrameworkOutcome>('CREATE', 'UPDATE', 'REMOVE');
registerEnumType(FrameworkOutcomeEnum, {
  name: 'FrameworkOutcome',
  description: 'Against the newest version: new, different, or no longer there.',
});

@ObjectType('ImportFinding', { description: 'Something the import met in the files.' })
export class ImportFindingType {
  @Field(() => FindingSeverityEnum, { description: 'How much it matters.' })
  severity: FindingSeverity;

  @Field({ description: 'What kind of thing it is.' })
  kind: string;

  @Field({ description: 'Name of the file; empty where it is about all of them.' })
  file: string;

  @Field(() => Int, { nullable: true, description: 'Physical line in the file where the record starts.' })
  row: number | null;

  @Field(() => String, { nullable: true, description: 'Name of the column.' })
  column: string | null;

  @Field({ description: 'What it is, and what was made of it.' })
  message: string;
}
export const ImportFindingConnection = connectionOf(ImportFindingType, 'ImportFinding');

@ObjectType('ImportFindingGroup', { description: 'All findings of one kind.' })
export class ImportFindingGroupType {
  @Field({ description: 'The kind.' })
  kind: string;

  @Field(() => FindingSeverityEnum, { description: 'How much it matters.' })
  severity: FindingSeverity;

  @Field(() => Int, { description: 'How many there are.' })
  count: number;

  @Field({ description: 'What was done about all of them.' })
  summary: string;
}

@ObjectType('FrameworkImportFile', { description: 'A file of an import.' })
export class FrameworkImportFileType {
  @Field({ description: 'Which slot of the format it fills.' })
  slot: string;

  @Field(() => ID, { description: 'Id of the upload; it can be read again.' })
  fileId: string;

  @Field({ description: 'Its name.' })
  name: string;

  @Field(() => Int, { description: 'Its size.' })
  bytes: number;

  @Field({ description: 'Its digest (SHA-256).' })
  sha256: string;

  @Field(() => String, {
    nullable: true,
    description:
      'Where its rows with something wrong can be fetched as CSV, each with what it is; null: there are none.',
  })
  errorsUrl: string | null;
}

@ObjectType('FrameworkOutcomeCounts', { description: 'Of one kind of thing: how many would be what.' })
export class FrameworkOutcomeCountsType {
  @Field(() => FrameworkObjectEnum, { description: 'The kind of thing.' })
  object: FrameworkObject;

  @Field(() => Int, { description: 'New.' })
  create: number;

  @Field(() => Int, { description: 'Different.' })
  update: number;

  @Field(() => Int, { description: 'The same.' })
  unchanged: number;

  @Field(() => Int, { description: 'In the newest version, and not in the files. The version before keeps them.' })
  remove: number;
}

@ObjectType('FrameworkImportRow', { description: 'One thing that would be new, different, or no longer there.' })
export class FrameworkImportRowType {
  @Field(() => FrameworkObjectEnum, { description: 'The kind of thing.' })
  object: FrameworkObject;

  @Field(() => FrameworkOutcomeEnum, { description: 'What becomes of it.' })
  outcome: FrameworkOutcome;

  @Field({ description: 'Its code.' })
  code: string;

  @Field({ description: 'Its name.' })
  name: string;

  @Field(() => [String], { description: 'What is different about it, where it is.' })
  fields: string[];
}
export const FrameworkImportRowConnection = connectionOf(FrameworkImportRowType, 'FrameworkImportRow');

@ObjectType('FrameworkImport', {
  implements: () => [NodeType],
  description:
    'Files of a framework: what they would do, and whether it was done. Nothing is written until it is applied.',
})
export class FrameworkImportType implements NodeType {
  id: string;

  @Field(() => SourceKindEnum, { description: 'The format of the files.' })
  kind: SourceKind;

  @Field(() => StateEnum, { description: 'Where it stands.' })
  state: FrameworkImportState;

  @Field(() => Date, { description: 'When it was begun.' })
  createdAt: Date;

  @Field(() => Int, { description: 'How many things stand in the way; while there is one, nothing is applied.' })
  errors: number;

  @Field(() => String, { nullable: true, description: 'Why it could not be read or applied.' })
  problem: string | null;

  @Field(() => Date, { nullable: true, description: 'When it was applied.' })
  appliedAt: Date | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The version that came of it, or the one that holds the same already; null before it is applied.',
  })
  appliedFrameworkId: string | null;

  @Field(() => [FrameworkOutcomeCountsType], {
    description:
      'What the files would do, against the newest version of the framework. Empty while something is wrong.',
  })
  outcomes: FrameworkOutcomeCountsType[];
}
export const FrameworkImportConnection = connectionOf(FrameworkImportType, 'FrameworkImport');

/** An import as it stands afterwards, or why it does not. */
export const FrameworkImportResult = resultOf('FrameworkImportResult', FrameworkImportType, [
  InvalidInput,
  NotAllowed,
  NotFound,
]);

@ObjectType('FrameworkImportAbout', { description: 'What a person said of a framework that comes in.' })
export class ImportedAboutType {
  @Field({ description: 'Its title.' })
  title: string;

  @Field({ description: 'Who publishes it.' })
  publisher: string;

  @Field({ description: 'Which version it is.' })
  version: string;

  @Field({ description: 'The terms it may be used on.' })
  licence: string;

  @Field(() => String, { nullable: true, description: 'Where its terms stand in full.' })
  licenceUrl: string | null;

  @Field({ description: 'The sentence that its terms ask to be shown.' })
  attribution: string;

  @Field(() => String, { nullable: true, description: 'Where the files came from.' })
  sourceUrl: string | null;

  @Field({ description: 'Whether its texts stay off outward pages, and out of what strangers may fetch.' })
  restricted: boolean;
}

@ObjectType('FrameworkOptionValue', { description: 'What an option of the format was set to.' })
export class FormatOptionValueType {
  @Field({ description: 'Key of the option.' })
  key: string;

  @Field({ description: 'What it was set to.' })
  value: string;
}

@ObjectType('FrameworkFormatSlot', { description: 'A file that a format knows.' })
export class FormatSlotType {
  @Field({ description: 'Its key.' })
  key: string;

  @Field({ description: 'What it is.' })
  title: string;

  @Field({ description: 'One sentence more.' })
  about: string;

  @Field({ description: 'Whether nothing can be read without it.' })
  required: boolean;

  @Field({ description: 'Whether more than one file may fill it.' })
  many: boolean;

  @Field({ description: 'By which part of its name a file is taken for this one: a regular expression, case ignored.' })
  namePattern: string;
}

@ObjectType('FrameworkFormatOption', { description: 'Something that a person says and no file does.' })
export class FormatOptionType {
  @Field({ description: 'Its key.' })
  key: string;

  @Field({ description: 'What it is.' })
  title: string;

  @Field({ description: 'One sentence more.' })
  about: string;

  @Field({ description: 'What holds when nothing is said.' })
  standard: string;

  @Field(() => [String], { description: 'What can be chosen; empty where anything may be written.' })
  choices: string[];
}

@ObjectType('FrameworkFormatStandard', {
  description: 'How a publisher asks to be named; null: it is for people to say.',
})
export class FormatStandardType {
  @Field(() => String, { nullable: true, description: 'Title.' })
  title: string | null;

  @Field(() => String, { nullable: true, description: 'Publisher.' })
  publisher: string | null;

  @Field(() => String, { nullable: true, description: 'Version.' })
  version: string | null;

  @Field(() => String, { nullable: true, description: 'Licence.' })
  licence: string | null;

  @Field(() => String, { nullable: true, description: 'Address of the licence.' })
  licenceUrl: string | null;

  @Field(() => String, { nullable: true, description: 'Attribution.' })
  attribution: string | null;

  @Field(() => String, { nullable: true, description: 'Where the files are.' })
  sourceUrl: string | null;
}

@ObjectType('FrameworkFormat', { description: 'A form in which a framework can come in.' })
export class FrameworkFormatType {
  @Field(() => SourceKindEnum, { description: 'Its kind.' })
  kind: SourceKind;

  @Field({ description: 'Its name.' })
  title: string;

  @Field({ description: 'What is in it.' })
  about: string;

  @Field(() => [FormatSlotType], {
    description: 'The files that belong to it. A file is the first that its name fits.',
  })
  slots: FormatSlotType[];

  @Field(() => [FormatOptionType], { description: 'What can be said besides.' })
  options: FormatOptionType[];

  @Field({ description: 'Whether people say which column is what, because the tables are their own.' })
  hasColumns: boolean;

  @Field(() => FormatStandardType, { description: 'What need not be written again.' })
  standard: FormatStandardType;
}
