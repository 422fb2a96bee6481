import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ViewerSource } from '../../platform/access/viewer-source.js';
import { GrantChecksService } from './grant-checks.service.js';
import { GrantListsService } from './grant-lists.service.js';
import { GrantsResolver } from './grants.resolver.js';
import { RoleGrantResolver } from './role-grant.resolver.js';
import { RolesOfferedService } from './roles-offered.service.js';
import { AccessExplainedResolver } from './access-explained.resolver.js';
import { AccessExplainedService } from './access-explained.service.js';
import { PeopleSeen } from './people-seen.service.js';
import { WhoCanSeeResolver } from './who-can-see.resolver.js';
import { WhoCanSeeService } from './who-can-see.service.js';
import { GrantCommand } from './grant.command.js';
import { GrantsService } from './grants.service.js';
import { DirectoryService } from './directory.service.js';
import { Employment } from './employment.entity.js';
import { EmploymentResolver } from './employment.resolver.js';
import { EmploymentsService } from './employments.service.js';
import { LeavingService } from './leaving.service.js';
import { OwnKeys } from './own-keys.entity.js';
import { OwnKeysResolver } from './own-keys.resolver.js';
import { OwnKeysService } from './own-keys.service.js';
import { OrgUnit } from './org-unit.entity.js';
import { OrgUnitResolver } from './org-unit.resolver.js';
import { Organisation } from './organisation.entity.js';
import { OrganisationService } from './organisation.service.js';
import { PeopleResolver } from './people.resolver.js';
import { ApplyPeopleImportJob } from './apply-people-import.job.js';
import { ImportPeopleCommand } from './import-people.command.js';
import { ImportPlanService } from './import-plan.service.js';
import { ImportRunsService } from './import-runs.service.js';
import { ImportSourceService } from './import-source.service.js';
import { ImportTemplateController } from './import-template.controller.js';
import { JobRoleLevels } from './job-role-levels.service.js';
import { PeopleImporterService } from './people-importer.service.js';
import { PreviewPeopleImportJob } from './preview-people-import.job.js';
import { PeopleImport } from './people-import.entity.js';
import { PeopleImportResolver } from './people-import.resolver.js';
import { PeopleImportService } from './people-import.service.js';
import { PeopleService } from './people.service.js';
import { Person } from './person.entity.js';
import { PeopleChecksService } from './people-checks.service.js';
import { PersonGrantsResolver } from './person-grants.resolver.js';
import { PersonResolver } from './person.resolver.js';
import { PersonSource } from './person-source.js';
import { RoleGrant } from './role-grant.entity.js';
import { SetupSteps } from './setup-steps.service.js';
import { SetupStepsResolver } from './setup-steps.resolver.js';
import { StaffService } from './staff.service.js';
import { UnitsService } from './units.service.js';
import { OrganisationResolver, ViewerResolver } from './viewer.resolver.js';

/**
 * Persons, org units, dated employments with line managers, and role grants.
 * It tells the platform who signs in and in which roles. Manager is never granted: it follows the dates.
 */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature([Organisation, Person, OrgUnit, Employment, RoleGrant, PeopleImport, OwnKeys])],
  controllers: [ImportTemplateController],
  providers: [
    { provide: ViewerSource, useClass: PersonSource },
    OrganisationService,
    PeopleService,
    PeopleChecksService,
    DirectoryService,
    UnitsService,
    EmploymentsService,
    LeavingService,
    StaffService,
    GrantChecksService,
    GrantsService,
    GrantCommand,
    PeopleSeen,
    WhoCanSeeService,
    WhoCanSeeResolver,
    AccessExplainedService,
    AccessExplainedResolver,
    GrantListsService,
    RolesOfferedService,
    GrantsResolver,
    RoleGrantResolver,
    PeopleResolver,
    PersonResolver,
    PersonGrantsResolver,
    EmploymentResolver,
    OrgUnitResolver,
    JobRoleLevels,
    ImportSourceService,
    ImportPlanService,
    PeopleImporterService,
    ImportRunsService,
    PreviewPeopleImportJob,
    ApplyPeopleImportJob,
    ImportPeopleCommand,
    PeopleImportService,
    PeopleImportResolver,
    SetupSteps,
    SetupStepsResolver,
    OwnKeysService,
    OwnKeysResolver,
    ViewerResolver,
    OrganisationResolver,
  ],
  exports: [
    EmploymentsService,
    GrantChecksService,
    GrantsService,
    ImportSourceService,
    JobRoleLevels,
    LeavingService,
    OrganisationService,
    PeopleService,
    SetupSteps,
    StaffService,
    UnitsService,
    ViewerSource,
  ],
})
export class PeopleModule {}
