import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AchievementsModule } from '../achievements/achievements.module.js';
import { CredentialsModule } from '../credentials/credentials.module.js';
import { PeopleModule } from '../people/people.module.js';
import { GiveStackJob } from './give-stack.job.js';
import { NoticeEndedPartsJob } from './notice-ended-parts.job.js';
import { StackHoldingsService } from './stack-holdings.service.js';
import { StackProgressResolver } from './stack-progress.resolver.js';
import { StackProgressService } from './stack-progress.service.js';
import { StackReviewsService } from './stack-reviews.service.js';
import { StackRisk } from './stack-risk.entity.js';
import { StackRisksSeen } from './stack-risks-seen.service.js';
import { StackRisksService } from './stack-risks.service.js';
import './stacks.policy.js';
import { CredentialStacksResolver, StackRiskResolver, StacksResolver } from './stacks.resolver.js';

/**
 * What is earned through others: how far somebody is, given by itself once it is complete, and at risk when a part
 * counts no longer. It is never taken back by itself: somebody decides.
 */
@Module({
  imports: [TypeOrmModule.forFeature([StackRisk]), AchievementsModule, CredentialsModule, PeopleModule],
  providers: [
    CredentialStacksResolver,
    GiveStackJob,
    NoticeEndedPartsJob,
    StackHoldingsService,
    StackProgressResolver,
    StackProgressService,
    StackReviewsService,
    StackRiskResolver,
    StackRisksSeen,
    StackRisksService,
    StacksResolver,
  ],
  exports: [StackProgressService, StackRisksService],
})
export class StacksModule {}
