import { Field, ObjectType } from '@nestjs/graphql';
import { CalendarDay } from '../../platform/graphql/date.scalar.js';
import type { AskedChange } from '@assay/pathway';
import { PlanChangeType } from './plan-review.type.js';

@ObjectType('NewerVersion', {
  description:
    'What a newer version of the job role level asks otherwise than the one that a goal was planned against.',
})
export class NewerVersionType {
  @Field(() => [PlanChangeType], { description: 'What is asked otherwise; nothing where the same is asked.' })
  changes: AskedChange[];

  @Field(() => CalendarDay, {
    nullable: true,
    description: 'The last day on which the goal stays as it was planned; null: until the person moves.',
  })
  keptUntil: string | null;
}
