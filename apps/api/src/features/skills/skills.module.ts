import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DraftSteps } from './draft-steps.service.js';
import { CaseController } from './case.controller.js';
import { CaseDoorService } from './case-door.service.js';
import { CaseRubrics } from './case-rubrics.service.js';
import { CaseLookupService } from './case-lookup.service.js';
import { CaseExportService } from './case-export.service.js';
import { EmploymentJobRoleResolver } from './employment-job-role.resolver.js';
import { FrameworkChangesService } from './framework-changes.service.js';
import { FrameworkDifferencesResolver } from './framework-differences.resolver.js';
import { FrameworkDifferencesService } from './framework-differences.service.js';
import { FrameworkDraftResolver, FrameworkStepResolver } from './framework-draft.resolver.js';
import { FrameworkDraftService } from './framework-draft.service.js';
import { FrameworkExportController } from './framework-export.controller.js';
import { FrameworkReadingService } from './framework-reading.service.js';
import { ApplyFrameworkImportJob } from './apply-framework-import.job.js';
import { CopyFrameworkJob } from './copy-framework.job.js';
import { FrameworkCopyService } from './framework-copy.service.js';
import { FrameworkImport } from './framework-import.entity.js';
import { FrameworkImportErrorsController } from './framework-import-errors.controller.js';
import { FrameworkImportErrors } from './framework-import-errors.service.js';
import { FrameworkImportKinds } from './framework-import-kinds.service.js';
import { FrameworkImportResolver } from './framework-import.resolver.js';
import { ImportColumnsService } from './import-columns.service.js';
import { FrameworkImportRuns } from './framework-import-runs.service.js';
import { FrameworkImportService } from './framework-import.service.js';
import { FrameworkStep } from './framework-step.entity.js';
import { FrameworkImportShownResolver } from './framework-import-shown.resolver.js';
import { FrameworkImporter } from './framework-importer.service.js';
import { FrameworkStage } from './framework-stage.service.js';
import { FrameworkWriter } from './framework-writer.service.js';
import { ProficiencyLevel, ProficiencyScale, SkillFramework } from './framework.entity.js';
import { FrameworkResolver } from './framework.resolver.js';
import { FrameworksSeen } from './frameworks-seen.service.js';
import { FrameworksService } from './frameworks.service.js';
import { PreviewFrameworkImportJob } from './preview-framework-import.job.js';
import { JobFamily, JobRole, JobRoleEdge, JobRoleLevel, JobRoleRequirement } from './job-role.entity.js';
import {
  JobFamilyResolver,
  JobRoleLevelResolver,
  JobRoleRequirementResolver,
  JobRoleResolver,
} from './job-role.resolver.js';
import { LevelMoveChoice } from './level-move.entity.js';
import { FrameworkLevelMovesResolver, LevelMoveResolver } from './level-move.resolver.js';
import { LevelMovesService } from './level-moves.service.js';
import { OwnFrameworkResolver } from './own-framework.resolver.js';
import { OwnFrameworkService } from './own-framework.service.js';
import { OpenFrameworksResolver } from './open-frameworks.resolver.js';
import { SheetExportService } from './sheet-export.service.js';
import { Skill, SkillRelation, SkillRevision } from './skill.entity.js';
import { PublishingImpacts } from './publishing-impacts.service.js';
import { SimilarSkillsService } from './similar-skills.service.js';
import { SkillDraftResolver } from './skill-draft.resolver.js';
import { SkillDraftService } from './skill-draft.service.js';
import { SkillMergeService } from './skill-merge.service.js';
import { SkillRelationsService } from './skill-relations.service.js';
import { SkillResolver } from './skill.resolver.js';
import {
  SkillPlaceResolver,
  SkillRelationResolver,
  SkillTiesResolver,
  SkillTreeResolver,
} from './skill-tree.resolver.js';
import { SkillTreeService } from './skill-tree.service.js';
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
      LevelMoveChoice,
      FrameworkImport,
      FrameworkStep,
    ]),
  ],
  controllers: [FrameworkImportErrorsController, FrameworkExportController, CaseController],
  providers: [
    FrameworkReadingService,
    CaseExportService,
    CaseDoorService,
    CaseRubrics,
    SheetExportService,
    OpenFrameworksResolver,
    CaseLookupService,
    SkillsService,
    FrameworksService,
    FrameworksSeen,
    FrameworkStage,
    FrameworkWriter,
    FrameworkImporter,
    FrameworkImportRuns,
    ImportColumnsService,
    FrameworkImportService,
    FrameworkImportErrors,
    FrameworkImportKinds,
    PreviewFrameworkImportJob,
    ApplyFrameworkImportJob,
    CopyFrameworkJob,
    FrameworkCopyService,
    SkillResolver,
    FrameworkResolver,
    FrameworkImportResolver,
    FrameworkImportShownResolver,
    JobFamilyResolver,
    JobRoleResolver,
    JobRoleLevelResolver,
    JobRoleRequirementResolver,
    EmploymentJobRoleResolver,
    DraftSteps,
    FrameworkDraftService,
    FrameworkChangesService,
    FrameworkDifferencesService,
    PublishingImpacts,
    SkillDraftService,
    SkillMergeService,
    SkillRelationsService,
    SkillTreeService,
    SimilarSkillsService,
    FrameworkDraftResolver,
    FrameworkStepResolver,
    FrameworkDifferencesResolver,
    SkillDraftResolver,
    SkillTreeResolver,
    SkillPlaceResolver,
    SkillTiesResolver,
    SkillRelationResolver,
    OwnFrameworkService,
    OwnFrameworkResolver,
    LevelMovesService,
    LevelMoveResolver,
    FrameworkLevelMovesResolver,
  ],
  exports: [
    CaseRubrics,
    FrameworkDraftService,
    SkillsService,
    FrameworksService,
    LevelMovesService,
    DraftSteps,
    SkillDraftService,
    SkillMergeService,
    PublishingImpacts,
    FrameworkWriter,
  ],
})
export class SkillsModule {}
