import type { CreditUnit, StackRow, StackRule } from '@assay/pathway';
import { Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';

export const StackPartKindEnum: { [K in StackRow['kind']]: K } = {
  CREDENTIAL: 'CREDENTIAL',
  ALL: 'ALL',
  ANY: 'ANY',
  AT_LEAST: 'AT_LEAST',
  CREDITS: 'CREDITS',
};
registerEnumType(StackPartKindEnum, {
  name: 'StackPartKind',
  description: 'One achievement; all, any or at least so many of the parts below; or credits from some achievements.',
});

export const CreditUnitEnum: { [U in CreditUnit]: U } = { ECTS: 'ECTS', HOURS: 'HOURS' };
registerEnumType(CreditUnitEnum, { name: 'CreditUnit', description: 'ECTS credits, or hours of work.' });

export const PartsMustBeEnum: { [P in StackRule['partsMustBe']]: P } = { CURRENT: 'CURRENT', HELD_ONCE: 'HELD_ONCE' };
registerEnumType(PartsMustBeEnum, {
  name: 'PartsMustBe',
  description: 'CURRENT: in force on the day. HELD_ONCE: earned once and never taken back.',
});

@ObjectType('StackPart', { description: 'A part of a stack rule, as one row: a group stands before its parts.' })
@InputType('StackPartInput', { description: 'A part of a stack rule, as one row: a group stands before its parts.' })
export class StackPartType implements StackRow {
  @Field(() => StackPartKindEnum, { description: 'What the part asks.' })
  kind: StackRow['kind'];

  @Field(() => Int, { description: '0: the rule itself. A part of a group stands below it, one deeper.' })
  depth: number;

  @Field(() => Float, { nullable: true, description: 'AT_LEAST: how many. CREDITS: how much.' })
  amount: number | null;

  @Field(() => CreditUnitEnum, { nullable: true, description: 'CREDITS: in what it is counted.' })
  unit: CreditUnit | null;

  @Field(() => Int, { nullable: true, description: 'CREDITS: EQF level from which achievements count; null: any.' })
  minLevel: number | null;

  @Field(() => [ID], { description: 'CREDENTIAL: the one achievement. CREDITS: those whose credits count.' })
  achievementIds: string[];
}

@ObjectType('StackPair', { description: 'Two achievements of which only one counts.' })
@InputType('StackPairInput', { description: 'Two achievements of which only one counts.' })
export class StackPairType {
  @Field(() => ID, { description: 'One of them.' })
  one: string;

  @Field(() => ID, { description: 'The other.' })
  other: string;
}

@ObjectType('StackRule', { description: 'What must be held to complete an achievement that is earned through others.' })
export class StackRuleType {
  @Field(() => [StackPartType], { description: 'The rule row by row, from the top.' })
  parts: StackPartType[];

  @Field(() => [StackPairType], { description: 'Pairs of which only one counts, whichever serves better.' })
  notBoth: StackPairType[];

  @Field(() => PartsMustBeEnum, { description: 'Whether the parts must be in force, or were earned once.' })
  partsMustBe: StackRule['partsMustBe'];

  @Field(() => Int, { nullable: true, description: 'Earned within so many months; null: whenever.' })
  maxAgeMonths: number | null;

  @Field({ description: 'Whether an achievement may serve one part only.' })
  countedOnce: boolean;
}

@InputType({ description: 'What must be held. It may be unfinished in a draft, but its rows must make a rule.' })
export class StackRuleInput {
  @Field(() => [StackPartType], { description: 'The rule row by row, from the top.' })
  parts: StackPartType[];

  @Field(() => [StackPairType], { description: 'Pairs of which only one counts.' })
  notBoth: StackPairType[];

  @Field(() => PartsMustBeEnum, { description: 'Whether the parts must be in force, or were earned once.' })
  partsMustBe: StackRule['partsMustBe'];

  @Field(() => Int, { nullable: true, description: 'Earned within so many months; null: whenever.' })
  maxAgeMonths?: number | null;

  @Field({ description: 'Whether an achievement may serve one part only.' })
  countedOnce: boolean;
}
