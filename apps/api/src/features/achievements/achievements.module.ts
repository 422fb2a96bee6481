import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CoursesModule } from '../courses/courses.module.js';
import { SkillsModule } from '../skills/skills.module.js';
import { AchievementDesignService } from './achievement-design.service.js';
import { Achievement, AchievementVersion } from './achievement-version.entity.js';
import { AchievementDraftResolver, EvidenceRuleResolver } from './achievement-draft.resolver.js';
import { AchievementOfferResolver } from './achievement-offer.resolver.js';
import { AchievementOfferService } from './achievement-offer.service.js';
import { AchievementResolver } from './achievement.resolver.js';
import { AchievementVersionResolver, AwardedSkillResolver } from './achievement-version.resolver.js';
import { AchievementsSeen } from './achievements-seen.service.js';
import { AchievementsService } from './achievements.service.js';
import { PrerequisitesService } from './prerequisites.service.js';
import { PublicationChecksService } from './publication-checks.service.js';
import { VersionChangesService } from './version-changes.service.js';
import { AchievementCoursesResolver, CourseOutcomeAchievementResolver } from './course-achievements.resolver.js';
import { AchievementSkillUses } from './achievement-skill-uses.service.js';
import { CutScoreResolver, CutScoreSettingResolver } from './cut-score.resolver.js';
import { CutScoreService } from './cut-score.service.js';
import { AchievementCaseRubrics } from './achievement-case-rubrics.service.js';
import { RubricFilesController } from './rubric-files.controller.js';
import { RubricFilesResolver } from './rubric-files.resolver.js';
import { RubricFilesService } from './rubric-files.service.js';
import { AchievementStackResolver, StackRuleResolver } from './stack-rules.resolver.js';
import { StackRulesService } from './stack-rules.service.js';

/**
 * What can be earned: achievements in versions, with outcomes, rubric, evidence asked and EU descriptors.
 * A draft is saved as often as people like; a published version never changes, and the database sees to that.
 * People who were assessed against a version keep it when a newer one takes its place.
 */
@Module({
  imports: [TypeOrmModule.forFeature([Achievement, AchievementVersion]), SkillsModule, CoursesModule],
  controllers: [RubricFilesController],
  providers: [
    AchievementsService,
    AchievementsSeen,
    AchievementSkillUses,
    AchievementDesignService,
    AchievementOfferService,
    PrerequisitesService,
    PublicationChecksService,
    VersionChangesService,
    AchievementResolver,
    AchievementOfferResolver,
    AchievementVersionResolver,
    AchievementDraftResolver,
    AwardedSkillResolver,
    EvidenceRuleResolver,
    AchievementStackResolver,
    CutScoreResolver,
    CutScoreSettingResolver,
    CutScoreService,
    RubricFilesResolver,
    RubricFilesService,
    AchievementCaseRubrics,
    StackRuleResolver,
    StackRulesService,
    AchievementCoursesResolver,
    CourseOutcomeAchievementResolver,
  ],
  exports: [
    AchievementsService,
    AchievementDesignService,
    AchievementOfferService,
    PublicationChecksService,
    CutScoreService,
    StackRulesService,
    VersionChangesService,
  ],
})
export class AchievementsModule {}
