import { ROLES, type Role } from '@assay/access';
import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connectionOf } from '../../platform/graphql/connection.js';
import { CalendarDay } from '../../platform/graphql/date.scalar.js';
import { NodeType } from '../../platform/graphql/node.js';

/** The roles as the API names them; the same words as in code. */
export const RoleEnum = Object.fromEntries(ROLES.map((role) => [role, role])) as { [R in Role]: R };
registerEnumType(RoleEnum, {
  name: 'Role',
  description:
    'What a person is in the programme. EMPLOYEE is everybody, MANAGER follows reporting lines, the rest is granted.',
});

export const EmploymentStateEnum = { PAST: 'PAST', CURRENT: 'CURRENT', PLANNED: 'PLANNED' } as const;
registerEnumType(EmploymentStateEnum, {
  name: 'EmploymentState',
  description: 'Where an employment stands today, by its dates.',
});

export const PersonStateEnum = { WITH_US: 'WITH_US', LEFT: 'LEFT', ALL: 'ALL' } as const;
export type PersonState = keyof typeof PersonStateEnum;
registerEnumType(PersonStateEnum, {
  name: 'PersonState',
  description: 'Whom a list of people shows. Those who left are shown to keepers of people only.',
  valuesMap: {
    WITH_US: { description: 'With the organisation today.' },
    LEFT: { description: 'Left, or deactivated.' },
    ALL: { description: 'Everybody there ever was.' },
  },
});

@ObjectType('OrgUnit', { description: 'A part of the organisation.' })
export class OrgUnitType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field({ description: 'Its name.' })
  name: string;

  @Field(() => ID, { nullable: true, description: 'The unit it belongs to; null at the top.' })
  parentId: string | null;
}

@ObjectType('Employment', { description: 'Who works where, as what and for whom, from one day to another.' })
export class EmploymentType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field({ description: 'The title as the organisation writes it.' })
  jobTitle: string;

  @Field(() => CalendarDay, { description: 'The first day.' })
  startsOn: string;

  @Field(() => CalendarDay, { nullable: true, description: 'The last day; null while it lasts.' })
  endsOn: string | null;

  @Field({ description: 'Whether it is the main one; these never overlap.' })
  isPrimary: boolean;
}

@ObjectType('Person', { implements: () => [NodeType], description: 'Somebody of the organisation.' })
export class PersonType implements NodeType {
  id: string;

  @Field({ description: 'The name as the person writes it.' })
  displayName: string;
}

export const PersonConnection = connectionOf(PersonType, 'Person');
