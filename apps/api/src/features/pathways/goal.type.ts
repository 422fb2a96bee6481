import { Field, ID, ObjectType } from '@nestjs/graphql';
import { CalendarDay } from '../../platform/graphql/date.scalar.js';

@ObjectType('Goal', { description: 'The job role level that somebody aims at. One at a time.' })
export class GoalType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field(() => CalendarDay, { nullable: true, description: 'Until when; null: no day is set.' })
  byDay: string | null;

  @Field({ description: 'Whether the line manager sees it.' })
  shared: boolean;

  @Field(() => Date, { description: 'Since when it is aimed at.' })
  createdAt: Date;

  @Field(() => Date, { nullable: true, description: 'When it ended; null while it is aimed at.' })
  endedAt: Date | null;
}
