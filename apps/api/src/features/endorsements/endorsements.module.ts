import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AchievementsModule } from '../achievements/achievements.module.js';
import { CredentialsModule } from '../credentials/credentials.module.js';
import { PeopleModule } from '../people/people.module.js';
import { EndorsementAnswersService } from './endorsement-answers.service.js';
import { EndorsementMail } from './endorsement-mail.service.js';
import { EndorsementSigningService } from './endorsement-signing.service.js';
import { Endorsement } from './endorsement.entity.js';
import {
  CredentialEndorsementsResolver,
  EndorsementFieldsResolver,
  EndorsementsResolver,
} from './endorsements.resolver.js';
import { EndorsementsSeen } from './endorsements-seen.service.js';
import { EndorsementsService } from './endorsements.service.js';
import { SharedEndorsementsService } from './shared-endorsements.service.js';
import { SignEndorsementsJob } from './sign-endorsements.job.js';

/**
 * What others say for a credential: asked for by its holder or by those who keep it, given in words, also without an
 * account, signed by the worker as a credential of its own, and withdrawn.
 */
@Module({
  imports: [TypeOrmModule.forFeature([Endorsement]), AchievementsModule, CredentialsModule, PeopleModule],
  providers: [
    CredentialEndorsementsResolver,
    EndorsementAnswersService,
    EndorsementFieldsResolver,
    EndorsementMail,
    EndorsementSigningService,
    EndorsementsResolver,
    EndorsementsSeen,
    EndorsementsService,
    SharedEndorsementsService,
    SignEndorsementsJob,
  ],
  exports: [EndorsementsService, SharedEndorsementsService],
})
export class EndorsementsModule {}
