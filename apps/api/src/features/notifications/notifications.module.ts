import { Module } from '@nestjs/common';
import { NotificationsSeen } from './notifications-seen.service.js';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AchievementsModule } from '../achievements/achievements.module.js';
import { CohortsModule } from '../cohorts/cohorts.module.js';
import { CoursesModule } from '../courses/courses.module.js';
import { CredentialLifeModule } from '../credential-life/credential-life.module.js';
import { CredentialsModule } from '../credentials/credentials.module.js';
import { EndorsementsModule } from '../endorsements/endorsements.module.js';
import { GovernanceModule } from '../governance/governance.module.js';
import { PathwaysModule } from '../pathways/pathways.module.js';
import { PeopleModule } from '../people/people.module.js';
import { SkillsModule } from '../skills/skills.module.js';
import { SubmissionsModule } from '../submissions/submissions.module.js';
import { MailNotificationsJob } from './mail-notifications.job.js';
import { Notification } from './notification.entity.js';
import { NotificationPreference } from './notification-preference.entity.js';
import { NotificationPreferencesResolver } from './notification-preferences.resolver.js';
import { DigestTimeService } from './digest-time.service.js';
import { NotificationPreferencesService } from './notification-preferences.service.js';
import { NotificationsResolver } from './notifications.resolver.js';
import { NotificationsService } from './notifications.service.js';
import { AssessmentsModule } from '../assessments/assessments.module.js';
import { OnAccountForgotten } from './on-account-forgotten.js';
import { OnAchievementPublished } from './on-achievement-published.js';
import { OnAppeals } from './on-appeals.js';
import { OnAskedToHelp } from './on-asked-to-help.js';
import { OnGoalVersions } from './on-goal-versions.js';
import { OnGoals } from './on-goals.js';
import { OnAssessing } from './on-assessing.js';
import { OnCohorts } from './on-cohorts.js';
import { OnCompletionClaimed } from './on-completion-claimed.js';
import { OnCourseCompleted } from './on-course-completed.js';
import { OnCredentialChanged } from './on-credential-changed.js';
import { OnCredentialEnding } from './on-credential-ending.js';
import { OnCredentialIssued } from './on-credential-issued.js';
import { OnDecisionReleased } from './on-decision-released.js';
import { OnEndorsements } from './on-endorsements.js';
import { OnEvidenceAudited } from './on-evidence-audited.js';
import { OnProposalDecided } from './on-proposal-decided.js';
import { OnRecognition } from './on-recognition.js';
import { RecognitionModule } from '../recognition/recognition.module.js';
import { ReportsModule } from '../reports/reports.module.js';
import { OnReportDue } from './on-report-due.js';
import { OnRoleProposed } from './on-role-proposed.js';
import { OnSkillProposed } from './on-skill-proposed.js';
import { OnSkillsMerged } from './on-skills-merged.js';
import { OnJudgementAsked } from './on-judgement-asked.js';
import { OnLiveChecks } from './on-live-checks.js';
import { OnMarksDiffer } from './on-marks-differ.js';
import { OnStacks } from './on-stacks.js';
import { StacksModule } from '../stacks/stacks.module.js';
import { OnSubmissionMoved } from './on-submission-moved.js';
import { ViewerNotificationsResolver } from './viewer-notifications.resolver.js';

/**
 * What people are told, in the portal at once and by mail as often as each of them wants.
 * It listens to events of all the other features; none of them knows it.
 * Texts are finished English with their kind and subjects, so that the portal may say them in another language.
 */
@Module({
  imports: [
    TypeOrmModule.forFeature([Notification, NotificationPreference]),
    AchievementsModule,
    AssessmentsModule,
    CohortsModule,
    CoursesModule,
    CredentialLifeModule,
    CredentialsModule,
    EndorsementsModule,
    GovernanceModule,
    PathwaysModule,
    PeopleModule,
    RecognitionModule,
    ReportsModule,
    SkillsModule,
    StacksModule,
    SubmissionsModule,
  ],
  providers: [
    NotificationsSeen,
    MailNotificationsJob,
    NotificationPreferencesResolver,
    DigestTimeService,
    NotificationPreferencesService,
    NotificationsService,
    NotificationsResolver,
    ViewerNotificationsResolver,
    OnReportDue,
    OnAccountForgotten,
    OnAchievementPublished,
    OnAppeals,
    OnAskedToHelp,
    OnGoalVersions,
    OnGoals,
    OnAssessing,
    OnCohorts,
    OnCompletionClaimed,
    OnCourseCompleted,
    OnCredentialChanged,
    OnCredentialEnding,
    OnCredentialIssued,
    OnDecisionReleased,
    OnEndorsements,
    OnEvidenceAudited,
    OnJudgementAsked,
    OnLiveChecks,
    OnMarksDiffer,
    OnSubmissionMoved,
    OnProposalDecided,
    OnRecognition,
    OnRoleProposed,
    OnSkillProposed,
    OnSkillsMerged,
    OnStacks,
  ],
})
export class NotificationsModule {}
