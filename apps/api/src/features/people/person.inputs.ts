import type { Role } from '@assay/access';
import { Field, ID, InputType } from '@nestjs/graphql';
import { CalendarDay } from '../../platform/graphql/date.scalar.js';
import { RoleEnum } from './person.type.js';

@InputType({ description: 'A new colleague with a first employment.' })
export class AddPersonInput {
  @Field({ description: 'The name as the person writes it.' })
  displayName: string;

  @Field({ description: 'Mail address; each belongs to one person.' })
  email: string;

  @Field({ description: 'The title as the organisation writes it.' })
  jobTitle: string;

  @Field({ description: 'Name of the unit; a name that is new makes a new unit.' })
  orgUnitName: string;

  @Field(() => ID, { nullable: true, description: 'The line manager.' })
  managerId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The rung of the job architecture this job is.' })
  jobRoleLevelId?: string | null;

  @Field(() => CalendarDay, { nullable: true, description: 'The first day; today when left out.' })
  startsOn?: string | null;

  @Field(() => [RoleEnum], {
    description: 'Roles granted now; manager is never granted, it follows reporting lines.',
  })
  roles: Role[];
}
