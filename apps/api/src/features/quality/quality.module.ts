import { Module } from '@nestjs/common';
import { QualitySeen } from './quality-seen.service.js';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AchievementsModule } from '../achievements/achievements.module.js';
import { AssessmentsModule } from '../assessments/assessments.module.js';
import { PeopleModule } from '../people/people.module.js';
import { SubmissionsModule } from '../submissions/submissions.module.js';
import { TypesettingService } from '../../platform/typesetting/typesetting.service.js';
import { ApplicationsService } from './applications.service.js';
import { AssessingResolver } from './assessing.resolver.js';
import { AssessorApplication } from './assessor-application.entity.js';
import {
  AssessorApplicationResolver,
  AssessorQualificationFieldsResolver,
  QualificationEventResolver,
} from './assessor-fields.resolver.js';
import { AssessorListService } from './assessor-list.service.js';
import { AssessorLeave, AssessorProfile } from './assessor-profile.entity.js';
import { AssessorProfilesService } from './assessor-profiles.service.js';
import { AssessorsResolver } from './assessors.resolver.js';
import { CalibrationMark, CalibrationRound } from './calibration.entity.js';
import { CalibrationMarksService } from './calibration-marks.service.js';
import { CalibrationProgressResolver, CalibrationResolver } from './calibration.resolver.js';
import { CalibrationRoundsService } from './calibration-rounds.service.js';
import { CalibrationSeenService } from './calibration-seen.service.js';
import { CloserLooksService } from './closer-looks.service.js';
import { DefinitiveMark, Exemplar } from './exemplar.entity.js';
import { ExemplarConsent } from './exemplar-consent.entity.js';
import { ExemplarConsentsService } from './exemplar-consents.service.js';
import { LiveCheckResultsService } from './live-check-results.service.js';
import {
  CheckedSlotResolver,
  ExemplarConsentsResolver,
  ExemplarLiveUseResolver,
  LiveCheckFiguresResolver,
  LiveChecksResolver,
} from './live-checks.resolver.js';
import { LiveUseService } from './live-use.service.js';
import { DefinitiveMarkResolver, ExemplarsResolver } from './exemplars.resolver.js';
import { ExemplarsService } from './exemplars.service.js';
import { QualificationEvent } from './qualification-event.entity.js';
import { QualificationKeepingService } from './qualification-keeping.service.js';
import { QualifiedService } from './qualified.service.js';
import {
  AssessorSeverityResolver,
  LoadFiguresResolver,
  QualityBoardResolver,
  QueueFiguresResolver,
  RubricFiguresResolver,
} from './quality-board.resolver.js';
import { QualityBoardService } from './quality-board.service.js';
import { QualityReportController } from './quality-report.controller.js';
import { QualityReportService } from './quality-report.service.js';
import './quality.policy.js';
import { SampleItem, SamplingPlan } from './sampling.entity.js';
import { SampleItemResolver, SamplingResolver } from './sampling.resolver.js';
import { SamplingService } from './sampling.service.js';
import { AssessorRolesService } from './assessor-roles.service.js';
import { SampleFindingsService } from './sample-findings.service.js';
import { SuspensionsService } from './suspensions.service.js';

/**
 * Who the assessors are and how far they are trusted, whether they judge alike, and which judgements are looked at again.
 * Figures come from marks whose markers are all done, so that none tells a blind assessor anything.
 */
@Module({
  imports: [
    TypeOrmModule.forFeature([
      AssessorApplication,
      AssessorLeave,
      AssessorProfile,
      CalibrationMark,
      CalibrationRound,
      DefinitiveMark,
      Exemplar,
      ExemplarConsent,
      QualificationEvent,
      SampleItem,
      SamplingPlan,
    ]),
    AchievementsModule,
    AssessmentsModule,
    PeopleModule,
    SubmissionsModule,
  ],
  controllers: [QualityReportController],
  providers: [
    QualitySeen,
    ApplicationsService,
    AssessingResolver,
    AssessorApplicationResolver,
    AssessorListService,
    AssessorProfilesService,
    AssessorQualificationFieldsResolver,
    AssessorSeverityResolver,
    AssessorsResolver,
    CalibrationMarksService,
    CalibrationProgressResolver,
    CalibrationResolver,
    CalibrationRoundsService,
    CalibrationSeenService,
    CheckedSlotResolver,
    CloserLooksService,
    DefinitiveMarkResolver,
    ExemplarConsentsResolver,
    ExemplarConsentsService,
    ExemplarLiveUseResolver,
    ExemplarsResolver,
    ExemplarsService,
    LiveCheckFiguresResolver,
    LiveCheckResultsService,
    LiveChecksResolver,
    LiveUseService,
    LoadFiguresResolver,
    QualificationEventResolver,
    QualificationKeepingService,
    QualifiedService,
    QualityBoardResolver,
    QualityBoardService,
    QualityReportService,
    QueueFiguresResolver,
    RubricFiguresResolver,
    SampleItemResolver,
    SamplingResolver,
    SamplingService,
    AssessorRolesService,
    SampleFindingsService,
    SuspensionsService,
    TypesettingService,
  ],
})
export class QualityModule {}
