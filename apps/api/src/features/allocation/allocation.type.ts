import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connectionOf } from '../../platform/graphql/connection.js';
import { CalendarDay } from '../../platform/graphql/date.scalar.js';
import { EligibilityRuleType, QualificationBasisEnum } from '../assessments/marking-slot.type.js';
import type { AllocationKind } from './allocation-run.entity.js';
import type { AllocationRule } from './allocation.rules.js';
import type { ConflictKind } from './conflict-declaration.entity.js';
import type { AllocationMode } from '../assessments/assessment-setting.entity.js';
import type { EligibilityRule, SlotTaker } from '../assessments/eligibility.service.js';

export const ConflictKindEnum = {
  FAMILY: 'FAMILY',
  FRIENDSHIP: 'FRIENDSHIP',
  SHARED_WORK: 'SHARED_WORK',
  BUSINESS: 'BUSINESS',
  OTHER: 'OTHER',
} as const satisfies Record<ConflictKind, ConflictKind>;
registerEnumType(ConflictKindEnum, { name: 'ConflictKind', description: 'Why somebody is too near to judge fairly.' });
export const AllocationKindEnum = { ONLINE: 'ONLINE', NIGHTLY: 'NIGHTLY' } as const satisfies Record<
  AllocationKind,
  AllocationKind
>;
registerEnumType(AllocationKindEnum, {
  name: 'AllocationKind',
  description: 'ONLINE gives out what waits, NIGHTLY shares out anew what was not begun.',
});
export const AllocationRuleEnum = { LEAST_LOADED: 'LEAST_LOADED', FAIREST: 'FAIREST' } as const satisfies Record<
  AllocationRule,
  AllocationRule
>;
registerEnumType(AllocationRuleEnum, {
  name: 'AllocationRule',
  description: 'LEAST_LOADED takes place by place, FAIREST looks at all of them together.',
});
export const AllocationModeEnum = { CLAIM: 'CLAIM', AUTOMATIC: 'AUTOMATIC' } as const satisfies Record<
  AllocationMode,
  AllocationMode
>;
registerEnumType(AllocationModeEnum, {
  name: 'AllocationMode',
  description: 'Whether assessors take work from the queue, or find it given to them.',
});
export const AllocationScopeEnum = {
  WAITING: 'WAITING',
  GIVEN: 'GIVEN',
  HELD: 'HELD',
  NOT_BEGUN: 'NOT_BEGUN',
  BEGUN: 'BEGUN',
  OVERDUE: 'OVERDUE',
  IN_HAND: 'IN_HAND',
  LATELY: 'LATELY',
  MARKED: 'MARKED',
  MARKED_TWICE: 'MARKED_TWICE',
  RELEASED: 'RELEASED',
} as const;
export type AllocationScope = keyof typeof AllocationScopeEnum;
registerEnumType(AllocationScopeEnum, {
  name: 'AllocationScope',
  description:
    'WAITING nobody has, GIVEN was given and not begun, HELD somebody holds. As the board counts them: NOT_BEGUN, BEGUN, OVERDUE past its day, IN_HAND with an assessor, LATELY handed in within four weeks, MARKED handed in, MARKED_TWICE the second marks of those, RELEASED first marks whose outcome was released.',
});

@InputType({ description: 'Which marks are asked for; what is left out narrows nothing.' })
export class MarksWishInput {
  @Field(() => ID, { nullable: true, description: 'By this version of an achievement.' })
  versionId?: string | null;

  @Field(() => CalendarDay, { nullable: true, description: 'Handed in on this day or later.' })
  from?: string | null;

  @Field(() => CalendarDay, { nullable: true, description: 'Handed in on this day or earlier.' })
  until?: string | null;

  @Field(() => CalendarDay, { nullable: true, description: 'With an outcome released on this day or later.' })
  releasedFrom?: string | null;

  @Field(() => CalendarDay, { nullable: true, description: 'With an outcome released on this day or earlier.' })
  releasedUntil?: string | null;
}

@ObjectType('SlotTaker', {
  description: 'Somebody who may assess what a place is about, and how the rules stand there.',
})
export class SlotTakerType {
  @Field(() => QualificationBasisEnum, {
    nullable: true,
    description: 'Why they may assess it; null when it lapsed or is suspended.',
  })
  qualifiedAs: SlotTaker['qualifiedAs'];

  @Field(() => Int, { description: 'How much they hold.' })
  holds: number;

  @Field(() => Int, { description: 'How much they may hold.' })
  capacity: number;

  @Field(() => [EligibilityRuleType], { description: 'Every rule, and how it stands.' })
  rules: EligibilityRule[];
}

@ObjectType('SlotExclusion', { description: 'A rule that stood against somebody when a place was to be filled.' })
export class SlotExclusionType {
  @Field({ description: 'The rule.' })
  rule: string;

  @Field({ description: 'When it first decided.' })
  at: Date;
}

@ObjectType('SlotWaiver', {
  description: 'A conflict that was allowed for one place, because it could not be avoided.',
})
export class SlotWaiverType {
  @Field({ description: 'The rule that stands.' })
  rule: string;

  @Field({ description: 'Why nobody else could judge it.' })
  reason: string;

  @Field({ description: 'When it was allowed.' })
  at: Date;
}

@ObjectType('AllocationRun', { description: 'One time that work was given out.' })
export class AllocationRunType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field({ description: 'When.' })
  at: Date;

  @Field(() => AllocationKindEnum, { description: 'What it looked at.' })
  kind: AllocationKind;

  @Field(() => AllocationRuleEnum, { description: 'By which rule.' })
  rule: AllocationRule;

  @Field({ description: 'Decides between people for whom everything else is the same.' })
  seed: string;

  @Field({ description: 'SHA-256 of everything that was weighed.' })
  inputsDigest: string;
}

@ObjectType('ConflictDeclaration', {
  description: 'Somebody says that they are too near to another to judge them. It counts both ways until it is ended.',
})
export class ConflictDeclarationType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field(() => ConflictKindEnum, { description: 'Why.' })
  kind: ConflictKind;

  @Field({ description: 'In their own words.' })
  note: string;

  @Field({ description: 'When it was declared.' })
  since: Date;

  @Field(() => Date, { nullable: true, description: 'When it was ended; null while it counts.' })
  endedAt: Date | null;
}
export const ConflictDeclarationConnection = connectionOf(ConflictDeclarationType, 'ConflictDeclaration');

@ObjectType('AssessmentSettings', { description: 'How assessment is run in this organisation.' })
export class AssessmentSettingsType {
  @Field({ description: 'Whether assessors know candidates by a code only.' })
  hidesNames: boolean;

  @Field({ description: 'Whether people with the same manager may not judge each other.' })
  teamIsConflict: boolean;

  @Field(() => AllocationModeEnum, { description: 'How work finds its assessor.' })
  allocation: AllocationMode;

  @Field(() => Int, { description: 'So many levels of one criterion may two marks lie apart and still say the same.' })
  toleratedLevels: number;

  @Field(() => Int, { description: 'Working days after an outcome in which it can be appealed.' })
  appealWindowDays: number;

  @Field(() => Int, {
    description:
      'So many days before a decision whose appeal is upheld, others of the same assessor are looked at again.',
  })
  recallDays: number;

  @Field(() => Int, {
    description: 'Of so many submissions that an assessor takes from the queue one is a check, on the whole; 0: none.',
  })
  checkEvery: number;

  @Field(() => Int, { description: 'Counts changes; pass it back as expectedRevision.' })
  revision: number;
}

@InputType({ description: 'How assessment is run in this organisation.' })
export class AssessmentSettingsInput {
  @Field({ description: 'Whether assessors know candidates by a code only.' })
  hidesNames: boolean;

  @Field({ description: 'Whether people with the same manager may not judge each other.' })
  teamIsConflict: boolean;

  @Field(() => AllocationModeEnum, { description: 'How work finds its assessor.' })
  allocation: AllocationMode;

  @Field(() => Int, { description: 'So many levels of one criterion may two marks lie apart and still say the same.' })
  toleratedLevels: number;

  @Field(() => Int, { description: 'Working days after an outcome in which it can be appealed.' })
  appealWindowDays: number;

  @Field(() => Int, {
    description:
      'So many days before a decision whose appeal is upheld, others of the same assessor are looked at again.',
  })
  recallDays: number;

  @Field(() => Int, {
    description: 'Of so many submissions that an assessor takes from the queue one is a check, on the whole; 0: none.',
  })
  checkEvery: number;
}
