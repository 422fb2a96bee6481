import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { CalendarDay } from '../../platform/graphql/date.scalar.js';
import { ReminderScheduleEnum } from './cohort.type.js';
import type { ReminderSchedule } from './reminder-days.rules.js';

@InputType({ description: 'What a programme is.' })
export class ProgrammeInput {
  @Field({ description: 'What it is called.' })
  name: string;

  @Field({ description: 'What it is for, in a few sentences.' })
  summary: string;

  @Field(() => ID, { description: 'Who runs it, and whom people ask about it.' })
  leadId: string;

  @Field(() => [ID], { description: 'The achievements that are earned on the way, in their order.' })
  achievementIds: string[];
}

@InputType({ description: 'What a cohort is.' })
export class CohortInput {
  @Field({ description: 'What it is called.' })
  name: string;

  @Field(() => CalendarDay, { description: 'Its first day.' })
  startsOn: string;

  @Field(() => CalendarDay, { description: 'Its last day.' })
  endsOn: string;
}

@InputType({ description: 'How often those of a cohort on whom something waits are reminded by themselves.' })
export class CohortRemindersInput {
  @Field(() => ReminderScheduleEnum, { nullable: true, description: 'How often; null: not by themselves.' })
  schedule?: ReminderSchedule | null;

  @Field(() => Int, { nullable: true, description: 'How many days before the last one, where it is BEFORE_END.' })
  daysBefore?: number | null;
}

@InputType({
  description: 'Who is to be enrolled: people that were picked, everybody of a unit, or those a file names.',
})
export class EnrolmentInput {
  @Field(() => ID, { description: 'The cohort.' })
  cohortId: string;

  @Field(() => [ID], { nullable: true, description: 'People that were picked.' })
  personIds?: string[] | null;

  @Field(() => ID, { nullable: true, description: 'A unit: everybody who works there or below today.' })
  unitId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'A table as text, with a column for the mail address or the person number.',
  })
  file?: string | null;
}
