import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { CalendarDay } from '../../platform/graphql/date.scalar.js';
import { connectionOf } from '../../platform/graphql/connection.js';
import { NodeType } from '../../platform/graphql/node.js';
import { MEMBER_FILTERS } from './cohort-board.rules.js';
import { PLACE_STATES, type PlaceState } from './place.rules.js';
import { REMINDER_SCHEDULES, type ReminderSchedule } from './reminder-days.rules.js';

const enumOf = <Word extends string>(words: readonly Word[]) =>
  Object.fromEntries(words.map((word) => [word, word])) as { [W in Word]: W };

export const PlaceStateEnum = enumOf(PLACE_STATES);
registerEnumType(PlaceStateEnum, {
  name: 'CohortPlaceState',
  description: 'How far somebody is with one achievement. Never what they handed in.',
  valuesMap: {
    NOT_STARTED: { description: 'Nothing was begun.' },
    DRAFT: { description: 'They are preparing it.' },
    RETURNED: { description: 'It came back to them before it was marked.' },
    NOT_YET: { description: 'The last attempt did not meet it.' },
    SUBMITTED: { description: 'It was handed in.' },
    IN_MARKING: { description: 'It is being assessed.' },
    READY: { description: 'It was assessed; the outcome waits to be released.' },
    ISSUING: { description: 'It was earned; the credential waits to be signed.' },
    EARNED: { description: 'They hold it, and it counts today.' },
    ENDED: { description: 'They held it; it ended or was withdrawn.' },
  },
});

export const ReminderScheduleEnum = enumOf(REMINDER_SCHEDULES);
registerEnumType(ReminderScheduleEnum, {
  name: 'CohortReminderSchedule',
  description: 'How often those of a cohort on whom something waits are reminded.',
  valuesMap: {
    WEEKLY: { description: 'Each Monday while it runs.' },
    BEFORE_END: { description: 'Once, some days before its last one.' },
  },
});

export const MemberFilterEnum = enumOf(MEMBER_FILTERS);
registerEnumType(MemberFilterEnum, {
  name: 'CohortMemberFilter',
  description: 'Which people of a cohort are shown.',
  valuesMap: {
    ALL: { description: 'Everybody.' },
    BEHIND: { description: 'On whom something waits.' },
    READY: { description: 'With an outcome that waits to be released.' },
    DONE: { description: 'Who have earned everything.' },
  },
});

@ObjectType('CohortPlace', { description: 'How far somebody is with one achievement of the programme.' })
export class CohortPlaceType {
  @Field(() => ID, { description: 'The achievement.' })
  achievementId: string;

  @Field(() => PlaceStateEnum, { description: 'How far.' })
  state: PlaceState;
}

@ObjectType('CohortMember', { description: 'Somebody in a cohort.' })
export class CohortMemberType {
  @Field(() => ID, { description: 'Unique among the members of all cohorts.' })
  id: string;

  @Field(() => Date, { description: 'When they were enrolled.' })
  enrolledAt: Date;

  @Field(() => Date, { nullable: true, description: 'When they were last reminded.' })
  remindedAt: Date | null;

  @Field({ description: 'Whether something waits on them, and not on those who assess.' })
  behind: boolean;

  @Field(() => [CohortPlaceType], { description: 'How far they are with each achievement.' })
  places: CohortPlaceType[];
}

export const CohortMemberConnection = connectionOf(CohortMemberType, 'CohortMember');

@ObjectType('CohortPlaceCount', { description: 'How many are how far.' })
export class CohortPlaceCountType {
  @Field(() => PlaceStateEnum, { description: 'How far.' })
  state: PlaceState;

  @Field(() => Int, { description: 'How many.' })
  count: number;
}

@ObjectType('CohortProgress', { description: 'How far a cohort is with one achievement.' })
export class CohortProgressType {
  @Field(() => ID, { description: 'The achievement.' })
  achievementId: string;

  @Field(() => [CohortPlaceCountType], { description: 'How many are how far; the sum is everybody.' })
  counts: CohortPlaceCountType[];
}

@ObjectType('CohortSums', { description: 'A cohort in a few numbers.' })
export class CohortSumsType {
  @Field(() => Int, { description: 'People in it.' })
  people: number;

  @Field(() => Int, { description: 'What they hold of what the programme offers, added up.' })
  earned: number;

  @Field(() => Int, { description: 'What there would be if everybody had earned everything.' })
  places: number;
}

@ObjectType('Cohort', {
  implements: () => [NodeType],
  description: 'People who are taken through a programme together.',
})
export class CohortType extends NodeType {
  @Field({ description: 'What it is called.' })
  name: string;

  @Field(() => CalendarDay, { description: 'Its first day.' })
  startsOn: string;

  @Field(() => CalendarDay, { description: 'Its last day.' })
  endsOn: string;

  @Field(() => Date, { nullable: true, description: 'When it was closed; null while it runs.' })
  closedAt: Date | null;

  @Field(() => ReminderScheduleEnum, {
    nullable: true,
    description: 'How often those on whom something waits are reminded by themselves; null: not.',
  })
  remindSchedule: ReminderSchedule | null;

  @Field(() => Int, { nullable: true, description: 'How many days before the last one, where it is BEFORE_END.' })
  remindDaysBefore: number | null;

  @Field(() => Date, { nullable: true, description: 'When they are reminded next; null where no day is left for it.' })
  remindAt: Date | null;
}

const OutcomeEnum = enumOf(['ENROL', 'ALREADY', 'ERROR'] as const);
registerEnumType(OutcomeEnum, {
  name: 'EnrolmentOutcome',
  description: 'What would become of one line.',
  valuesMap: {
    ENROL: { description: 'This person would be enrolled.' },
    ALREADY: { description: 'This person is in the cohort already.' },
    ERROR: { description: 'This line cannot be; with one of these nobody is enrolled.' },
  },
});

@ObjectType('EnrolmentRow', { description: 'One line of an enrolment, and what would become of it.' })
export class EnrolmentRowType {
  @Field(() => Int, { description: 'The row of the file, headers being row 1; counted from 1 where there is no file.' })
  row: number;

  @Field({ description: 'As the line names somebody.' })
  named: string;

  @Field(() => OutcomeEnum, { description: 'What would become of it.' })
  outcome: 'ENROL' | 'ALREADY' | 'ERROR';

  @Field(() => String, { nullable: true, description: 'What is wrong with it.' })
  problem: string | null;
}

@ObjectType('EnrolmentPreview', { description: 'What an enrolment would do. Nothing is written.' })
export class EnrolmentPreviewType {
  @Field(() => String, { nullable: true, description: 'Why none of it can be read; null when it can.' })
  problem: string | null;

  @Field(() => Int, { description: 'How many would be enrolled.' })
  enrol: number;

  @Field(() => Int, { description: 'How many are in the cohort already.' })
  already: number;

  @Field(() => Int, { description: 'How many lines cannot be.' })
  errors: number;

  @Field(() => [EnrolmentRowType], { description: 'The lines, those that cannot be first; a hundred at most.' })
  rows: EnrolmentRowType[];
}

@ObjectType('CohortReminded', { description: 'That people of a cohort were reminded.' })
export class CohortRemindedType {
  @Field(() => CohortType, { description: 'The cohort.' })
  cohort: CohortType;

  @Field(() => Int, { description: 'How many were reminded.' })
  count: number;
}
