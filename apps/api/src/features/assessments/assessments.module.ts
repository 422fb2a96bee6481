import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AchievementsModule } from '../achievements/achievements.module.js';
import { CredentialsModule } from '../credentials/credentials.module.js';
import { PeopleModule } from '../people/people.module.js';
import { SubmissionsModule } from '../submissions/submissions.module.js';
import { AchievementAssessorsResolver, AssessorQualificationResolver } from './achievement-assessors.resolver.js';
import './assessment.policy.js';
import { AssessmentsResolver } from './assessments.resolver.js';
import { AssessmentSetting } from './assessment-setting.entity.js';
import { AssessmentSettingsService } from './assessment-settings.service.js';
import { JudgedCopiesService } from './judged-copies.service.js';
import { AssessorQualification } from './assessor-qualification.entity.js';
import { ClaimsService } from './claims.service.js';
import { Decision } from './decision.entity.js';
import { DecidedCriterionResolver, DecisionResolver } from './decision.resolver.js';
import { DecisionMakingService } from './decision-making.service.js';
import { DecisionsService } from './decisions.service.js';
import { EligibilityService } from './eligibility.service.js';
import { ExclusionsService } from './exclusions.service.js';
import { FreeLapsedLeasesJob } from './free-lapsed-leases.job.js';
import { LeadsService } from './leads.service.js';
import { LiveCheck } from './live-check.entity.js';
import { LiveChecksService } from './live-checks.service.js';
import { Mark } from './mark.entity.js';
import { MarkingPolicyService } from './marking-policy.service.js';
import { MarkingSlot } from './marking-slot.entity.js';
import { MarkingSlotResolver, MarkResolver, ReviewLeaseResolver } from './marking-slot.resolver.js';
import { IndependentAssessorsService } from './independent-assessors.service.js';
import { MarksGivenService } from './marks-given.service.js';
import { MarksOfService } from './marks-of.service.js';
import { MarksService } from './marks.service.js';
import { OpenSlotService } from './open-slot.service.js';
import { QualificationsService } from './qualifications.service.js';
import { Reconciliation } from './reconciliation.entity.js';
import { ReconciliationsService } from './reconciliations.service.js';
import { ReviewQueueService } from './review-queue.service.js';
import { SlotExclusion } from './slot-exclusion.entity.js';
import { AssessmentsSeen } from './assessments-seen.service.js';
import { SlotAnswersService } from './slot-answers.service.js';
import { SubmissionOutcomeResolver } from './submission-outcome.resolver.js';
import { SubmissionRubricService } from './submission-rubric.service.js';
import { ViewerReviewsResolver } from './viewer-reviews.resolver.js';
import { CaseFieldsResolver, CasePlaceResolver, CasesResolver } from './cases.resolver.js';
import { CasesService } from './cases.service.js';
import { MalpracticeCase } from './malpractice-case.entity.js';
import { Moderation } from './moderation.entity.js';
import { ModerationFieldsResolver, ModerationResolver } from './moderation.resolver.js';
import { ModerationsService } from './moderations.service.js';
import { MarkOnSubmissionResolver, ReconciliationResolver } from './reconciliation.resolver.js';
import { ReleaseBatch } from './release-batch.entity.js';
import { MissingAssessorsJob } from './missing-assessors.job.js';
import { ReleaseDueJob } from './release-due.job.js';
import { ReleasesResolver } from './releases.resolver.js';
import { ReleasesService } from './releases.service.js';
import { SubmissionHold } from './submission-hold.entity.js';
import { AdjustmentsService } from './adjustments.service.js';
import { WorkingCalendarService } from './working-calendar.service.js';

/**
 * Who may assess what, the review queue with its leases, marks, and the decisions that follow from them.
 * A slot opens in the transaction of the hand-in; a released pass makes the award in its own.
 */
@Module({
  imports: [
    TypeOrmModule.forFeature([
      AssessmentSetting,
      AssessorQualification,
      Decision,
      LiveCheck,
      MalpracticeCase,
      Mark,
      MarkingSlot,
      Moderation,
      Reconciliation,
      ReleaseBatch,
      SlotExclusion,
      SubmissionHold,
    ]),
    AchievementsModule,
    CredentialsModule,
    PeopleModule,
    SubmissionsModule,
  ],
  providers: [
    AchievementAssessorsResolver,
    AdjustmentsService,
    AssessmentSettingsService,
    JudgedCopiesService,
    AssessmentsResolver,
    AssessorQualificationResolver,
    CaseFieldsResolver,
    CasePlaceResolver,
    CasesResolver,
    CasesService,
    ClaimsService,
    DecidedCriterionResolver,
    DecisionMakingService,
    DecisionResolver,
    DecisionsService,
    EligibilityService,
    ExclusionsService,
    FreeLapsedLeasesJob,
    IndependentAssessorsService,
    LeadsService,
    LiveChecksService,
    MarkOnSubmissionResolver,
    MarkResolver,
    MarkingPolicyService,
    MarkingSlotResolver,
    MarksGivenService,
    MarksOfService,
    MarksService,
    ModerationFieldsResolver,
    ModerationResolver,
    ModerationsService,
    OpenSlotService,
    QualificationsService,
    ReconciliationResolver,
    ReconciliationsService,
    MissingAssessorsJob,
    ReleaseDueJob,
    ReleasesResolver,
    ReleasesService,
    ReviewLeaseResolver,
    ReviewQueueService,
    SlotAnswersService,
    AssessmentsSeen,
    SubmissionOutcomeResolver,
    SubmissionRubricService,
    ViewerReviewsResolver,
    WorkingCalendarService,
  ],
  exports: [
    AdjustmentsService,
    WorkingCalendarService,
    AssessmentSettingsService,
    CasesService,
    ClaimsService,
    DecisionMakingService,
    DecisionsService,
    EligibilityService,
    ExclusionsService,
    IndependentAssessorsService,
    LeadsService,
    LiveChecksService,
    MarkingPolicyService,
    MarksOfService,
    MarksService,
    QualificationsService,
    ReleasesService,
    ReviewQueueService,
  ],
})
export class AssessmentsModule {}
