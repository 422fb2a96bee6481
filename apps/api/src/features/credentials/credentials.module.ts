import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AchievementsModule } from '../achievements/achievements.module.js';
import { PeopleModule } from '../people/people.module.js';
import { SkillsModule } from '../skills/skills.module.js';
import { Award } from './award.entity.js';
import { AwardResolver, CredentialResolver, ShareGrantResolver } from './credential-fields.resolver.js';
import { AwardedAchievementService } from './awarded-achievement.service.js';
import { Credential } from './credential.entity.js';
import { CredentialStatusService } from './credential-status.service.js';
import { CredentialsResolver } from './credentials.resolver.js';
import { CredentialsSeen } from './credentials-seen.service.js';
import { CredentialsService } from './credentials.service.js';
import { EditionsService } from './editions.service.js';
import { IssuanceConsoleService } from './issuance-console.service.js';
import { IssuanceResolver } from './issuance.resolver.js';
import { IssuanceService } from './issuance.service.js';
import { IssueChunkJob } from './issue-chunk.job.js';
import { IssueCredentialJob } from './issue-credential.job.js';
import { IssuerKeysResolver } from './issuer-keys.resolver.js';
import { IssuerKeysService } from './issuer-keys.service.js';
import { IssuerService } from './issuer.service.js';
import { KeyRotationService } from './key-rotation.service.js';
import { ReconcileAwardsJob } from './reconcile-awards.job.js';
import { ReminderSetting } from './reminder-setting.entity.js';
import { ReminderSettingsService } from './reminder-settings.service.js';
import { ShareGrant } from './share-grant.entity.js';
import { ShareEvidenceService } from './share-evidence.service.js';
import { ShareLogService } from './share-log.service.js';
import { ShareMailService } from './share-mail.service.js';
import { LookService } from './look.service.js';
import { SharesService } from './shares.service.js';
import { RotateKeysCommand } from './rotate-keys.command.js';
import { RotateKeysJob } from './rotate-keys.job.js';
import { SigningKeysService } from './signing-keys.service.js';
import { SigningService } from './signing.service.js';
import { StatusListsService } from './status-lists.service.js';
import { UseCounter } from './use-counter.service.js';
import { WithdrawAwardJob } from './withdraw-award.job.js';
import { WithdrawalService } from './withdrawal.service.js';

/**
 * Awards with their plans, and the signed credentials made from them: once each, whatever crashes.
 * The worker alone holds keys; what it signed is stored byte for byte and never deleted.
 * Holders show credentials by share grants. What an award rests on is none of its business.
 */
@Module({
  imports: [
    TypeOrmModule.forFeature([Award, Credential, ReminderSetting, ShareGrant]),
    PeopleModule,
    SkillsModule,
    AchievementsModule,
  ],
  providers: [
    CredentialsService,
    CredentialStatusService,
    EditionsService,
    CredentialsSeen,
    IssuanceConsoleService,
    IssuanceResolver,
    IssuanceService,
    ReminderSettingsService,
    LookService,
    SharesService,
    RotateKeysCommand,
    RotateKeysJob,
    KeyRotationService,
    IssuerKeysService,
    IssuerKeysResolver,
    SigningKeysService,
    ShareEvidenceService,
    ShareLogService,
    ShareMailService,
    SigningService,
    StatusListsService,
    UseCounter,
    IssuerService,
    AwardedAchievementService,
    IssueChunkJob,
    IssueCredentialJob,
    ReconcileAwardsJob,
    CredentialsResolver,
    AwardResolver,
    CredentialResolver,
    ShareGrantResolver,
    WithdrawAwardJob,
    WithdrawalService,
  ],
  exports: [
    CredentialsService,
    CredentialStatusService,
    EditionsService,
    ReminderSettingsService,
    LookService,
    SharesService,
    ShareEvidenceService,
    IssuerService,
    SigningService,
    StatusListsService,
    UseCounter,
    AwardedAchievementService,
    IssuanceService,
    WithdrawalService,
  ],
})
export class CredentialsModule {}
