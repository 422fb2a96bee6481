import { Field, ID, InputType } from '@nestjs/graphql';
import { CalendarDay } from '../../platform/graphql/date.scalar.js';

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
