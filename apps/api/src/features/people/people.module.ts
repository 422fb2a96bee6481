import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ViewerSource } from '../../platform/access/viewer-source.js';
import { DemoSignInController } from './demo-sign-in.controller.js';
import { GrantChecksService } from './grant-checks.service.js';
import { GrantsService } from './grants.service.js';
import { Employment } from './employment.entity.js';
import { OrgUnit } from './org-unit.entity.js';
import { Organisation } from './organisation.entity.js';
import { OrganisationService } from './organisation.service.js';
import { PeopleResolver } from './people.resolver.js';
import { PeopleService } from './people.service.js';
import { Person } from './person.entity.js';
import { EmploymentResolver, PersonResolver } from './person.resolver.js';
import { PersonSource } from './person-source.js';
import { RoleGrant } from './role-grant.entity.js';
import { StaffService } from './staff.service.js';
import { OrganisationResolver, ViewerResolver } from './viewer.resolver.js';

/**
 * Persons, org units, dated employments with line managers, and role grants.
 * It tells the platform who signs in and in which roles. Manager is never granted: it follows the dates.
 */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature([Organisation, Person, OrgUnit, Employment, RoleGrant])],
  controllers: [DemoSignInController],
  providers: [
    { provide: ViewerSource, useClass: PersonSource },
    OrganisationService,
    PeopleService,
    StaffService,
    GrantChecksService,
    GrantsService,
    PeopleResolver,
    PersonResolver,
    EmploymentResolver,
    ViewerResolver,
    OrganisationResolver,
  ],
  exports: [GrantChecksService, GrantsService, OrganisationService, PeopleService, StaffService, ViewerSource],
})
export class PeopleModule {}
