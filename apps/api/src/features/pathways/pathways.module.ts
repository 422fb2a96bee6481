import { Module } from '@nestjs/common';
import { GoalsSeen } from './goals-seen.service.js';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AchievementsModule } from '../achievements/achievements.module.js';
import { CredentialsModule } from '../credentials/credentials.module.js';
import { PeopleModule } from '../people/people.module.js';
import { SkillsModule } from '../skills/skills.module.js';
import { StandingsModule } from '../standings/standings.module.js';
import { CoursesModule } from '../courses/courses.module.js';
import { JobRolesModule } from '../job-roles/job-roles.module.js';
import { SubmissionsModule } from '../submissions/submissions.module.js';
import { AchievementStepsResolver, GapStepsResolver, PlanStepSubmissionResolver } from './gap-steps.resolver.js';
import { GapStepsService } from './gap-steps.service.js';
import { FollowVersionsJob } from './follow-versions.job.js';
import { Goal } from './goal.entity.js';
import { GoalKeeping } from './goal-keeping.entity.js';
import './goal.policy.js';
import { GoalsResolver, PersonGoalResolver } from './goals.resolver.js';
import { GoalsService } from './goals.service.js';
import { MentorOffer } from './mentor-offer.entity.js';
import './mentor-offer.policy.js';
import { MentorOffersResolver, SkillMentorOfferResolver } from './mentor-offers.resolver.js';
import { MentorOffersService } from './mentor-offers.service.js';
import { FrameworkGoalsResolver, GoalVersionResolver, NewerVersionResolver } from './newer-versions.resolver.js';
import { NewerVersionsService } from './newer-versions.service.js';
import { OffersService } from './offers.service.js';
import { PlanOfferResolver, PlanStepResolver, ReadinessPlanResolver } from './plan.resolver.js';
import { PlanComment, PlanReview } from './plan-review.entity.js';
import './plan-review.policy.js';
import { GoalReviewResolver, PlanCommentResolver, PlanReviewsResolver } from './plan-reviews.resolver.js';
import { PlanReviewsService } from './plan-reviews.service.js';
import { PlansService } from './plans.service.js';
import { RoleSuggestionsResolver, RouteLegResolver, SkillAdvanceResolver } from './role-suggestions.resolver.js';
import { RoleSuggestionsService } from './role-suggestions.service.js';
import { RoutesService } from './routes.service.js';

/** What people aim at, and how they get there. */
@Module({
  imports: [
    TypeOrmModule.forFeature([Goal, GoalKeeping, MentorOffer, PlanComment, PlanReview]),
    AchievementsModule,
    CoursesModule,
    CredentialsModule,
    JobRolesModule,
    PeopleModule,
    SkillsModule,
    StandingsModule,
    SubmissionsModule,
  ],
  providers: [
    FollowVersionsJob,
    FrameworkGoalsResolver,
    GoalVersionResolver,
    NewerVersionResolver,
    NewerVersionsService,
    GoalsSeen,
    GoalsService,
    GoalsResolver,
    PersonGoalResolver,
    OffersService,
    PlansService,
    ReadinessPlanResolver,
    PlanStepResolver,
    PlanOfferResolver,
    GapStepsService,
    GapStepsResolver,
    AchievementStepsResolver,
    PlanStepSubmissionResolver,
    MentorOffersService,
    MentorOffersResolver,
    SkillMentorOfferResolver,
    RoleSuggestionsService,
    RoleSuggestionsResolver,
    RoutesService,
    RouteLegResolver,
    SkillAdvanceResolver,
    PlanReviewsService,
    PlanReviewsResolver,
    PlanCommentResolver,
    GoalReviewResolver,
  ],
  exports: [GoalsService, NewerVersionsService],
})
export class PathwaysModule {}
