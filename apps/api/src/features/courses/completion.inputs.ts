import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { CalendarDay } from '../../platform/graphql/date.scalar.js';

@InputType({ description: 'Somebody finished a course.' })
export class RecordCompletionInput {
  @Field(() => ID, { description: 'The course.' })
  courseId: string;

  @Field(() => ID, { description: 'The person.' })
  personId: string;

  @Field(() => CalendarDay, { description: 'On which day; not in the future.' })
  completedOn: string;

  @Field(() => String, { nullable: true, description: 'The grade, in the words of the provider.' })
  grade?: string | null;
}

@InputType({ description: 'What somebody who finished a course says of it: three marks from 1 to 5, and words.' })
export class CourseFeedbackInput {
  @Field(() => Int, { description: 'Was the content right and up to date? 1 to 5.' })
  content: number;

  @Field(() => Int, { description: 'Was it taught well? 1 to 5.' })
  teaching: number;

  @Field(() => Int, { description: 'Is it of use at work? 1 to 5.' })
  usefulness: number;

  @Field(() => String, {
    nullable: true,
    description: 'In words. Those who keep the catalogue read it without your name.',
  })
  comment?: string | null;
}
