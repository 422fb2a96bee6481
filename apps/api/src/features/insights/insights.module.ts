import { Module } from '@nestjs/common';
import { AchievementsModule } from '../achievements/achievements.module.js';
import { SkillsModule } from '../skills/skills.module.js';
import { StandingsModule } from '../standings/standings.module.js';
import { SubmissionsModule } from '../submissions/submissions.module.js';
import { AchievementHoldersResolver } from './achievement-holders.resolver.js';
import { AskingResolver } from './asking.resolver.js';
import { AskingService } from './asking.service.js';
import { AuditActorResolver } from './audit-actor.resolver.js';
import { BadgeUseExportController } from './badge-use-export.controller.js';
import { BadgeUseResolver, CredentialUseResolver } from './badge-use.resolver.js';
import { BadgeUseService } from './badge-use.service.js';
import { FoldTeamCountsJob } from './fold-team-counts.job.js';
import { RebuildCountsCommand } from './rebuild-counts.command.js';
import { HoldersService } from './holders.service.js';
import { TouchedService } from './touched.service.js';
import { InsightRowsService } from './insight-rows.service.js';
import { InsightsResolver } from './insights.resolver.js';
import { InsightsService } from './insights.service.js';
import { NeedsExportController } from './needs-export.controller.js';
import { NeedsResolver } from './needs.resolver.js';
import { NeedsService } from './needs.service.js';
import { SkillMapExportController } from './skill-map-export.controller.js';
import { SkillMapExportService } from './skill-map-export.service.js';
import { SkillMapFurtherResolver, SkillMapResolver, SkillMapSourceResolver } from './skill-map.resolver.js';
import { SkillMapService } from './skill-map.service.js';
import { SkillInsightsService } from './skill-insights.service.js';
import { TeamWaitingResolver } from './team-waiting.resolver.js';
import { TeamResolver } from './team.resolver.js';
import { TeamService } from './team.service.js';

/**
 * Views across the features: what a team has verified, who stands behind the audit log.
 * It reads and never writes what others keep.
 */
@Module({
  imports: [SkillsModule, AchievementsModule, StandingsModule, SubmissionsModule],
  controllers: [BadgeUseExportController, NeedsExportController, SkillMapExportController],
  providers: [
    InsightsService,
    SkillInsightsService,
    InsightRowsService,
    InsightsResolver,
    BadgeUseService,
    BadgeUseResolver,
    CredentialUseResolver,
    AskingService,
    AskingResolver,
    NeedsService,
    NeedsResolver,
    TeamService,
    TeamResolver,
    TeamWaitingResolver,
    SkillMapService,
    SkillMapResolver,
    SkillMapSourceResolver,
    SkillMapFurtherResolver,
    SkillMapExportService,
    HoldersService,
    TouchedService,
    AchievementHoldersResolver,
    AuditActorResolver,
    FoldTeamCountsJob,
    RebuildCountsCommand,
  ],
})
export class InsightsModule {}
