import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CoursesModule } from '../courses/courses.module.js';
import { CredentialsModule } from '../credentials/credentials.module.js';
import { PeopleModule } from '../people/people.module.js';
import { SkillsModule } from '../skills/skills.module.js';
import { SubmissionsModule } from '../submissions/submissions.module.js';
import { VerificationModule } from '../verification/verification.module.js';
import { BadgeCheckService } from './badge-check.service.js';
import { CheckExternalCredentialJob } from './check-external-credential.job.js';
import { ExternalCredential } from './external-credential.entity.js';
import { ExternalCredentialResolver, PersonRecognisedResolver } from './external-credential.resolver.js';
import { ExternalCredentialsService } from './external-credentials.service.js';
import { MappedSkillsService } from './mapped-skills.service.js';
import { RecheckRecognisedJob } from './recheck-recognised.job.js';
import { RecognisingService } from './recognising.service.js';
import { RecognitionResolver } from './recognition.resolver.js';
import { RecognitionSeen } from './recognition-seen.service.js';

/**
 * Badges that people earned elsewhere: brought by them, checked in the worker, looked at by those who keep credentials.
 * What is recognised counts as a verified level that says from whom it is; nothing is ever signed again as ours.
 */
@Module({
  imports: [
    TypeOrmModule.forFeature([ExternalCredential]),
    CoursesModule,
    CredentialsModule,
    PeopleModule,
    SkillsModule,
    SubmissionsModule,
    VerificationModule,
  ],
  providers: [
    BadgeCheckService,
    CheckExternalCredentialJob,
    ExternalCredentialResolver,
    ExternalCredentialsService,
    MappedSkillsService,
    PersonRecognisedResolver,
    RecheckRecognisedJob,
    RecognisingService,
    RecognitionResolver,
    RecognitionSeen,
  ],
  exports: [ExternalCredentialsService],
})
export class RecognitionModule {}
