import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AchievementsModule } from '../achievements/achievements.module.js';
import { CoursesModule } from '../courses/courses.module.js';
import { AttemptService } from './attempt.service.js';
import { CourseEvidenceService } from './course-evidence.service.js';
import { EvidenceAudit } from './evidence-audit.entity.js';
import { AuditableSubmissionResolver, EvidenceAuditResolver } from './evidence-audits.resolver.js';
import { EvidenceAuditsService } from './evidence-audits.service.js';
import { EvidenceItem } from './evidence-item.entity.js';
import { EvidenceOpening } from './evidence-opening.entity.js';
import {
  EvidenceOpeningResolver,
  ItemOpeningsResolver,
  SubmissionOpeningsResolver,
} from './evidence-openings.resolver.js';
import { EvidenceOpeningsService } from './evidence-openings.service.js';
import { EvidenceResolver } from './evidence.resolver.js';
import { EvidenceService } from './evidence.service.js';
import { HandInService } from './hand-in.service.js';
import { PortfolioService } from './portfolio.service.js';
import { SnapshotItemResolver, SnapshotResolver } from './snapshot.resolver.js';
import { Submission } from './submission.entity.js';
import { AchievementSubmissionResolver, SubmissionFieldsResolver } from './submission-fields.resolver.js';
import { CriterionClaim, EvidenceLink, SubmissionItem } from './submission-part.entity.js';
import { SubmissionSnapshot } from './submission-snapshot.entity.js';
import { SubmissionTransition } from './submission-transition.entity.js';
import { SubmissionResolver } from './submission.resolver.js';
import { SubmissionsSeen } from './submissions-seen.service.js';
import { SubmissionsService } from './submissions.service.js';

/**
 * Private evidence libraries, and attempts at achievements: evidence mapped to criteria, checked for gaps, handed in.
 * Handing in freezes a copy that nobody can change. The one state of a submission lives here;
 * higher features move it through `SubmissionsService.move`, by the table in `submission.lifecycle.ts`.
 */
@Module({
  imports: [
    TypeOrmModule.forFeature([
      EvidenceAudit,
      EvidenceItem,
      EvidenceOpening,
      Submission,
      SubmissionItem,
      EvidenceLink,
      CriterionClaim,
      SubmissionSnapshot,
      SubmissionTransition,
    ]),
    AchievementsModule,
    CoursesModule,
  ],
  providers: [
    AchievementSubmissionResolver,
    AttemptService,
    AuditableSubmissionResolver,
    CourseEvidenceService,
    EvidenceAuditResolver,
    EvidenceAuditsService,
    EvidenceOpeningResolver,
    EvidenceOpeningsService,
    EvidenceResolver,
    EvidenceService,
    HandInService,
    ItemOpeningsResolver,
    PortfolioService,
    SnapshotItemResolver,
    SnapshotResolver,
    SubmissionFieldsResolver,
    SubmissionOpeningsResolver,
    SubmissionResolver,
    SubmissionsService,
    SubmissionsSeen,
  ],
  exports: [
    AttemptService,
    EvidenceAuditsService,
    EvidenceOpeningsService,
    EvidenceService,
    HandInService,
    PortfolioService,
    SubmissionsService,
  ],
})
export class SubmissionsModule {}
