import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { EmploymentJobRoleResolver } from './employment-job-role.resolver.js';
import { FrameworkImport } from './framework-import.entity.js';
import { FrameworkImportResolver } from './framework-import.resolver.js';
import { FrameworkImportService } from './framework-import.service.js';
import { FrameworkWriter } from './framework-writer.service.js';
import { ProficiencyLevel, ProficiencyScale, SkillFramework } from './framework.entity.js';
import { FrameworkResolver } from './framework.resolver.js';
import { FrameworksSeen } from './frameworks-seen.service.js';
import { FrameworksService } from './frameworks.service.js';
import { JobFamily, JobRole, JobRoleEdge, JobRoleLevel, JobRoleRequirement } from './job-role.entity.js';
import {
  JobFamilyResolver,
  JobRoleLevelResolver,
  JobRoleRequirementResolver,
  JobRoleResolver,
} from './job-role.resolver.js';
import { Skill, SkillRelation, SkillRevision } from './skill.entity.js';
import { SkillResolver } from './skill.resolver.js';
import { SkillsService } from './skills.service.js';

/**
 * Skill frameworks in published versions, the skills inside, their scales, and the job architecture that asks for them.
 * A skill is an identity that outlives its wordings: everything above names the skill.
 * Frameworks come in through importers, as a dry run first.
 */
@Module({
  imports: [
    TypeOrmModule.forFeature([
      SkillFramework,
      ProficiencyScale,
      ProficiencyLevel,
      Skill,
      SkillRelation,
      SkillRevision,
      JobFamily,
      JobRole,
      JobRoleEdge,
      JobRoleLevel,
      JobRoleRequirement,
      FrameworkImport,
    ]),
  ],
  providers: [
    SkillsService,
    FrameworksService,
    FrameworksSeen,
    FrameworkWriter,
    FrameworkImportService,
    SkillResolver,
    FrameworkResolver,
    FrameworkImportResolver,
    JobFamilyResolver,
    JobRoleResolver,
    JobRoleLevelResolver,
    JobRoleRequirementResolver,
    EmploymentJobRoleResolver,
  ],
  exports: [SkillsService, FrameworksService, FrameworkWriter],
})
export class SkillsModule {}
