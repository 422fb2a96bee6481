import { Platform1700000000001 } from './migrations/0001-platform.js';
import { People1700000000002 } from './migrations/0002-people.js';
import { Skills1700000000003 } from './migrations/0003-skills.js';
import { Achievements1700000000004 } from './migrations/0004-achievements.js';
import { Credentials1700000000005 } from './migrations/0005-credentials.js';
import { Submissions1700000000006 } from './migrations/0006-submissions.js';
import { Assessments1700000000007 } from './migrations/0007-assessments.js';
import { Notifications1700000000008 } from './migrations/0008-notifications.js';
import { Lookups1700000000009 } from './migrations/0009-lookups.js';
import { Access1700000000010 } from './migrations/0010-access.js';
import { PeopleDates1700000000011 } from './migrations/0011-people-dates.js';
import { SignIn1700000000012 } from './migrations/0012-sign-in.js';
import { AuditChain1700000000013 } from './migrations/0013-audit-chain.js';
import { Scim1700000000014 } from './migrations/0014-scim.js';
import { Limits1700000000015 } from './migrations/0015-limits.js';
import { TeamCoverage1700000000016 } from './migrations/0016-team-coverage.js';
import { RoleGrants1700000000017 } from './migrations/0017-role-grants.js';
import { RowSecurity1700000000020 } from './migrations/0020-row-security.js';
import { FrameworkContent1700000000021 } from './migrations/0021-framework-content.js';
import { SkillGovernance1700000000022 } from './migrations/0022-skill-governance.js';
import { JobArchitecture1700000000023 } from './migrations/0023-job-architecture.js';
import { AchievementDesign1700000000024 } from './migrations/0024-achievement-design.js';
import { Stacks1700000000025 } from './migrations/0025-stacks.js';
import { BadgeStudio1700000000026 } from './migrations/0026-badge-studio.js';
import { Courses1700000000027 } from './migrations/0027-courses.js';
import { Search1700000000028 } from './migrations/0028-search.js';
import { OpenFrameworks1700000000029 } from './migrations/0029-open-frameworks.js';
import { FrameworkImportRuns1700000000030 } from './migrations/0030-framework-import-runs.js';
import { SkillNeeds1700000000031 } from './migrations/0031-skill-needs.js';
import { FrameworkCopies1700000000032 } from './migrations/0032-framework-copies.js';
import { ImportColumns1700000000033 } from './migrations/0033-import-columns.js';
import { AfterTheMark1700000000034 } from './migrations/0034-after-the-mark.js';
import { EvidenceAndPriorLearning1700000000035 } from './migrations/0035-evidence-and-prior-learning.js';
import { AssessorsAndQuality1700000000036 } from './migrations/0036-assessors-and-quality.js';
import { Allocation1700000000037 } from './migrations/0037-allocation.js';
import { Mail1700000000038 } from './migrations/0038-mail.js';
import { IndependentAssessors1700000000041 } from './migrations/0041-independent-assessors.js';
import { PeopleInReach1700000000042 } from './migrations/0042-people-in-reach.js';
import { EarlierLooks1700000000043 } from './migrations/0043-earlier-looks.js';
import { AssessmentRules1700000000044 } from './migrations/0044-assessment-rules.js';
import { AskedAgain1700000000045 } from './migrations/0045-asked-again.js';
import { IssuerKeys1700000000046 } from './migrations/0046-issuer-keys.js';
import { CredentialLife1700000000047 } from './migrations/0047-credential-life.js';
import { WhatACredentialIsWorth1700000000048 } from './migrations/0048-what-a-credential-is-worth.js';
import { Sharing1700000000058 } from './migrations/0058-sharing.js';
import { EvidenceOfCases1700000000059 } from './migrations/0059-evidence-of-cases.js';
import { ForgettingAccounts1700000000060 } from './migrations/0060-forgetting-accounts.js';
import { CompletionClaims1700000000061 } from './migrations/0061-completion-claims.js';
import { WaitingPlaces1700000000062 } from './migrations/0062-waiting-places.js';
import { RemindersAndRenewal1700000000063 } from './migrations/0063-reminders-and-renewal.js';
import { Leaving1700000000064 } from './migrations/0064-leaving.js';
import { BadgesFromElsewhere1700000000065 } from './migrations/0065-badges-from-elsewhere.js';
import { Standing1700000000066 } from './migrations/0066-standing.js';
import { Erasure1700000000074 } from './migrations/0074-erasure.js';
import { VerificationKeys1700000000075 } from './migrations/0075-verification-keys.js';
import { KeysOnAScreen1700000000118 } from './migrations/0118-keys-on-a-screen.js';
import { OwnKeys1700000000122 } from './migrations/0122-own-keys.js';
import { FiguresOfPeople1700000000109 } from './migrations/0109-figures-of-people.js';
import { InsightsOfGoals1700000000127 } from './migrations/0127-insights-of-goals.js';
import { FirstRecordOfATeam1700000000128 } from './migrations/0128-first-record-of-a-team.js';
import { SuccessorsByTheRarest1700000000145 } from './migrations/0145-successors-by-the-rarest.js';
import { UsesWaitForErasure1700000000129 } from './migrations/0129-uses-wait-for-erasure.js';
import { AskedAlong1700000000180 } from './migrations/0180-asked-along.js';
import { ReferenceKept1700000000160 } from './migrations/0160-reference-kept.js';
import { ALookByItself1700000000150 } from './migrations/0150-a-look-by-itself.js';
import { CohortReminders1700000000156 } from './migrations/0156-cohort-reminders.js';
import { LetInByOneMessage1700000000151 } from './migrations/0151-let-in-by-one-message.js';
import { ChecksOfThePast1700000000148 } from './migrations/0148-checks-of-the-past.js';
import { LiveChecks1700000000147 } from './migrations/0147-live-checks.js';
import { LettersThatLeft1700000000157 } from './migrations/0157-letters-that-left.js';
import { GoalsCountedTogether1700000000146 } from './migrations/0146-goals-counted-together.js';
import { RecognisedLevels1700000000140 } from './migrations/0140-recognised-levels.js';
import { SentLinks1700000000141 } from './migrations/0141-sent-links.js';
import { QuickerClaims1700000000130 } from './migrations/0130-quicker-claims.js';
import { RegisterByIndex1700000000131 } from './migrations/0131-register-by-index.js';
import { JobsCountedTogether1700000000110 } from './migrations/0110-jobs-counted-together.js';
import { Cohorts1700000000079 } from './migrations/0079-cohorts.js';
import { QueueIndex1700000000076 } from './migrations/0076-queue-index.js';
import { TeamMap1700000000080 } from './migrations/0080-team-map.js';
import { BulkIssue1700000000078 } from './migrations/0078-bulk-issue.js';
import { Pathways1700000000081 } from './migrations/0081-pathways.js';
import { BulkCorrection1700000000088 } from './migrations/0088-bulk-correction.js';
import { Endorsements1700000000089 } from './migrations/0089-endorsements.js';
import { Insights1700000000082 } from './migrations/0082-insights.js';
import { Reports1700000000092 } from './migrations/0092-reports.js';
import { SignedBy1700000000095 } from './migrations/0095-signed-by.js';
import { StandingAtScale1700000000097 } from './migrations/0097-standing-at-scale.js';
import { TakingTheNext1700000000094 } from './migrations/0094-taking-the-next.js';
import { BadgeUses1700000000096 } from './migrations/0096-badge-uses.js';
import { WalksByIndex1700000000107 } from './migrations/0107-walks-by-index.js';
import { PlanReviews1700000000091 } from './migrations/0091-plan-reviews.js';
import { DigestTime1700000000086 } from './migrations/0086-digest-time.js';
import { GoalsAndVersions1700000000108 } from './migrations/0108-goals-and-versions.js';
import { StacksAtRisk1700000000098 } from './migrations/0098-stacks-at-risk.js';
import { WhoAsksForHelp1700000000175 } from './migrations/0175-who-asks-for-help.js';
import { ManyBelow1700000000176 } from './migrations/0176-many-below.js';
import { NeedsByPage1700000000177 } from './migrations/0177-needs-by-page.js';
import { NewestAwards1700000000178 } from './migrations/0178-newest-awards.js';
import { ALookByAnyOwner1700000000200 } from './migrations/0200-a-look-by-any-owner.js';
import { ManyAskedAbout1700000000185 } from './migrations/0185-many-asked-about.js';
import { InsightsByFewerRows1700000000190 } from './migrations/0190-insights-by-fewer-rows.js';

/** Every migration, in order. A class and not a folder, so that the bundle carries them. */
export const migrations = [
  Platform1700000000001,
  People1700000000002,
  Skills1700000000003,
  Achievements1700000000004,
  Credentials1700000000005,
  Submissions1700000000006,
  Assessments1700000000007,
  Notifications1700000000008,
  Lookups1700000000009,
  Access1700000000010,
  PeopleDates1700000000011,
  SignIn1700000000012,
  AuditChain1700000000013,
  Scim1700000000014,
  Limits1700000000015,
  TeamCoverage1700000000016,
  RoleGrants1700000000017,
  RowSecurity1700000000020,
  FrameworkContent1700000000021,
  SkillGovernance1700000000022,
  JobArchitecture1700000000023,
  AchievementDesign1700000000024,
  Stacks1700000000025,
  BadgeStudio1700000000026,
  Courses1700000000027,
  Search1700000000028,
  OpenFrameworks1700000000029,
  FrameworkImportRuns1700000000030,
  SkillNeeds1700000000031,
  FrameworkCopies1700000000032,
  ImportColumns1700000000033,
  AfterTheMark1700000000034,
  EvidenceAndPriorLearning1700000000035,
  AssessorsAndQuality1700000000036,
  Allocation1700000000037,
  Mail1700000000038,
  IndependentAssessors1700000000041,
  PeopleInReach1700000000042,
  EarlierLooks1700000000043,
  AssessmentRules1700000000044,
  AskedAgain1700000000045,
  IssuerKeys1700000000046,
  CredentialLife1700000000047,
  WhatACredentialIsWorth1700000000048,
  Sharing1700000000058,
  EvidenceOfCases1700000000059,
  ForgettingAccounts1700000000060,
  CompletionClaims1700000000061,
  WaitingPlaces1700000000062,
  RemindersAndRenewal1700000000063,
  Leaving1700000000064,
  BadgesFromElsewhere1700000000065,
  Standing1700000000066,
  Erasure1700000000074,
  VerificationKeys1700000000075,
  QueueIndex1700000000076,
  BulkIssue1700000000078,
  Cohorts1700000000079,
  TeamMap1700000000080,
  Pathways1700000000081,
  Insights1700000000082,
  DigestTime1700000000086,
  BulkCorrection1700000000088,
  Endorsements1700000000089,
  PlanReviews1700000000091,
  Reports1700000000092,
  StacksAtRisk1700000000098,
  SignedBy1700000000095,
  StandingAtScale1700000000097,
  TakingTheNext1700000000094,
  BadgeUses1700000000096,
  GoalsAndVersions1700000000108,
  WalksByIndex1700000000107,
  FiguresOfPeople1700000000109,
  JobsCountedTogether1700000000110,
  KeysOnAScreen1700000000118,
  OwnKeys1700000000122,
  InsightsOfGoals1700000000127,
  FirstRecordOfATeam1700000000128,
  UsesWaitForErasure1700000000129,
  RecognisedLevels1700000000140,
  SuccessorsByTheRarest1700000000145,
  SentLinks1700000000141,
  QuickerClaims1700000000130,
  RegisterByIndex1700000000131,
  GoalsCountedTogether1700000000146,
  ALookByItself1700000000150,
  CohortReminders1700000000156,
  LetInByOneMessage1700000000151,
  LiveChecks1700000000147,
  LettersThatLeft1700000000157,
  ChecksOfThePast1700000000148,
  WhoAsksForHelp1700000000175,
  ManyBelow1700000000176,
  NeedsByPage1700000000177,
  NewestAwards1700000000178,
  ReferenceKept1700000000160,
  AskedAlong1700000000180,
  ManyAskedAbout1700000000185,
  InsightsByFewerRows1700000000190,
  ALookByAnyOwner1700000000200,
];
