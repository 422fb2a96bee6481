import { Module } from '@nestjs/common';
import { GoalsSeen } from './goals-seen.service.js';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AchievementsModule } from '../achievements/achievements.module.js';
import { PeopleModule } from '../people/people.module.js';
import { SkillsModule } from '../skills/skills.module.js';
import { StandingsModule } from '../standings/standings.module.js';
import { Goal } from './goal.entity.js';
import './goal.policy.js';
import { GoalsResolver, PersonGoalResolver } from './goals.resolver.js';
import { GoalsService } from './goals.service.js';
import { OffersService } from './offers.service.js';
import { PlanOfferResolver, PlanStepResolver, ReadinessPlanResolver } from './plan.resolver.js';
import { PlansService } from './plans.service.js';

/** What people aim at, and how they get there. */
@Module({
  imports: [TypeOrmModule.forFeature([Goal]), AchievementsModule, PeopleModule, SkillsModule, StandingsModule],
  providers: [
    GoalsSeen,
    GoalsService,
    GoalsResolver,
    PersonGoalResolver,
    OffersService,
    PlansService,
    ReadinessPlanResolver,
    PlanStepResolver,
    PlanOfferResolver,
  ],
})
export class PathwaysModule {}
