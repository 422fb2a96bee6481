import { Field, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '../../platform/graphql/connection.js';
import { CalendarDay } from '../../platform/graphql/date.scalar.js';
import { NodeType } from '../../platform/graphql/node.js';

@ObjectType('Completion', {
  implements: () => [NodeType],
  description: 'The fact that somebody finished a course. By itself it verifies nothing.',
})
export class CompletionType implements NodeType {
  id: string;

  @Field(() => CalendarDay, { description: 'On which day.' })
  completedOn: string;

  @Field({ description: 'The grade, in the words of the provider; may be empty.' })
  grade: string;

  @Field(() => Date, { description: 'When it was recorded.' })
  recordedAt: Date;

  @Field(() => Date, { nullable: true, description: 'When it was taken back; null while it stands.' })
  withdrawnAt: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it was taken back.' })
  withdrawnReason: string | null;
}

export const CompletionConnection = connectionOf(CompletionType, 'Completion');

@ObjectType('CourseFeedback', { description: 'What the viewer says of a course.' })
export class CourseFeedbackType {
  @Field(() => Int, { description: 'The content, 1 to 5.' })
  content: number;

  @Field(() => Int, { description: 'The teaching, 1 to 5.' })
  teaching: number;

  @Field(() => Int, { description: 'The use at work, 1 to 5.' })
  usefulness: number;

  @Field({ description: 'In words; may be empty.' })
  comment: string;

  @Field(() => Date, { description: 'When it was said.' })
  givenAt: Date;
}
