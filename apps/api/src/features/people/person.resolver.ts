import type { Role } from '@assay/access';
import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { can, viewerCan } from '../../platform/access/policy.js';
import { Viewer } from '../../platform/access/viewer.js';
import { Employment } from './employment.entity.js';
import type { OrgUnit } from './org-unit.entity.js';
import { PeopleService } from './people.service.js';
import { Person } from './person.entity.js';
import { EmploymentType, OrgUnitType, PersonType, RoleEnum } from './person.type.js';

@Resolver(() => PersonType)
export class PersonResolver {
  constructor(private readonly people: PeopleService) {}

  @ResolveField(() => String, { description: 'First letters of the first and the last name.' })
  initials(@Parent() person: Person): string {
    return person.initials;
  }

  @ResolveField(() => String, {
    nullable: true,
    description: 'Mail address, for the person, the line manager and those who keep the directory.',
  })
  email(@CurrentViewer() viewer: Viewer, @Parent() person: Person): string | null {
    return can(viewer, 'seeContact', person) ? person.email : null;
  }

  @ResolveField(() => EmploymentType, { nullable: true, description: "Today's primary employment." })
  employment(@CurrentViewer() viewer: Viewer, @Parent() person: Person): Promise<Employment | null> {
    return this.people.employmentOf(viewer, person.id);
  }

  @ResolveField(() => [RoleEnum], {
    description: 'Roles of today, for the person and those who keep the directory; empty for others.',
  })
  roles(@CurrentViewer() viewer: Viewer, @Parent() person: Person): Promise<Role[]> {
    return this.people.shownRolesOf(viewer, person);
  }

  @ResolveField(() => [String], { description: 'What the viewer may do to this person.' })
  viewerCan(@CurrentViewer() viewer: Viewer, @Parent() person: Person): string[] {
    return viewerCan(viewer, person);
  }
}

@Resolver(() => EmploymentType)
export class EmploymentResolver {
  constructor(private readonly people: PeopleService) {}

  @ResolveField(() => OrgUnitType, { nullable: true, description: 'The unit.' })
  async orgUnit(@CurrentViewer() viewer: Viewer, @Parent() employment: Employment): Promise<OrgUnit | null> {
    return employment.orgUnitId ? this.people.orgUnitById(viewer, employment.orgUnitId) : null;
  }

  @ResolveField(() => PersonType, { nullable: true, description: 'The line manager.' })
  async manager(@CurrentViewer() viewer: Viewer, @Parent() employment: Employment): Promise<Person | null> {
    return employment.managerId ? this.people.byId(viewer, employment.managerId) : null;
  }
}
