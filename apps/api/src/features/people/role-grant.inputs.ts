import type { Role } from '@assay/access';
import { Field, ID, InputType } from '@nestjs/graphql';
import { CalendarDay } from '../../platform/graphql/date.scalar.js';
import { RoleEnum } from './person.type.js';

@InputType({ description: 'A role to be given: to whom, how far, how long and why.' })
export class GrantRoleInput {
  @Field(() => ID, { description: 'Who gets it. Nobody gives a role to themselves.' })
  personId: string;

  @Field(() => RoleEnum, { description: 'The role; employee and manager are never granted.' })
  role: Role;

  @Field(() => ID, { nullable: true, description: 'Only for people of this unit and below; everybody when left out.' })
  scopeUnitId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Only for this achievement in all its versions; every one when left out.',
  })
  scopeAchievementId?: string | null;

  @Field(() => CalendarDay, { nullable: true, description: 'The first day; at once when left out.' })
  startsOn?: string | null;

  @Field(() => CalendarDay, { nullable: true, description: 'The last day; without an end when left out.' })
  endsOn?: string | null;

  @Field({ description: 'Why this person needs it. Kept with the grant.' })
  reason: string;
}
