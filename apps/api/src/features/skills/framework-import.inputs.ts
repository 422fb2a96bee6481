import { Field, ID, InputType } from '@nestjs/graphql';
import { SourceKindEnum } from './framework.type.js';
import { FrameworkTableEnum } from './framework-table.type.js';
import type { SourceKind } from './framework.entity.js';
import type { SheetKey } from './sheet-fields.rules.js';

@InputType({ description: 'Which upload fills which slot of the format.' })
export class FrameworkFileInput {
  @Field({ description: 'Key of the slot.' })
  slot: string;

  @Field(() => ID, { description: 'Id of the finished upload (purpose import).' })
  fileId: string;
}

@InputType({ description: 'What an option of the format is set to.' })
export class FrameworkOptionInput {
  @Field({ description: 'Key of the option.' })
  key: string;

  @Field({ description: 'What it is set to.' })
  value: string;
}

@InputType({ description: 'As what a column of a table is read.' })
export class FrameworkColumnInput {
  @Field(() => FrameworkTableEnum, { description: 'The table that it stands in.' })
  table: SheetKey;

  @Field({ description: 'Its header, as in the file.' })
  header: string;

  @Field(() => String, { nullable: true, description: 'The field of the table; null: the column is not read.' })
  field?: string | null;
}

@InputType({ description: 'Which framework is read, on what terms, in which format and from which files.' })
export class PreviewFrameworkImportInput {
  @Field(() => SourceKindEnum, { description: 'The format of the files.' })
  kind: SourceKind;

  @Field(() => [FrameworkFileInput], { description: 'The files, by the slots of the format.' })
  files: FrameworkFileInput[];

  @Field(() => [FrameworkOptionInput], {
    nullable: true,
    description: 'Options of the format; what is left out is as the format has it.',
  })
  options?: FrameworkOptionInput[] | null;

  @Field(() => [FrameworkColumnInput], {
    nullable: true,
    description:
      'As what columns are read, where the files are tables of one’s own. Null: as was said of the last files with the same headers, and by the headers where nothing was.',
  })
  columns?: FrameworkColumnInput[] | null;

  @Field({ description: 'Its title. Versions of one framework have the same title and publisher.' })
  title: string;

  @Field({ description: 'Who publishes it.' })
  publisher: string;

  @Field({ description: 'Which version this is.' })
  version: string;

  @Field({ description: 'The terms it may be used on.' })
  licence: string;

  @Field(() => String, { nullable: true, description: 'Where its terms stand in full.' })
  licenceUrl?: string | null;

  @Field({ description: 'The sentence that its terms ask to be shown.' })
  attribution: string;

  @Field(() => String, { nullable: true, description: 'Where the files came from.' })
  sourceUrl?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'Whether its texts stay off outward pages, and out of what strangers may fetch.',
  })
  restricted?: boolean | null;
}
