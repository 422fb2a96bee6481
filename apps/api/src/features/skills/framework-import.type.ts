import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { NodeType } from '../../platform/graphql/node.js';
import type { FindingSeverity } from './import-findings.rules.js';

export const FindingSeverityEnum: { [S in FindingSeverity]: S } = { INFO: 'INFO', WARNING: 'WARNING', ERROR: 'ERROR' };
registerEnumType(FindingSeverityEnum, {
  name: 'FindingSeverity',
  description: 'INFO: settled by a rule. WARNING: settled, but worth a look. ERROR: stands in the way.',
});

@ObjectType('ImportFinding', { description: 'Something the import met in the files.' })
export class ImportFindingType {
  @Field(() => FindingSeverityEnum, { description: 'How much it matters.' })
  severity: FindingSeverity;

  @Field({ description: 'What kind of thing it is.' })
  kind: string;

  @Field({ description: 'Name of the file.' })
  file: string;

  @Field(() => Int, { nullable: true, description: 'Physical line in the file where the record starts.' })
  row: number | null;

  @Field(() => String, { nullable: true, description: 'Name of the column.' })
  column: string | null;

  @Field({ description: 'What it is, and what was made of it.' })
  message: string;
}

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

  @Field(() => [ImportFindingType], { description: 'Every case, in the order of the file.' })
  findings: ImportFindingType[];
}

@ObjectType('ImportedRole', { description: 'A job role that would come in.' })
export class ImportedRoleType {
  @Field({ description: 'Its name.' })
  name: string;

  @Field(() => [String], { description: 'Names of its levels, lowest first.' })
  levels: string[];
}

@ObjectType('ImportedFamily', { description: 'A family of job roles that would come in.' })
export class ImportedFamilyType {
  @Field({ description: 'Its name.' })
  name: string;

  @Field(() => [ImportedRoleType], { description: 'Its job roles.' })
  roles: ImportedRoleType[];
}

@ObjectType('FrameworkImport', {
  implements: () => [NodeType],
  description: 'A dry run. Nothing is written until it is applied.',
})
export class FrameworkImportType implements NodeType {
  id: string;

  @Field(() => Date, { description: 'When the files were read.' })
  createdAt: Date;

  @Field(() => ID, { nullable: true, description: 'The framework that came of it; null before it is applied.' })
  appliedFrameworkId: string | null;
}
