import type { Role } from '@assay/access';
import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import { CalendarDay } from '../../platform/graphql/date.scalar.js';
import { type PersonState, PersonStateEnum, RoleEnum } from './person.type.js';

@InputType({ description: 'A new colleague with a first employment.' })
export class AddPersonInput {
  @Field({ description: 'The name as the person writes it.' })
  displayName: string;

  @Field({ description: 'Mail address; each belongs to one person.' })
  email: string;

  @Field(() => String, { nullable: true, description: 'What other systems call the person; each belongs to one.' })
  personNumber?: string | null;

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

@ArgsType()
export class PeopleArgs {
  @Field(() => Int, { nullable: true, defaultValue: 50, description: 'How many at most; 100 is the most.' })
  first: number;

  @Field(() => String, { nullable: true, description: 'Where the page before ended.' })
  after: string | null | undefined;

  @Field(() => String, {
    nullable: true,
    description: 'Part of a name, job title or unit; for keepers of people also of a mail address or number.',
  })
  search?: string | null;

  @Field(() => ID, { nullable: true, description: 'Only people of this unit.' })
  unitId?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: true,
    description: 'With the unit, those of the units below it.',
  })
  unitAndBelow?: boolean | null;

  @Field(() => RoleEnum, {
    nullable: true,
    description: 'Only people with this role today, of those whose roles the viewer may see.',
  })
  role?: Role | null;

  @Field(() => ID, { nullable: true, description: 'Only people with this line manager.' })
  managerId?: string | null;

  @Field(() => PersonStateEnum, { nullable: true, defaultValue: 'WITH_US', description: 'With us, left, or both.' })
  state?: PersonState | null;
}

@InputType({ description: 'What to change of a person. What is left out stays.' })
export class ChangePersonInput {
  @Field(() => String, { nullable: true, description: 'The name as the person writes it.' })
  displayName?: string | null;

  @Field(() => String, { nullable: true, description: 'Mail address; each belongs to one person.' })
  email?: string | null;

  @Field(() => String, { nullable: true, description: 'What other systems call the person. Null takes it away.' })
  personNumber?: string | null;
}

/** Where somebody works, as what and for whom. Undefined: as it is; null: none. */
@InputType({ isAbstract: true })
abstract class PlaceInput {
  @Field(() => String, { nullable: true, description: 'The title as the organisation writes it.' })
  jobTitle?: string | null;

  @Field(() => ID, { nullable: true, description: 'The unit; null for none.' })
  orgUnitId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The line manager; null for none.' })
  managerId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The rung of the job architecture; null for none.' })
  jobRoleLevelId?: string | null;
}

@InputType({ description: 'What is different from a day on. What is left out stays.' })
export class ChangeEmploymentInput extends PlaceInput {
  @Field(() => ID, { description: 'Whose main employment changes.' })
  personId: string;

  @Field(() => CalendarDay, { description: 'The first day on which it is so; may lie ahead.' })
  from: string;
}

@InputType({ description: 'What was recorded wrongly, as it should have been. What is left out stays.' })
export class CorrectEmploymentInput extends PlaceInput {
  @Field(() => CalendarDay, { nullable: true, description: 'The first day.' })
  startsOn?: string | null;

  @Field(() => CalendarDay, { nullable: true, description: 'The last day; null while it lasts.' })
  endsOn?: string | null;
}

@InputType({ description: 'A job beside the main one.' })
export class AddSecondaryInput extends PlaceInput {
  @Field(() => ID, { description: 'Whose job it is.' })
  personId: string;

  @Field(() => CalendarDay, { description: 'The first day; may lie ahead.' })
  startsOn: string;

  @Field(() => CalendarDay, { nullable: true, description: 'The last day; null while it lasts.' })
  endsOn?: string | null;
}

@InputType({ description: 'Somebody who left and comes back.' })
export class RehireInput extends PlaceInput {
  @Field(() => ID, { description: 'Who comes back.' })
  personId: string;

  @Field(() => CalendarDay, { description: 'The first day of the new employment.' })
  startsOn: string;
}
