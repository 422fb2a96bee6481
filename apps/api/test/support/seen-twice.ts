import type { INestApplicationContext } from '@nestjs/common';
import { type EntityTarget, In, type ObjectLiteral } from 'typeorm';
import { AchievementVersion } from '../../src/features/achievements/achievement-version.entity.js';
import { AssessorQualification } from '../../src/features/assessments/assessor-qualification.entity.js';
import { Decision } from '../../src/features/assessments/decision.entity.js';
import { DecisionsService } from '../../src/features/assessments/decisions.service.js';
import { LeadsService } from '../../src/features/assessments/leads.service.js';
import { Mark } from '../../src/features/assessments/mark.entity.js';
import { LiveCheck } from '../../src/features/assessments/live-check.entity.js';
import { MarkingSlot } from '../../src/features/assessments/marking-slot.entity.js';
import { ReviewQueueService } from '../../src/features/assessments/review-queue.service.js';
import { CasesService } from '../../src/features/assessments/cases.service.js';
import { MalpracticeCase } from '../../src/features/assessments/malpractice-case.entity.js';
import { Moderation } from '../../src/features/assessments/moderation.entity.js';
import { Reconciliation } from '../../src/features/assessments/reconciliation.entity.js';
import { SubmissionHold } from '../../src/features/assessments/submission-hold.entity.js';
import { Appeal } from '../../src/features/appeals/appeal.entity.js';
import { RecallItem } from '../../src/features/appeals/recall.entity.js';
import { UninvolvedService } from '../../src/features/appeals/uninvolved.service.js';
import { Award } from '../../src/features/credentials/award.entity.js';
import { Completion } from '../../src/features/courses/completion.entity.js';
import { Cohort, CohortMember } from '../../src/features/cohorts/cohort.entity.js';
import { Endorsement } from '../../src/features/endorsements/endorsement.entity.js';
import { CohortsService } from '../../src/features/cohorts/cohorts.service.js';
import { Programme } from '../../src/features/cohorts/programme.entity.js';
import { Course } from '../../src/features/courses/course.entity.js';
import { CourseFeedback } from '../../src/features/courses/course-feedback.entity.js';
import { BulkIssue } from '../../src/features/bulk-issue/bulk-issue.entity.js';
import { BulkCorrection } from '../../src/features/credential-life/bulk-correction.entity.js';
import { CourseImport } from '../../src/features/courses/course-import.entity.js';
import { CourseProvider } from '../../src/features/courses/course-provider.entity.js';
import { ChangesService } from '../../src/features/credential-life/changes.service.js';
import { CredentialChange } from '../../src/features/credential-life/credential-change.entity.js';
import { Credential } from '../../src/features/credentials/credential.entity.js';
import { CredentialsService } from '../../src/features/credentials/credentials.service.js';
import { StackRisk } from '../../src/features/stacks/stack-risk.entity.js';
import { ShareGrant } from '../../src/features/credentials/share-grant.entity.js';
import { AssessorApplication } from '../../src/features/quality/assessor-application.entity.js';
import { AssessorListService } from '../../src/features/quality/assessor-list.service.js';
import { AssessorLeave, AssessorProfile } from '../../src/features/quality/assessor-profile.entity.js';
import { CalibrationMark, CalibrationRound } from '../../src/features/quality/calibration.entity.js';
import { CalibrationRoundsService } from '../../src/features/quality/calibration-rounds.service.js';
import { DefinitiveMark, Exemplar } from '../../src/features/quality/exemplar.entity.js';
import { ExemplarConsent } from '../../src/features/quality/exemplar-consent.entity.js';
import { ExemplarsService } from '../../src/features/quality/exemplars.service.js';
import { QualificationEvent } from '../../src/features/quality/qualification-event.entity.js';
import { SampleItem, SamplingPlan } from '../../src/features/quality/sampling.entity.js';
import { ExternalCredential } from '../../src/features/recognition/external-credential.entity.js';
import { VerificationKey } from '../../src/features/verification/verification-key.entity.js';
import { Notification } from '../../src/features/notifications/notification.entity.js';
import { NotificationPreference } from '../../src/features/notifications/notification-preference.entity.js';
import { Mail } from '../../src/platform/mail/mail.entity.js';
import { plansFor } from '../../src/features/insights/insights.service.js';
import { Employment } from '../../src/features/people/employment.entity.js';
import { OrgUnit } from '../../src/features/people/org-unit.entity.js';
import { Person } from '../../src/features/people/person.entity.js';
import { RoleGrant } from '../../src/features/people/role-grant.entity.js';
import { GroupMappingService } from '../../src/features/provisioning/group-mapping.service.js';
import { ScimClient } from '../../src/features/provisioning/scim-client.entity.js';
import { ScimGroup } from '../../src/features/provisioning/scim-group.entity.js';
import { AcceptedConversion, SkillProposal, StrategyNote } from '../../src/features/governance/governance.entity.js';
import { FrameworkImport } from '../../src/features/skills/framework-import.entity.js';
import { SkillFramework } from '../../src/features/skills/framework.entity.js';
import { EvidenceItem } from '../../src/features/submissions/evidence-item.entity.js';
import { CarriedCriterion } from '../../src/features/submissions/carried-criterion.entity.js';
import { EvidenceService } from '../../src/features/submissions/evidence.service.js';
import { MentorNote, MentorRequest, PriorLearningMentor } from '../../src/features/submissions/mentoring.entity.js';
import { MentoringService } from '../../src/features/submissions/mentoring.service.js';
import { PriorLearningScreen } from '../../src/features/submissions/prior-learning-screen.entity.js';
import { WitnessStatement } from '../../src/features/submissions/witness-statement.entity.js';
import { CriterionClaim, EvidenceLink, SubmissionItem } from '../../src/features/submissions/submission-part.entity.js';
import { CompletionClaim } from '../../src/features/submissions/completion-claim.entity.js';
import { EvidenceAudit } from '../../src/features/submissions/evidence-audit.entity.js';
import { EvidenceAuditsService } from '../../src/features/submissions/evidence-audits.service.js';
import { EvidenceOpening } from '../../src/features/submissions/evidence-opening.entity.js';
import { SavedReport } from '../../src/features/reports/saved-report.entity.js';
import { Goal } from '../../src/features/pathways/goal.entity.js';
import { MentorOffer } from '../../src/features/pathways/mentor-offer.entity.js';
import { PlanComment, PlanReview } from '../../src/features/pathways/plan-review.entity.js';
import { SkillClaim } from '../../src/features/standings/skill-claim.entity.js';
import { SkillObservation } from '../../src/features/standings/skill-observation.entity.js';
import { PeopleImport } from '../../src/features/people/people-import.entity.js';
import { LinkedAccount } from '../../src/features/sign-in/linked-account.entity.js';
import { LinkedAccountsService } from '../../src/features/sign-in/linked-accounts.service.js';
import { SignInSession } from '../../src/features/sign-in/sign-in-session.entity.js';
import { SubmissionSnapshot } from '../../src/features/submissions/submission-snapshot.entity.js';
import { SubmissionTransition } from '../../src/features/submissions/submission-transition.entity.js';
import { Submission } from '../../src/features/submissions/submission.entity.js';
import { SubmissionsService } from '../../src/features/submissions/submissions.service.js';
import { can } from '../../src/platform/access/policy.js';
import { Viewer } from '../../src/platform/access/viewer.js';
import { ViewerSource } from '../../src/platform/access/viewer-source.js';
import { AuditEntry } from '../../src/platform/audit/audit-entry.entity.js';
import type { Transaction } from '../../src/platform/database/transaction.js';
import { FilesService } from '../../src/platform/storage/files.service.js';
import { StoredFile } from '../../src/platform/storage/stored-file.entity.js';
import type { World } from './invented-world.js';

/**
 * One class of rows: its table, and the action that says whether a row is there at all for somebody. What has no entity is
 * guarded as a whole by the permission of its operations; `rule` says by which.
 */
export interface Seen {
  table: string;
  entity?: EntityTarget<ObjectLiteral> & (abstract new (...args: never[]) => ObjectLiteral);
  action?: 'see' | 'read' | 'end';
  rule?: (viewer: Viewer, row: ObjectLiteral) => boolean;
  /** Columns that tell rows apart; `id` where it is left out. */
  key?: string[];
  learn?(app: INestApplicationContext, viewer: Viewer, rows: ObjectLiteral[]): Promise<unknown>;
}

const each =
  (ask: (app: INestApplicationContext, viewer: Viewer, row: never) => Promise<unknown>) =>
  (app: INestApplicationContext, viewer: Viewer, rows: ObjectLiteral[]) =>
    Promise.all(rows.map((row) => ask(app, viewer, row as never)));
const ofSubmission = each(async (app, viewer, row: { submissionId: string }) => {
  await app.get(MentoringService).learn(viewer, row.submissionId);
  await app.get(SubmissionsService).submissionById(viewer, row.submissionId);
});

const ofPart = each((app, viewer, row: { submissionId: string }) =>
  app.get(DecisionsService).learnPart(viewer, row.submissionId),
);
const ofLed = each(async (app, viewer, row: { submissionId: string }) => {
  await app.get(LeadsService).leads(viewer, row.submissionId);
  await app.get(UninvolvedService).in(viewer, row.submissionId);
});

const signedIn = (viewer: Viewer) => viewer.personId !== null;
const configures = (viewer: Viewer) => viewer.may('access.configure');

const readsCatalogue = (viewer: Viewer) => viewer.may('achievement.read');

export const SEEN: Seen[] = [
  { table: 'person', entity: Person, action: 'see' },
  {
    table: 'employment',
    entity: Employment,
    action: 'see',
    learn: each((_, viewer, row: Employment) => viewer.learn([row.personId])),
  },
  { table: 'org_unit', entity: OrgUnit, action: 'see' },
  {
    table: 'role_grant',
    entity: RoleGrant,
    action: 'see',
    learn: each((_, viewer, row: RoleGrant) => viewer.learn([row.personId])),
  },
  {
    table: 'stored_file',
    entity: StoredFile,
    action: 'read',
    learn: each((app, viewer, row: StoredFile) => app.get(FilesService).readable(viewer, row.id)),
  },
  {
    table: 'evidence_item',
    entity: EvidenceItem,
    action: 'read',
    learn: each((app, viewer, row: EvidenceItem) => app.get(EvidenceService).learnMentored(viewer, row.id)),
  },
  { table: 'witness_statement', entity: WitnessStatement, action: 'read' },
  {
    table: 'carried_criterion',
    entity: CarriedCriterion,
    action: 'read',
    key: ['submission_id', 'criterion_id'],
    learn: ofSubmission,
  },
  {
    table: 'prior_learning_screen',
    entity: PriorLearningScreen,
    action: 'read',
    key: ['person_id', 'achievement_version_id'],
  },
  {
    table: 'mentor_request',
    entity: MentorRequest,
    action: 'read',
    key: ['submission_id', 'person_id'],
    learn: ofSubmission,
  },
  {
    table: 'prior_learning_mentor',
    entity: PriorLearningMentor,
    action: 'read',
    key: ['submission_id', 'person_id'],
    learn: ofSubmission,
  },
  { table: 'mentor_note', entity: MentorNote, action: 'read', learn: ofSubmission },
  {
    table: 'submission',
    entity: Submission,
    action: 'see',
    learn: each(async (app, viewer, row: Submission) => {
      await app.get(EvidenceAuditsService).openOf(viewer, row.id);
      await app.get(MentoringService).learn(viewer, row.id);
      await app.get(SubmissionsService).seen(viewer, row.id);
      await app.get(LeadsService).leads(viewer, row.id);
      await app.get(CasesService).malpracticeOf(viewer, row.id);
    }),
  },
  {
    table: 'submission_item',
    entity: SubmissionItem,
    action: 'read',
    key: ['submission_id', 'item_id'],
    learn: ofSubmission,
  },
  {
    table: 'evidence_link',
    entity: EvidenceLink,
    action: 'read',
    key: ['submission_id', 'item_id', 'criterion_id'],
    learn: ofSubmission,
  },
  {
    table: 'criterion_claim',
    entity: CriterionClaim,
    action: 'read',
    key: ['submission_id', 'criterion_id'],
    learn: ofSubmission,
  },
  {
    table: 'submission_snapshot',
    entity: SubmissionSnapshot,
    action: 'read',
    learn: each(async (app, viewer, row: SubmissionSnapshot) => {
      await app.get(EvidenceAuditsService).openOf(viewer, row.submissionId);
      await app.get(SubmissionsService).copyFor(viewer, row.id);
    }),
  },
  { table: 'submission_transition', entity: SubmissionTransition, action: 'see', learn: ofSubmission },
  { table: 'assessor_qualification', entity: AssessorQualification, action: 'see' },
  {
    table: 'marking_slot',
    entity: MarkingSlot,
    action: 'see',
    learn: each(async (app, viewer, row: MarkingSlot) => {
      await app.get(LeadsService).leads(viewer, row.submissionId);
      await app.get(ReviewQueueService).find(viewer, row.id);
    }),
  },
  { table: 'assessor_profile', entity: AssessorProfile, action: 'see', key: ['person_id'] },
  { table: 'assessor_leave', entity: AssessorLeave, action: 'see' },
  { table: 'assessor_application', entity: AssessorApplication, action: 'see' },
  {
    table: 'qualification_event',
    entity: QualificationEvent,
    action: 'see',
    learn: each((app, viewer, row: QualificationEvent) =>
      app.get(AssessorListService).historyOf(viewer, row.qualificationId),
    ),
  },
  {
    table: 'exemplar',
    entity: Exemplar,
    action: 'see',
    learn: each((app, viewer, row: Exemplar) => app.get(ExemplarsService).find(viewer, row.id)),
  },
  {
    table: 'definitive_mark',
    entity: DefinitiveMark,
    action: 'see',
    key: ['exemplar_id'],
    learn: each((app, viewer, row: DefinitiveMark) => app.get(ExemplarsService).definitiveOf(viewer, row.exemplarId)),
  },
  {
    table: 'calibration_round',
    entity: CalibrationRound,
    action: 'see',
    learn: each((app, viewer, row: CalibrationRound) => app.get(CalibrationRoundsService).find(viewer, row.id)),
  },
  { table: 'calibration_mark', entity: CalibrationMark, action: 'see' },
  { table: 'exemplar_consent', entity: ExemplarConsent, action: 'see', key: ['exemplar_id'] },
  { table: 'live_check', entity: LiveCheck, action: 'see' },
  // When somebody's next check comes is nobody's to know.
  { table: 'live_check_turn', key: ['person_id'], rule: () => false },
  { table: 'sampling_plan', entity: SamplingPlan, action: 'see' },
  { table: 'sample_item', entity: SampleItem, action: 'see' },
  { table: 'assessment_setting', key: ['only_one'], rule: signedIn },
  {
    table: 'conflict_declaration',
    rule: (viewer, row) => viewer.isSelf(row.personId as string) || viewer.may('assessment.lead'),
  },
  ...['slot_exclusion', 'slot_waiver'].map(
    (table): Seen => ({
      table,
      key: ['slot_id', 'person_id', 'rule'],
      rule: (viewer, row) =>
        viewer.isSelf(row.personId as string) || viewer.loaded<boolean>('slot-led', row.slotId as string) === true,
      learn: each((app, viewer, row: { slotId: string }) =>
        viewer.load('slot-led', row.slotId, async (ids) => {
          const slots = await viewer.tx.manager.findBy(MarkingSlot, { id: In([...ids]) });
          const led = await Promise.all(slots.map((slot) => app.get(LeadsService).leads(viewer, slot.submissionId)));
          return new Map(slots.map((slot, index) => [slot.id, led[index] === true]));
        }),
      ),
    }),
  ),
  { table: 'comment_snippet', rule: (viewer, row) => viewer.isSelf(row.personId as string) },
  { table: 'allocation_run', rule: (viewer) => viewer.mayEverywhere('assessment.lead') },
  { table: 'mark', entity: Mark, action: 'read' },
  {
    table: 'decision',
    entity: Decision,
    action: 'see',
    learn: each((app, viewer, row: Decision) => app.get(DecisionsService).seen(viewer, row.submissionId)),
  },
  { table: 'reconciliation', entity: Reconciliation, action: 'read', learn: ofPart },
  { table: 'moderation', entity: Moderation, action: 'read', learn: ofPart },
  { table: 'submission_hold', entity: SubmissionHold, action: 'see', learn: ofLed },
  { table: 'malpractice_case', entity: MalpracticeCase, action: 'see', learn: ofLed },
  { table: 'release_batch', rule: (viewer) => viewer.may('assessment.lead') },
  { table: 'appeal', entity: Appeal, action: 'see', learn: ofLed },
  {
    table: 'recall',
    rule: (viewer, row) => viewer.may('assessment.lead', { achievementId: row.achievementId as string }),
  },
  { table: 'recall_item', entity: RecallItem, action: 'see', learn: ofLed },
  {
    table: 'award',
    entity: Award,
    action: 'see',
    learn: each((app, viewer, row: Award) => app.get(CredentialsService).findAward(viewer, row.id)),
  },
  {
    table: 'credential',
    entity: Credential,
    action: 'see',
    learn: each((app, viewer, row: Credential) => app.get(ChangesService).actsOn(viewer, row)),
  },
  {
    table: 'credential_change',
    entity: CredentialChange,
    action: 'see',
    learn: each((_, viewer, row: CredentialChange) => viewer.learn([row.personId])),
  },
  {
    table: 'stack_risk',
    entity: StackRisk,
    action: 'read',
    learn: each((_, viewer, row: StackRisk) => viewer.learn([row.personId])),
  },
  { table: 'bulk_correction', entity: BulkCorrection, action: 'read' },
  { table: 'bulk_issue', entity: BulkIssue, action: 'read' },
  // Who was reminded of what is for the program alone.
  { table: 'credential_reminder', key: ['credential_id', 'days_before'], rule: () => false },
  { table: 'reminder_setting', key: ['only_one'], rule: signedIn },
  {
    table: 'share_grant',
    entity: ShareGrant,
    action: 'see',
    learn: each((app, viewer, row: ShareGrant) => app.get(CredentialsService).byId(viewer, row.credentialId)),
  },
  {
    table: 'share_day',
    key: ['share_grant_id', 'kind', 'by_name'],
    rule: (viewer, row) => viewer.loaded<boolean>('own-link', row.shareGrantId as string) === true,
    learn: each((_, viewer, row: { shareGrantId: string }) =>
      viewer.load('own-link', row.shareGrantId, async (ids) => {
        const found = await viewer.tx.query<{ id: string; personId: string }>(
          `SELECT it.id, person_id AS "personId" FROM share_grant it JOIN credential ON credential.id = credential_id
           WHERE it.id = ANY ($1::uuid[])`,
          [[...ids]],
        );
        return new Map(found.map(({ id, personId }) => [id, viewer.isSelf(personId)]));
      }),
    ),
  },
  {
    table: 'credential_use',
    key: ['credential_id', 'kind'],
    rule: (viewer, row) =>
      viewer.isSelf(viewer.loaded<Credential>('credential', row.credentialId as string)?.personId ?? ''),
    learn: each((app, viewer, row: { credentialId: string }) =>
      app.get(CredentialsService).byId(viewer, row.credentialId),
    ),
  },
  { table: 'notification', entity: Notification, action: 'read' },
  { table: 'own_keys', rule: (viewer, row) => viewer.isSelf(row.personId as string), key: ['person_id'] },
  { table: 'notification_preference', entity: NotificationPreference, action: 'read', key: ['person_id', 'topic'] },
  { table: 'mail', entity: Mail, action: 'read' },
  { table: 'audit_entry', entity: AuditEntry, action: 'read' },
  { table: 'skill_framework', entity: SkillFramework, action: 'read' },
  { table: 'framework_import', entity: FrameworkImport, action: 'read' },
  // What pictures are made of is as public as they are.
  { table: 'brand_image', rule: () => true },
  { table: 'badge_template', rule: () => true },
  { table: 'struck_badge', key: ['achievement_version_id'], rule: () => true },
  { table: 'badge_picture', key: ['achievement_version_id', 'year', 'scale'], rule: () => true },
  {
    table: 'studio_version',
    rule: (viewer, row) => row.state !== 'DRAFT' || viewer.mayEverywhere('achievement.design'),
  },
  {
    table: 'badge_design',
    key: ['achievement_version_id'],
    rule: (viewer, row) => {
      const version = viewer.loaded<AchievementVersion>('version of a badge', row.achievementVersionId as string);
      return version !== null && can(viewer, 'read', version);
    },
    learn: each((_, viewer, row: { achievementVersionId: string }) =>
      viewer.load('version of a badge', row.achievementVersionId, async (ids) => {
        const versions = await viewer.tx.manager.findBy(AchievementVersion, { id: In([...ids]) });
        return new Map(versions.map((version) => [version.id, version]));
      }),
    ),
  },
  ...['framework_import_finding', 'framework_import_row'].map(
    (table): Seen => ({ table, key: ['import_id', 'n'], rule: (viewer) => viewer.may('framework.manage') }),
  ),
  ...[
    'skill_revision',
    'skill_relation',
    'job_family',
    'job_role',
    'job_role_level',
    'job_role_requirement',
    'job_role_edge',
  ].map(
    (table): Seen => ({
      table,
      rule: (viewer, row) => viewer.loaded<boolean>('framework-seen', row.frameworkId as string) === true,
      learn: each((_, viewer, row: { frameworkId: string }) =>
        viewer.load('framework-seen', row.frameworkId, async (ids) => {
          const found = await viewer.tx.manager.findBy(SkillFramework, { id: In([...ids]) });
          return new Map(found.map((it) => [it.id, can(viewer, 'read', it)]));
        }),
      ),
    }),
  ),
  { table: 'framework_step', rule: (viewer) => viewer.may('framework.manage') },
  { table: 'framework_steward', key: ['series_id', 'person_id'], rule: signedIn },
  { table: 'skill_proposal', entity: SkillProposal, action: 'read' },
  { table: 'skill_retirement', key: ['skill_id'], rule: signedIn },
  { table: 'scale_crosswalk', rule: signedIn },
  { table: 'accepted_conversion', entity: AcceptedConversion, action: 'read' },
  { table: 'strategy_note', entity: StrategyNote, action: 'read' },
  {
    table: 'job_role_level_move',
    key: ['framework_id', 'from_level_id'],
    rule: (viewer) => viewer.may('framework.manage'),
  },
  { table: 'achievement_version', entity: AchievementVersion, action: 'read' },
  { table: 'verification_key', entity: VerificationKey, action: 'see' },
  {
    table: 'external_credential',
    entity: ExternalCredential,
    action: 'see',
    learn: each((_, viewer, row: ExternalCredential) => viewer.learn([row.personId])),
  },
  { table: 'course', entity: Course, action: 'read' },
  { table: 'course_provider', entity: CourseProvider, action: 'read' },
  { table: 'course_catalogue', rule: readsCatalogue },
  { table: 'course_prerequisite', key: ['course_id', 'required_id'], rule: readsCatalogue },
  { table: 'course_outcome', rule: readsCatalogue },
  { table: 'course_completion', entity: Completion, action: 'read' },
  { table: 'completion_claim', entity: CompletionClaim, action: 'read' },
  { table: 'course_feedback', entity: CourseFeedback, action: 'read', key: ['course_id', 'person_id'] },
  { table: 'course_import', entity: CourseImport, action: 'read' },
  { table: 'evidence_audit', entity: EvidenceAudit, action: 'see' },
  { table: 'evidence_opening', entity: EvidenceOpening, action: 'read' },
  { table: 'skill_claim', entity: SkillClaim, action: 'read' },
  { table: 'skill_observation', entity: SkillObservation, action: 'read' },
  { table: 'goal', entity: Goal, action: 'read' },
  { table: 'goal_keeping', key: ['framework_id'], rule: signedIn },
  { table: 'programme', entity: Programme, action: 'read' },
  {
    table: 'cohort',
    entity: Cohort,
    action: 'see',
    learn: each((app, viewer, row: Cohort) => app.get(CohortsService).learn(viewer, row.id)),
  },
  {
    table: 'endorsement',
    entity: Endorsement,
    action: 'see',
    learn: each((_, viewer, row: Endorsement) => viewer.learn([row.holderId])),
  },
  { table: 'cohort_member', entity: CohortMember, action: 'see', key: ['cohort_id', 'person_id'] },
  { table: 'mentor_offer', entity: MentorOffer, action: 'read' },
  { table: 'saved_report', entity: SavedReport, action: 'read' },
  { table: 'plan_review', entity: PlanReview, action: 'read' },
  { table: 'plan_comment', entity: PlanComment, action: 'read' },
  { table: 'people_import', entity: PeopleImport, action: 'read' },
  {
    table: 'people_import_row',
    key: ['import_id', 'row'],
    rule: (viewer, row) => viewer.loaded<boolean>('import-seen', row.importId as string) === true,
    learn: each((_, viewer, row: { importId: string }) =>
      viewer.load('import-seen', row.importId, async (ids) => {
        const found = await viewer.tx.manager.findBy(PeopleImport, { id: In([...ids]) });
        return new Map(found.map((it) => [it.id, can(viewer, 'read', it)]));
      }),
    ),
  },
  { table: 'sign_in_session', entity: SignInSession, action: 'end' },
  {
    table: 'identity_provider',
    rule: (viewer, row) => (row.enabled === true && row.approvedAt !== null) || viewer.may('access.configure'),
  },
  {
    table: 'identity_link',
    entity: LinkedAccount,
    action: 'see',
    learn: each((app, viewer, row: LinkedAccount) => app.get(LinkedAccountsService).of(viewer, row.personId)),
  },
  ...['scim_token', 'scim_request'].map((table) => ({ table, rule: configures })),
  { table: 'scim_client', entity: ScimClient, action: 'see' },
  {
    table: 'scim_group',
    entity: ScimGroup,
    action: 'see',
    learn: each((app, viewer, row: ScimGroup) => app.get(GroupMappingService).factsOf(viewer, row.id)),
  },
  { table: 'scim_user', key: ['person_id'], rule: configures },
  { table: 'scim_group_member', key: ['group_id', 'person_id'], rule: configures },
  { table: 'audit_chain', key: ['sequence'], rule: (viewer) => viewer.may('audit.read') },
  { table: 'audit_unchained', key: ['entry_id'], rule: (viewer) => viewer.may('audit.read') },
  {
    table: 'team_change',
    key: ['manager_id', 'skill_id', 'kind', 'ordinal'],
    rule: (viewer, row) => viewer.isSelf(row.managerId as string),
  },
  {
    table: 'line_change',
    key: ['manager_id', 'skill_id', 'kind'],
    rule: (viewer, row) => viewer.isSelf(row.managerId as string),
  },
  { table: 'unit_change', key: ['unit_id', 'skill_id', 'kind'], rule: (viewer) => plansFor(viewer) },
  {
    table: 'verified_level',
    key: ['person_id', 'skill_id', 'credential_id', 'external_credential_id'],
    learn: each((_, viewer, row: { personId: string }) => viewer.learn([row.personId])),
    rule: (viewer, row) =>
      viewer.isSelf(row.personId as string) ||
      viewer.manages(row.personId as string) ||
      viewer.may('credential.govern', { personId: row.personId as string }),
  },
  {
    table: 'file_preview',
    key: ['file_id'],
    rule: (viewer, row) => viewer.loaded<boolean>('readable', row.fileId as string) === true,
    learn: each((app, viewer, row: { fileId: string }) =>
      viewer.load('readable', row.fileId, async (ids) => {
        const files = await Promise.all(ids.map((id) => app.get(FilesService).readable(viewer, id)));
        return new Map(files.flatMap((file): [string, boolean][] => (file ? [[file.id, true]] : [])));
      }),
    ),
  },
];

/** `table key` of everything somebody sees. */
export type Sight = ReadonlySet<string>;

/** Everything there is, once per world, as the product's own entities. */
export interface Everything {
  rows: Map<Seen, ObjectLiteral[]>;
  count: number;
}

export async function everything(tx: Transaction): Promise<Everything> {
  await tx.query('RESET ROLE');
  const rows = new Map<Seen, ObjectLiteral[]>();
  for (const seen of SEEN)
    rows.set(
      seen,
      seen.entity
        ? await tx.manager.find(seen.entity)
        : (await tx.query<ObjectLiteral>(`SELECT * FROM ${seen.table}`)).map(inCamelCase),
    );
  return { rows, count: [...rows.values()].reduce((sum, all) => sum + all.length, 0) };
}

/** What the product's own rules let this person see, asked past the database's rules. Null: nobody is signed in. */
export async function byPolicy(
  app: INestApplicationContext,
  tx: Transaction,
  personId: string | null,
  { rows }: Everything,
): Promise<Sight> {
  await tx.query(`SET LOCAL ROLE app_issuer; SET LOCAL app.person_id = '${personId ?? ''}'`);
  const known = personId === null ? null : await app.get(ViewerSource).know(tx, personId);
  // As a request does: whom nobody knows any more is a stranger.
  if (!known) await tx.query(`SET LOCAL app.person_id = ''`);
  const viewer = known ? Viewer.person(known, tx) : Viewer.stranger(tx);
  const sight = new Set<string>();
  for (const [seen, all] of rows) {
    await seen.learn?.(app, viewer, all);
    for (const row of all) if (allows(seen, viewer, row)) sight.add(`${seen.table} ${keyOf(seen, row)}`);
  }
  return sight;
}

/** What the database shows to this person, whatever is asked of it. `only`: one table. */
export async function byDatabase(
  app: INestApplicationContext,
  tx: Transaction,
  personId: string | null,
  only?: string,
): Promise<Sight> {
  await tx.query(`SET LOCAL ROLE app_api; SET LOCAL app.person_id = '${personId ?? ''}'`);
  // As above.
  if (personId !== null && !(await app.get(ViewerSource).know(tx, personId)))
    await tx.query(`SET LOCAL app.person_id = ''`);
  const asked = SEEN.filter(({ table }) => only === undefined || table === only).map(
    ({ table, key }) =>
      `SELECT '${table} ' || ${(key ?? ['id']).map((column) => `coalesce(${column}::text, 'null')`).join(` || ' ' || `)} AS row FROM ${table}`,
  );
  const found = await tx.query<{ row: string }>(asked.join(' UNION ALL '));
  return new Set(found.map(({ row }) => row));
}

const allows = ({ action, rule }: Seen, viewer: Viewer, row: ObjectLiteral) =>
  rule ? rule(viewer, row) : action !== undefined && can(viewer, action, row);
const camel = (column: string) => column.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());
const inCamelCase = (row: ObjectLiteral): ObjectLiteral =>
  Object.fromEntries(Object.entries(row).map(([column, value]) => [camel(column), value as unknown]));

function keyOf({ key }: Seen, row: ObjectLiteral): string {
  const text = (value: unknown) => (value instanceof Date ? value.toISOString() : String(value));
  return (key ?? ['id']).map((column) => text(row[camel(column)])).join(' ');
}

/** What one sees and the other does not, in either direction; `also` marks the side. */
export function differences(policy: Sight, database: Sight): string[] {
  return [
    ...[...policy].filter((row) => !database.has(row)).map((row) => `only by policy: ${row}`),
    ...[...database].filter((row) => !policy.has(row)).map((row) => `only by the database: ${row}`),
  ];
}

/** The rows of these tables that are about somebody. */
export function namedIn({ rows }: World, personId: string, tables: string[]): Sight {
  return new Set(
    tables.flatMap((table) =>
      (rows[table] ?? []).filter((row) => row.person_id === personId).map((row) => `${table} ${row.id as string}`),
    ),
  );
}
