import { Module } from '@nestjs/common';
import { JobRolesSeen } from './job-roles-seen.service.js';
import { AchievementsModule } from '../achievements/achievements.module.js';
import { SkillsModule } from '../skills/skills.module.js';
import { JobFamiliesService } from './job-families.service.js';
import { JobRoleLatticeService } from './job-role-lattice.service.js';
import { JobRolesResolver } from './job-roles.resolver.js';
import { JobRolesService } from './job-roles.service.js';
import { LadderService } from './ladder.service.js';
import { LevelNeighboursResolver, RequirementProofResolver } from './level-neighbours.resolver.js';
import { RequirementsService } from './requirements.service.js';
import { RoleDraftsService } from './role-drafts.service.js';
import { RoleLevelsResolver } from './role-levels.resolver.js';
import { RoleLevelsService } from './role-levels.service.js';
import { RoleStepsResolver, StepSuggestionResolver } from './role-steps.resolver.js';
import { RoleStepsService } from './role-steps.service.js';
import { LevelLinksService } from './level-links.service.js';
import { NearLevelsService } from './near-levels.service.js';
import { StepSuggestionsService } from './step-suggestions.service.js';

/**
 * The design of job roles in a draft: families, ladders, what rungs ask, and steps between roles. Reading them is the
 * business of skills, which importers write as a whole.
 */
@Module({
  imports: [SkillsModule, AchievementsModule],
  providers: [
    JobRolesSeen,
    RoleDraftsService,
    JobFamiliesService,
    JobRolesService,
    RoleLevelsService,
    LadderService,
    RequirementsService,
    RoleStepsService,
    StepSuggestionsService,
    JobRoleLatticeService,
    JobRolesResolver,
    RoleLevelsResolver,
    RoleStepsResolver,
    StepSuggestionResolver,
    LevelNeighboursResolver,
    RequirementProofResolver,
    LevelLinksService,
    NearLevelsService,
  ],
  exports: [LevelLinksService, NearLevelsService],
})
export class JobRolesModule {}
