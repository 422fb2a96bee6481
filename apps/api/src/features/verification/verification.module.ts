import { Module } from '@nestjs/common';
import { AchievementsModule } from '../achievements/achievements.module.js';
import { CoursesModule } from '../courses/courses.module.js';
import { BadgesModule } from '../badges/badges.module.js';
import { CredentialsModule } from '../credentials/credentials.module.js';
import { EndorsementsModule } from '../endorsements/endorsements.module.js';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CheckedByKeyService } from './checked-by-key.service.js';
import { VerificationKey } from './verification-key.entity.js';
import { VerificationKeysResolver } from './verification-keys.resolver.js';
import { VerificationKeysService } from './verification-keys.service.js';
import { VerifyApiController } from './verify-api.controller.js';
import { CheckAnythingController } from './check-anything.controller.js';
import { ForeignVerifierService } from './foreign-verifier.service.js';
import { IssuerController } from './issuer.controller.js';
import { ProofController } from './proof.controller.js';
import { ProofService } from './proof.service.js';
import { QualityRecordService } from './quality-record.service.js';
import { ShownElsewhereController } from './shown-elsewhere.controller.js';
import { VerifierService } from './verifier.service.js';

/**
 * Everything an outsider sees: proof pages and documents under share links, the issuer's keys and status lists,
 * what an achievement takes, and badge pictures. It checks our own credentials as a stranger would.
 * It writes nothing but the keys of systems that have badges checked; what is used it tells the counter of credentials.
 */
@Module({
  imports: [
    TypeOrmModule.forFeature([VerificationKey]),
    CoursesModule,
    CredentialsModule,
    EndorsementsModule,
    AchievementsModule,
    BadgesModule,
  ],
  controllers: [
    ProofController,
    ShownElsewhereController,
    CheckAnythingController,
    IssuerController,
    VerifyApiController,
  ],
  providers: [
    CheckedByKeyService,
    VerificationKeysResolver,
    VerificationKeysService,
    ForeignVerifierService,
    ProofService,
    QualityRecordService,
    VerifierService,
  ],
  exports: [ForeignVerifierService, VerifierService],
})
export class VerificationModule {}
