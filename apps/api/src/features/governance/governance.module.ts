import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { PeopleModule } from '../people/people.module.js';
import { SkillsModule } from '../skills/skills.module.js';
import { ConversionsService } from './conversions.service.js';
import { CrosswalksResolver } from './crosswalks.resolver.js';
import { CrosswalksService } from './crosswalks.service.js';
import { GovernanceSeen } from './governance-seen.service.js';
import {
  AcceptedConversion,
  FrameworkSteward,
  ScaleCrosswalk,
  SkillProposal,
  SkillRetirement,
  StrategyNote,
} from './governance.entity.js';
import { ProposalsResolver } from './proposals.resolver.js';
import { ProposalsService } from './proposals.service.js';
import { RetirementsService } from './retirements.service.js';
import { SkillLifeResolver } from './skill-life.resolver.js';
import { StewardsResolver, StrategyNotesResolver } from './stewardship.resolver.js';
import { StewardsService } from './stewards.service.js';
import { StrategyNotesService } from './strategy-notes.service.js';

/**
 * How skills are kept over the years: who looks after a framework, what people miss in it, which skills end or become one,
 * what levels of different scales mean to each other, and what the business expects to need.
 * Nothing here moves what somebody holds without their own recorded word.
 */
@Module({
  imports: [
    TypeOrmModule.forFeature([
      AcceptedConversion,
      FrameworkSteward,
      ScaleCrosswalk,
      SkillProposal,
      SkillRetirement,
      StrategyNote,
    ]),
    PeopleModule,
    SkillsModule,
  ],
  providers: [
    StewardsService,
    ProposalsService,
    RetirementsService,
    CrosswalksService,
    ConversionsService,
    StrategyNotesService,
    GovernanceSeen,
    StewardsResolver,
    ProposalsResolver,
    SkillLifeResolver,
    CrosswalksResolver,
    StrategyNotesResolver,
  ],
  exports: [ProposalsService, RetirementsService, StewardsService],
})
export class GovernanceModule {}
