import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { Viewer } from '../../platform/access/viewer.js';
import { Employment } from '../people/employment.entity.js';
import { EmploymentType } from '../people/person.type.js';
import type { JobRoleLevel } from './job-role.entity.js';
import { JobRoleLevelType } from './job-role.type.js';
import { SkillsService } from './skills.service.js';

@Resolver(() => EmploymentType)
export class EmploymentJobRoleResolver {
  constructor(private readonly skills: SkillsService) {}

  @ResolveField(() => JobRoleLevelType, {
    nullable: true,
    description: 'The rung of the job architecture this job is.',
  })
  async jobRoleLevel(@CurrentViewer() viewer: Viewer, @Parent() employment: Employment): Promise<JobRoleLevel | null> {
    return employment.jobRoleLevelId ? this.skills.jobRoleLevelById(viewer, employment.jobRoleLevelId) : null;
  }
}
