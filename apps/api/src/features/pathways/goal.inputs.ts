import { Field, ID, InputType } from '@nestjs/graphql';
import { CalendarDay } from '../../platform/graphql/date.scalar.js';

@InputType({ description: 'What somebody aims at.' })
export class GoalInput {
  @Field(() => ID, { description: 'The job role level.' })
  jobRoleLevelId: string;

  @Field(() => CalendarDay, { nullable: true, description: 'Until when; null: no day is set.' })
  byDay?: string | null;

  @Field({ description: 'Whether the line manager sees it. What a manager assigns is always shared.' })
  shared: boolean;
}
