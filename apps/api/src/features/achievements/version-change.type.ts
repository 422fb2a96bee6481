import { Field, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { ChangedCell, ChangeKind } from './version-change.js';

const ChangeKindEnum: { [K in ChangeKind]: K } = { EDITORIAL: 'EDITORIAL', SUBSTANTIVE: 'SUBSTANTIVE' };
registerEnumType(ChangeKindEnum, {
  name: 'ChangeKind',
  description: 'The same in better words, or something that holders of the version before have not shown.',
});

@ObjectType('ChangedCell', { description: 'One text or number that differs from the version before.' })
export class ChangedCellType {
  @Field({ description: 'Path of the field, e.g. rubric.criteria.0.levels.1.descriptor.' })
  field: string;

  @Field({ description: 'What it is.' })
  label: string;

  @Field(() => String, { nullable: true, description: 'What it said; null when it was not there.' })
  before: string | null;

  @Field(() => String, { nullable: true, description: 'What it says; null when it is gone.' })
  after: string | null;
}

@ObjectType('VersionChange', { description: 'Something in which a version differs from the one before.' })
export class VersionChangeType {
  @Field({ description: 'Its name; the same as long as the change is about the same thing.' })
  key: string;

  @Field({ description: 'Section of the designer.' })
  section: string;

  @Field({ description: 'Path of the field.' })
  field: string;

  @Field({ description: 'What changed.' })
  title: string;

  @Field(() => [ChangedCellType], { description: 'Every text and number that differs.' })
  cells: ChangedCell[];

  @Field(() => ChangeKindEnum, { description: 'What it is.' })
  kind: ChangeKind;

  @Field(() => ChangeKindEnum, { description: 'What a rule suggests.' })
  suggested: ChangeKind;

  @Field({ description: 'Whether it raises or moves the bar, so that nobody can call it editorial.' })
  isForced: boolean;

  @Field({ description: 'Why it changed; empty when not said.' })
  reason: string;
}

@InputType({ description: 'What a designer says of one change.' })
export class ChangeMarkInput {
  @Field({ description: 'Name of the change.' })
  key: string;

  @Field(() => ChangeKindEnum, { description: 'What it is.' })
  kind: ChangeKind;

  @Field({ description: 'Why it changed.' })
  reason: string;
}
