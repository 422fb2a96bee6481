import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AchievementsModule } from '../achievements/achievements.module.js';
import { CredentialLifeModule } from '../credential-life/credential-life.module.js';
import { CredentialsModule } from '../credentials/credentials.module.js';
import { PeopleModule } from '../people/people.module.js';
import { BulkAwardJob } from './bulk-award.job.js';
import { BulkIssue } from './bulk-issue.entity.js';
import { BulkIssueFieldsResolver, BulkIssueResolver } from './bulk-issue.resolver.js';
import { BulkIssueService } from './bulk-issue.service.js';
import { BulkIssuesSeen } from './bulk-issues-seen.service.js';
import { BulkPlanner } from './bulk-planner.service.js';
import { BulkRunsService } from './bulk-runs.service.js';
import { BulkUndoJob } from './bulk-undo.job.js';
import { BulkTemplateController } from './bulk-template.controller.js';
import { IssueBadgesCommand } from './issue-badges.command.js';
import { UndoImpactsService } from './undo-impacts.service.js';

/**
 * Many badges by one list: previewed row by row, given all or none, taken back as a whole. Only what is given on
 * completion: what an assessment decides, no list does.
 */
@Module({
  imports: [
    TypeOrmModule.forFeature([BulkIssue]),
    AchievementsModule,
    CredentialLifeModule,
    CredentialsModule,
    PeopleModule,
  ],
  controllers: [BulkTemplateController],
  providers: [
    BulkAwardJob,
    BulkIssueFieldsResolver,
    BulkIssueResolver,
    BulkIssueService,
    BulkIssuesSeen,
    BulkPlanner,
    BulkRunsService,
    BulkUndoJob,
    IssueBadgesCommand,
    UndoImpactsService,
  ],
})
export class BulkIssueModule {}
