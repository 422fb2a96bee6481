import { Injectable, type OnModuleInit } from '@nestjs/common';
import { WhoCanSee } from '../../platform/access/who-can-see.js';
import { FrameworksService } from '../skills/frameworks.service.js';
import { JobFamily, JobRole, JobRoleLevel } from '../skills/job-role.entity.js';
import { JobRolesService } from './job-roles.service.js';

/** Tells how job roles are seen: as the framework that they stand in. */
@Injectable()
export class JobRolesSeen implements OnModuleInit {
  constructor(
    private readonly kinds: WhoCanSee,
    private readonly frameworks: FrameworksService,
    private readonly roles: JobRolesService,
  ) {}

  onModuleInit(): void {
    this.kinds.register({
      entity: JobRoleLevel,
      name: 'Level of a job role',
      subject: () => null,
      aspects: [
        {
          what: 'The level and what it asks',
          sees: async (viewer, id) => viewer.may('framework.read') && (await this.roles.findLevel(viewer, id)) !== null,
        },
      ],
    });
    this.kinds.register({
      entity: JobRole,
      name: 'Job role',
      subject: () => null,
      aspects: [
        {
          what: 'The job role with its levels',
          sees: async (viewer, id) => viewer.may('framework.read') && (await this.roles.find(viewer, id)) !== null,
        },
      ],
    });
    this.kinds.register({
      entity: JobFamily,
      name: 'Job family',
      subject: () => null,
      aspects: [
        {
          what: 'The family with its job roles',
          sees: async (viewer, id) => {
            const family = viewer.may('framework.read') ? await this.frameworks.familyById(viewer, id) : null;
            return family !== null && (await this.frameworks.find(viewer, family.frameworkId)) !== null;
          },
        },
      ],
    });
  }
}
