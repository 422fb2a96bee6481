import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CoursesModule } from '../courses/courses.module.js';
import { SkillsModule } from '../skills/skills.module.js';
import { AchievementDesignService } from './achievement-design.service.js';
import { Achievement, AchievementVersion } from './achievement-version.entity.js';
import { AchievementResolver, AchievementVersionResolver } from './achievement.resolver.js';
import { AchievementCoursesResolver, CourseOutcomeAchievementResolver } from './course-achievements.resolver.js';
import { AchievementSkillUses } from './achievement-skill-uses.service.js';
import { AchievementsSeen } from './achievements-seen.service.js';
import { AchievementsService } from './achievements.service.js';
import { CutScoreResolver, CutScoreSettingResolver } from './cut-score.resolver.js';
import { CutScoreService } from './cut-score.service.js';
import { AchievementStackResolver, StackRuleResolver } from './stack-rules.resolver.js';
import { StackRulesService } from './stack-rules.service.js';

/**
 * What can be earned: achievements in versions, with outcomes, rubric, evidence asked and EU descriptors.
 * A draft is saved as often as people like; a published version never changes, and the database sees to that.
 * People who were assessed against a version keep it when a newer one takes its place.
 */
@Module({
  imports: [TypeOrmModule.forFeature([Achievement, AchievementVersion]), SkillsModule, CoursesModule],
  providers: [
    AchievementsService,
    AchievementsSeen,
    AchievementSkillUses,
    AchievementDesignService,
    AchievementResolver,
    AchievementVersionResolver,
    AchievementStackResolver,
    CutScoreResolver,
    CutScoreSettingResolver,
    CutScoreService,
    StackRuleResolver,
    StackRulesService,
    AchievementCoursesResolver,
    CourseOutcomeAchievementResolver,
  ],
  exports: [AchievementsService, AchievementDesignService, CutScoreService, StackRulesService],
})
export class AchievementsModule {}
