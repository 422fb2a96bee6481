import { Module } from '@nestjs/common';
import { SkillsModule } from '../skills/skills.module.js';
import { StandingsModule } from '../standings/standings.module.js';
import { AuditActorResolver } from './audit-actor.resolver.js';
import { TeamResolver } from './team.resolver.js';
import { TeamService } from './team.service.js';

/**
 * Views across the features: what a team has verified, who stands behind the audit log.
 * It reads and never writes.
 */
@Module({
  imports: [SkillsModule, StandingsModule],
  providers: [TeamService, TeamResolver, AuditActorResolver],
})
export class InsightsModule {}
