import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AchievementsModule } from '../achievements/achievements.module.js';
import { CredentialsModule } from '../credentials/credentials.module.js';
import { SkillsModule } from '../skills/skills.module.js';
import { LayersService } from './layers.service.js';
import { PersonStandingsResolver } from './person-standings.resolver.js';
import {
  LevelReadinessResolver,
  PersonReadinessResolver,
  ReadinessResolver,
  RoleHoldingResolver,
} from './readiness.resolver.js';
import { ReadinessService } from './readiness.service.js';
import {
  PersonLayersResolver,
  SkillClaimResolver,
  SkillLayersResolver,
  SkillObservationResolver,
} from './skill-layers.resolver.js';
import { SkillClaim } from './skill-claim.entity.js';
import { SkillObservation } from './skill-observation.entity.js';
import { SkillStatementsService } from './skill-statements.service.js';
import { StandingResolver } from './standing.resolver.js';
import './standings.policy.js';
import { StandingsSeen } from './standings-seen.service.js';
import { StandingsService } from './standings.service.js';

/**
 * What people verifiably hold of a skill on a date, and how that compares with what their job asks.
 * It comes from assessed credentials and their dates alone: nothing is stored, so nothing can be out of date.
 */
@Module({
  imports: [
    TypeOrmModule.forFeature([SkillClaim, SkillObservation]),
    SkillsModule,
    AchievementsModule,
    CredentialsModule,
  ],
  providers: [
    StandingsService,
    LayersService,
    SkillStatementsService,
    ReadinessService,
    StandingResolver,
    PersonStandingsResolver,
    ReadinessResolver,
    LevelReadinessResolver,
    RoleHoldingResolver,
    PersonReadinessResolver,
    StandingsSeen,
    SkillLayersResolver,
    SkillClaimResolver,
    SkillObservationResolver,
    PersonLayersResolver,
  ],
  exports: [StandingsService, LayersService, ReadinessService],
})
export class StandingsModule {}
