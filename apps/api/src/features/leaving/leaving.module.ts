import { Module } from '@nestjs/common';
import { BadgesModule } from '../badges/badges.module.js';
import { CredentialsModule } from '../credentials/credentials.module.js';
import { BundleController } from './bundle.controller.js';
import { BundleService } from './bundle.service.js';
import { ClaimController } from './claim.controller.js';
import { ClaimsService } from './claims.service.js';
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
  imports: [CredentialsModule, BadgesModule],
  controllers: [ClaimController, BundleController],
  providers: [
    BundleService,
    ClaimsService,
    LeaversService,
    LeavingMail,
    LeavingResolver,
    PersonalAddressService,
    SendClaimLinksJob,
  ],
})
export class LeavingModule {}
