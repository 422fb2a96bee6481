import { Module } from '@nestjs/common';
import { AchievementsModule } from '../achievements/achievements.module.js';
import { CredentialsModule } from '../credentials/credentials.module.js';
import { SkillsModule } from '../skills/skills.module.js';
import { PersonStandingsResolver } from './person-standings.resolver.js';
import { ReadinessResolver } from './readiness.resolver.js';
import { ReadinessService } from './readiness.service.js';
import { StandingResolver } from './standing.resolver.js';
import './standings.policy.js';
import { StandingsSeen } from './standings-seen.service.js';
import { StandingsService } from './standings.service.js';

/**
 * What people verifiably hold of a skill on a date, and how that compares with what their job asks.
 * It comes from assessed credentials and their dates alone: nothing is stored, so nothing can be out of date.
 */
@Module({
  imports: [SkillsModule, AchievementsModule, CredentialsModule],
  providers: [
    StandingsService,
    ReadinessService,
    StandingResolver,
    PersonStandingsResolver,
    ReadinessResolver,
    StandingsSeen,
  ],
  exports: [StandingsService, ReadinessService],
})
export class StandingsModule {}
