import { Module } from '@nestjs/common';
import { AchievementsModule } from '../achievements/achievements.module.js';
import { AssessmentsModule } from '../assessments/assessments.module.js';
import { BadgesModule } from '../badges/badges.module.js';
import { CredentialsModule } from '../credentials/credentials.module.js';
import { SubmissionsModule } from '../submissions/submissions.module.js';
import { BundleController } from './bundle.controller.js';
import { BundleService } from './bundle.service.js';
import { ClaimController } from './claim.controller.js';
import { ClaimsService } from './claims.service.js';
import { LibraryArchiveService } from './library-archive.service.js';
import { LeaversService } from './leavers.service.js';
import { LeavingMail } from './leaving-mail.service.js';
import { LeavingResolver } from './leaving.resolver.js';
import { PersonalAddressService } from './personal-address.service.js';
import { SendClaimLinksJob } from './send-claim-links.job.js';

/**
 * What somebody keeps who leaves: an address of their own, a link that opens their badges without an account, and all of
 * it as one archive that works without us.
 */
@Module({
  imports: [AchievementsModule, AssessmentsModule, BadgesModule, CredentialsModule, SubmissionsModule],
  controllers: [ClaimController, BundleController],
  providers: [
    BundleService,
    ClaimsService,
    LeaversService,
    LibraryArchiveService,
    LeavingMail,
    LeavingResolver,
    PersonalAddressService,
    SendClaimLinksJob,
  ],
})
export class LeavingModule {}
