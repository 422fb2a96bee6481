import type { Role } from '@assay/access';
import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/access/allow.decorator.js';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { Viewer } from '../../platform/access/viewer.js';
import type { Page } from '../../platform/graphql/connection.js';
import { InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import { resultOf } from '../../platform/graphql/result-of.js';
import type { OrgUnit } from './org-unit.entity.js';
import { PeopleService } from './people.service.js';
import type { Person } from './person.entity.js';
import { AddPersonInput } from './person.inputs.js';
import { OrgUnitType, PersonConnection, PersonType, RoleEnum } from './person.type.js';
import { StaffService } from './staff.service.js';

const AddPersonResult = resultOf('AddPersonResult', PersonType, [InvalidInput, NotAllowed]);
const GrantRoleResult = resultOf('GrantRoleResult', PersonType, [InvalidInput, NotAllowed, NotFound]);

@Resolver()
export class PeopleResolver {
  constructor(
    private readonly service: PeopleService,
    private readonly staff: StaffService,
  ) {}

  @Query(() => PersonConnection, { description: 'Colleagues by name; `search` looks at name, job title and unit.' })
  @Allow('directory.read')
  people(
    @CurrentViewer() viewer: Viewer,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 50 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after?: string | null,
    @Args('search', { type: () => String, nullable: true }) search?: string | null,
  ): Promise<Page<Person>> {
    return this.service.page(viewer, { first, after, search });
  }

  @Query(() => PersonType, { nullable: true, description: 'One colleague.' })
  @Allow('directory.read')
  person(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID }) id: string): Promise<Person | null> {
    return this.service.find(viewer, id);
  }

  @Query(() => [OrgUnitType], { description: 'Every unit, by name.' })
  @Allow('directory.read')
  orgUnits(@CurrentViewer() viewer: Viewer): Promise<OrgUnit[]> {
    return this.service.orgUnits(viewer);
  }

  @Mutation(() => AddPersonResult, { description: 'Takes a person on, with a first employment and roles.' })
  @Allow('people.manage')
  addPerson(
    @CurrentViewer() viewer: Viewer,
    @Args('input') input: AddPersonInput,
  ): Promise<Person | InvalidInput | NotAllowed> {
    return this.staff.addPerson(viewer, input);
  }

  @Mutation(() => GrantRoleResult, { description: 'Gives a role from now on. Nobody gives one to themselves.' })
  @Allow('people.manage')
  grantRole(
    @CurrentViewer() viewer: Viewer,
    @Args('personId', { type: () => ID }) personId: string,
    @Args('role', { type: () => RoleEnum }) role: Role,
  ): Promise<Person | InvalidInput | NotAllowed | NotFound> {
    return this.staff.grantRole(viewer, personId, role);
  }

  @Mutation(() => GrantRoleResult, { description: 'Takes a role away from now on; what was done in it stays.' })
  @Allow('people.manage')
  endRole(
    @CurrentViewer() viewer: Viewer,
    @Args('personId', { type: () => ID }) personId: string,
    @Args('role', { type: () => RoleEnum }) role: Role,
  ): Promise<Person | InvalidInput | NotAllowed | NotFound> {
    return this.staff.endRole(viewer, personId, role);
  }
}
