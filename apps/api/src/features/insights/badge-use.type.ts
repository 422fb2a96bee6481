import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { CalendarDay } from '../../platform/graphql/date.scalar.js';
import { USE_KINDS, USE_STEPS, type UseKind, type UseStep } from './badge-use.rules.js';
import { BandEnum, enumOf } from './insights.type.js';
import type { Band } from './suppression.rules.js';

const UseKindEnum = enumOf(USE_KINDS);
const UseStepEnum = enumOf(USE_STEPS);
registerEnumType(UseKindEnum, {
  name: 'BadgeUseKind',
  description: 'In which way a badge was used.',
  valuesMap: {
    VIEW: { description: 'Its proof page was opened, or it was shown in a frame of another page.' },
    SHARE: { description: 'Its holder made a link to it.' },
    DOWNLOAD: { description: 'It was taken as a file, by its holder or by a link.' },
    VERIFICATION: { description: 'A program asked what checking it finds.' },
  },
});
registerEnumType(UseStepEnum, { name: 'BadgeUseStep', description: 'How long a step of time is.' });

@ObjectType('BadgeUseFigure', { description: 'How often badges were used in one way, as far as that can be told.' })
export class BadgeUseFigureType {
  @Field(() => UseKindEnum, { description: 'In which way.' })
  kind: UseKind;

  @Field(() => Int, { nullable: true, description: 'How often; null where it cannot be told.' })
  times: number | null;

  @Field(() => Int, { nullable: true, description: 'Of how many people the badges are that were used so.' })
  people: number | null;

  @Field(() => BandEnum, { nullable: true, description: 'Why it is not told; null where it is.' })
  band: Band | null;
}

@ObjectType('BadgeUseGroup', {
  description: 'Badges of one achievement, of the people of one unit and those below it, or all of them.',
})
export class BadgeUseGroupType {
  @Field(() => ID, { description: 'The achievement or unit; ALL for all badges.' })
  id: string;

  @Field({ description: 'Its name; empty for all badges.' })
  name: string;

  @Field(() => Int, { description: 'How deep a unit stands in the tree; 0 at the top.' })
  depth: number;

  @Field(() => Int, { nullable: true, description: 'How many people hold such a badge; null where they are too few.' })
  people: number | null;

  @Field(() => [BadgeUseFigureType], { description: 'One line for each way of use.' })
  figures: BadgeUseFigureType[];
}

@ObjectType('BadgeUseStepFigures', { description: 'How badges were used in one step of time.' })
export class BadgeUseStepType {
  @Field(() => CalendarDay, { description: 'The day on which it begins.' })
  day: string;

  @Field(() => [BadgeUseFigureType], { description: 'One line for each way of use.' })
  figures: BadgeUseFigureType[];
}

@ObjectType('BadgeUses', {
  description:
    'How badges are used. Whoever looks at one is not known, and single badges are seen by their holders alone.',
})
export class BadgeUsesType {
  @Field(() => CalendarDay, { description: 'First day of the period. Periods are whole months.' })
  from: string;

  @Field(() => CalendarDay, { description: 'Last day of the period.' })
  until: string;

  @Field(() => UseStepEnum, { description: 'How long the steps are.' })
  step: UseStep;

  @Field(() => BadgeUseGroupType, { description: 'All badges.' })
  whole: BadgeUseGroupType;

  @Field(() => [BadgeUseStepType], { description: 'The period, step by step.' })
  steps: BadgeUseStepType[];

  @Field(() => [BadgeUseGroupType], { description: 'By achievement, at most two hundred of them.' })
  achievements: BadgeUseGroupType[];

  @Field(() => [BadgeUseGroupType], { description: 'By unit, each below the one it belongs to.' })
  units: BadgeUseGroupType[];
}

@ObjectType('BadgeUseCount', { description: 'How often a badge was used in one way since it was issued.' })
export class BadgeUseCountType {
  @Field(() => UseKindEnum, { description: 'In which way.' })
  kind: UseKind;

  @Field(() => Int, { description: 'How often.' })
  times: number;
}

@ObjectType('BadgeUseDay', { description: 'How often a badge was used in one way on one day.' })
export class BadgeUseDayType {
  @Field(() => CalendarDay, { description: 'The day.' })
  day: string;

  @Field(() => UseKindEnum, { description: 'In which way.' })
  kind: UseKind;

  @Field(() => Int, { description: 'How often.' })
  times: number;
}
