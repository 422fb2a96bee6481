import { type DynamicModule, Module } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { AccessModule } from './platform/access/access.module.js';
import { AuditInterceptor } from './platform/audit/audit.interceptor.js';
import { AuditModule } from './platform/audit/audit.module.js';
import { CommandsModule } from './platform/commands/commands.module.js';
import type { Config } from './platform/config/config.js';
import { ConfigModule } from './platform/config/config.module.js';
import { DatabaseModule } from './platform/database/database.module.js';
import { EgressModule } from './platform/egress/egress.module.js';
import { EventsModule } from './platform/events/events.module.js';
import { GraphqlPlatformModule } from './platform/graphql/graphql.module.js';
import { HealthController } from './platform/health/health.controller.js';
import { JobsModule } from './platform/jobs/jobs.module.js';
import { LimitsModule } from './platform/limits/limits.module.js';
import { MailModule } from './platform/mail/mail.module.js';
import { SpreadsheetsModule } from './platform/spreadsheets/spreadsheets.module.js';
import { StorageModule } from './platform/storage/storage.module.js';
import { MetricsController } from './platform/telemetry/metrics.controller.js';
import { TablesModule } from './platform/tables/tables.module.js';
import { TelemetryModule } from './platform/telemetry/telemetry.module.js';
import { HttpTransactionInterceptor } from './platform/web/http-transaction.interceptor.js';
import { PeopleModule } from './features/people/people.module.js';
import { ProvisioningModule } from './features/provisioning/provisioning.module.js';
import { SignInModule } from './features/sign-in/sign-in.module.js';
import { SkillsModule } from './features/skills/skills.module.js';
import { GovernanceModule } from './features/governance/governance.module.js';
import { CoursesModule } from './features/courses/courses.module.js';
import { AchievementsModule } from './features/achievements/achievements.module.js';
import { JobRolesModule } from './features/job-roles/job-roles.module.js';
import { CredentialsModule } from './features/credentials/credentials.module.js';
import { BadgesModule } from './features/badges/badges.module.js';
import { PathwaysModule } from './features/pathways/pathways.module.js';
import { EndorsementsModule } from './features/endorsements/endorsements.module.js';
import { VerificationModule } from './features/verification/verification.module.js';
import { SubmissionsModule } from './features/submissions/submissions.module.js';
import { AllocationModule } from './features/allocation/allocation.module.js';
import { AssessmentsModule } from './features/assessments/assessments.module.js';
import { AppealsModule } from './features/appeals/appeals.module.js';
import { QualityModule } from './features/quality/quality.module.js';
import { InsightsModule } from './features/insights/insights.module.js';
import { ReportsModule } from './features/reports/reports.module.js';
import { CredentialLifeModule } from './features/credential-life/credential-life.module.js';
import { StacksModule } from './features/stacks/stacks.module.js';
import { BulkIssueModule } from './features/bulk-issue/bulk-issue.module.js';
import { LeavingModule } from './features/leaving/leaving.module.js';
import { RecognitionModule } from './features/recognition/recognition.module.js';
import { CohortsModule } from './features/cohorts/cohorts.module.js';
import { ErasureModule } from './features/erasure/erasure.module.js';
import { SearchModule } from './features/search/search.module.js';
import { NotificationsModule } from './features/notifications/notifications.module.js';
import { StandingsModule } from './features/standings/standings.module.js';
import { ScaleModule } from './scale/scale.module.js';

/** The features, lowest first. The same module behind every door. */
const features = [
  PeopleModule,
  SignInModule,
  ProvisioningModule,
  SkillsModule,
  GovernanceModule,
  CoursesModule,
  AchievementsModule,
  JobRolesModule,
  CredentialsModule,
  BadgesModule,
  StandingsModule,
  SubmissionsModule,
  AssessmentsModule,
  AllocationModule,
  AppealsModule,
  QualityModule,
  PathwaysModule,
  EndorsementsModule,
  VerificationModule,
  RecognitionModule,
  CohortsModule,
  InsightsModule,
  ReportsModule,
  CredentialLifeModule,
  StacksModule,
  BulkIssueModule,
  LeavingModule,
  ErasureModule,
  SearchModule,
  NotificationsModule,
];

@Module({})
export class AppModule {
  static with(config: Config, { connect = true } = {}): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ConfigModule.with(config),
        TelemetryModule,
        DatabaseModule.with({ connect }),
        AccessModule,
        AuditModule,
        JobsModule,
        CommandsModule,
        TablesModule,
        EventsModule,
        LimitsModule,
        EgressModule,
        MailModule,
        SpreadsheetsModule,
        StorageModule,
        GraphqlPlatformModule,
        ...features,
        ScaleModule,
      ],
      controllers: [HealthController, MetricsController],
      providers: [
        { provide: APP_INTERCEPTOR, useClass: HttpTransactionInterceptor },
        { provide: APP_INTERCEPTOR, useClass: AuditInterceptor },
      ],
    };
  }
}
