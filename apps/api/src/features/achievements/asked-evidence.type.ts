import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ASKED_KINDS, type AskedKind, type EvidenceRule } from './asked-evidence.rules.js';

const AskedKindEnum = Object.fromEntries(ASKED_KINDS.map((kind) => [kind, kind])) as { [K in AskedKind]: K };
registerEnumType(AskedKindEnum, {
  name: 'AskedEvidenceKind',
  description:
    'What is asked: anything, a file, a link, a text, a witness statement, or something attested that is kept elsewhere.',
});
const EvidenceScopeEnum: { [S in EvidenceRule['scope']]: S } = { EACH_CRITERION: 'EACH_CRITERION', WHOLE: 'WHOLE' };
registerEnumType(EvidenceScopeEnum, {
  name: 'EvidenceScope',
  description: 'Whether a number is asked for each criterion or all together.',
});

@ObjectType('EvidenceRule', { description: 'How many pieces of one kind of evidence are asked.' })
export class EvidenceRuleType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field(() => AskedKindEnum, { description: 'What kind.' })
  kind: AskedKind;

  @Field(() => Int, { description: 'How many at least.' })
  atLeast: number;

  @Field(() => EvidenceScopeEnum, { description: 'For each criterion or all together.' })
  scope: EvidenceRule['scope'];

  @Field(() => Int, { nullable: true, description: 'How old in months; null: as old as the achievement allows.' })
  maxAgeMonths: number | null;
}

@InputType({ description: 'How many pieces of one kind of evidence are asked.' })
export class EvidenceRuleInput {
  @Field(() => ID, { description: 'Its id; a new one for a new rule.' })
  id: string;

  @Field(() => AskedKindEnum, { description: 'What kind.' })
  kind: AskedKind;

  @Field(() => Int, { description: 'How many at least.' })
  atLeast: number;

  @Field(() => EvidenceScopeEnum, { description: 'For each criterion or all together.' })
  scope: EvidenceRule['scope'];

  @Field(() => Int, { nullable: true, description: 'How old in months; null: as old as the achievement allows.' })
  maxAgeMonths?: number | null;
}
