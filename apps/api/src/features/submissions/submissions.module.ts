import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AchievementsModule } from '../achievements/achievements.module.js';
import { CoursesModule } from '../courses/courses.module.js';
import { CarriedCriterion } from './carried-criterion.entity.js';
import { AttemptService } from './attempt.service.js';
import { CompletionClaim } from './completion-claim.entity.js';
import {
  CompletionClaimFieldsResolver,
  CompletionClaimsResolver,
  CompletionProofResolver,
  CourseClaimResolver,
} from './completion-claims.resolver.js';
import { CompletionClaimsService } from './completion-claims.service.js';
import { CourseEvidenceService } from './course-evidence.service.js';
import { EvidenceAtHandResolver } from './evidence-at-hand.resolver.js';
import { EvidenceAtHandService } from './evidence-at-hand.service.js';
import { EvidenceAudit } from './evidence-audit.entity.js';
import { AuditableSubmissionResolver, EvidenceAuditResolver } from './evidence-audits.resolver.js';
import { EvidenceAuditsService } from './evidence-audits.service.js';
import { EvidenceItem } from './evidence-item.entity.js';
import { EvidenceLabelsResolver, EvidenceSkillResolver } from './evidence-labels.resolver.js';
import { EvidenceLabelsService } from './evidence-labels.service.js';
import { EvidenceOpening } from './evidence-opening.entity.js';
import {
  EvidenceOpeningResolver,
  ItemOpeningsResolver,
  SubmissionOpeningsResolver,
} from './evidence-openings.resolver.js';
import { EvidenceOpeningsService } from './evidence-openings.service.js';
import { EvidenceResolver } from './evidence.resolver.js';
import { EvidenceOfSkillService } from './evidence-of-skill.service.js';
import { EvidenceService } from './evidence.service.js';
import { HandInService } from './hand-in.service.js';
import { MentorNote, MentorRequest, PriorLearningMentor } from './mentoring.entity.js';
import { MentoringResolver, MentorNoteResolver, SubmissionMentoringResolver } from './mentoring.resolver.js';
import { MentoringService } from './mentoring.service.js';
import { PriorLearningScreen } from './prior-learning-screen.entity.js';
import { PriorLearningResolver } from './prior-learning.resolver.js';
import { PriorLearningService } from './prior-learning.service.js';
import { PortfolioService } from './portfolio.service.js';
import { CredentialRenewalResolver, RenewalResolver, SubmissionRenewsResolver } from './renewals.resolver.js';
import { RenewalsService } from './renewals.service.js';
import { SnapshotItemResolver, SnapshotResolver } from './snapshot.resolver.js';
import { CredentialsModule } from '../credentials/credentials.module.js';
import { SkillsModule } from '../skills/skills.module.js';
import { PeopleModule } from '../people/people.module.js';
import { Submission } from './submission.entity.js';
import { AchievementSubmissionResolver, SubmissionFieldsResolver } from './submission-fields.resolver.js';
import { CriterionClaim, EvidenceLink, SubmissionItem } from './submission-part.entity.js';
import { SubmissionSnapshot } from './submission-snapshot.entity.js';
import { SubmissionTransition } from './submission-transition.entity.js';
import { SubmissionResolver } from './submission.resolver.js';
import { SubmissionsSeen } from './submissions-seen.service.js';
import { SubmissionsService } from './submissions.service.js';
import { WitnessAnswersService } from './witness-answers.service.js';
import { WitnessMail } from './witness-mail.service.js';
import { WitnessStatement } from './witness-statement.entity.js';
import { EvidenceStatementResolver, WitnessesResolver } from './witnesses.resolver.js';
import { WitnessesService } from './witnesses.service.js';

/**
 * Private evidence libraries, and attempts at achievements: evidence mapped to criteria, checked for gaps, handed in.
 * Handing in freezes a copy that nobody can change. The one state of a submission lives here;
 * higher features move it through `SubmissionsService.move`, by the table in `submission.lifecycle.ts`.
 */
@Module({
  imports: [
    TypeOrmModule.forFeature([
      CarriedCriterion,
      CompletionClaim,
      EvidenceAudit,
      EvidenceItem,
      EvidenceOpening,
      MentorNote,
      MentorRequest,
      PriorLearningMentor,
      PriorLearningScreen,
      Submission,
      SubmissionItem,
      EvidenceLink,
      CriterionClaim,
      SubmissionSnapshot,
      SubmissionTransition,
      WitnessStatement,
    ]),
    PeopleModule,
    AchievementsModule,
    CoursesModule,
    CredentialsModule,
    SkillsModule,
  ],
  providers: [
    AchievementSubmissionResolver,
    AttemptService,
    AuditableSubmissionResolver,
    CompletionClaimFieldsResolver,
    CompletionClaimsResolver,
    CompletionClaimsService,
    CompletionProofResolver,
    CourseClaimResolver,
    CourseEvidenceService,
    EvidenceAtHandResolver,
    EvidenceAtHandService,
    EvidenceAuditResolver,
    EvidenceAuditsService,
    EvidenceLabelsResolver,
    EvidenceLabelsService,
    EvidenceOpeningResolver,
    EvidenceOpeningsService,
    EvidenceResolver,
    EvidenceSkillResolver,
    EvidenceOfSkillService,
    EvidenceService,
    EvidenceStatementResolver,
    HandInService,
    ItemOpeningsResolver,
    MentoringResolver,
    MentoringService,
    MentorNoteResolver,
    PortfolioService,
    PriorLearningResolver,
    PriorLearningService,
    CredentialRenewalResolver,
    RenewalResolver,
    RenewalsService,
    SubmissionRenewsResolver,
    SnapshotItemResolver,
    SnapshotResolver,
    SubmissionFieldsResolver,
    SubmissionMentoringResolver,
    SubmissionOpeningsResolver,
    SubmissionResolver,
    SubmissionsService,
    SubmissionsSeen,
    WitnessAnswersService,
    WitnessesResolver,
    WitnessesService,
    WitnessMail,
  ],
  exports: [
    MentoringService,
    AttemptService,
    CompletionClaimsService,
    EvidenceAuditsService,
    EvidenceOpeningsService,
    EvidenceOfSkillService,
    EvidenceService,
    HandInService,
    PortfolioService,
    SubmissionsService,
  ],
})
export class SubmissionsModule {}
