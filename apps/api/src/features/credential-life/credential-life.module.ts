import { Module } from '@nestjs/common';
import { CredentialChangesSeen } from './credential-changes-seen.service.js';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AchievementsModule } from '../achievements/achievements.module.js';
import { CredentialsModule } from '../credentials/credentials.module.js';
import { PeopleModule } from '../people/people.module.js';
import { SkillsModule } from '../skills/skills.module.js';
import { StandingsModule } from '../standings/standings.module.js';
import { BulkCorrectJob } from './bulk-correct.job.js';
import { BulkCorrection } from './bulk-correction.entity.js';
import { BulkCorrectionResolver } from './bulk-correction.resolver.js';
import { BulkCorrectionsService } from './bulk-corrections.service.js';
import { CarryOutChangeJob } from './carry-out-change.job.js';
import { ChangesService } from './changes.service.js';
import { CredentialChange } from './credential-change.entity.js';
import { CredentialChangeResolver, CredentialKeepingResolver } from './credential-change.resolver.js';
import './credential-life.policy.js';
import { CredentialLifeResolver } from './credential-life.resolver.js';
import { ImpactsService } from './impacts.service.js';
import { RemindJob } from './remind.job.js';
import { RemindersResolver } from './reminders.resolver.js';
import { RemindersService } from './reminders.service.js';
import { ReissuableService } from './reissuable.service.js';
import { RegisterService } from './register.service.js';
import { WithdrawManyService } from './withdraw-many.service.js';

/**
 * What becomes of a credential after it was signed: suspended, taken up again, withdrawn, corrected; never deleted.
 * Whoever asks sees first who loses what, and its holder is told why.
 */
@Module({
  imports: [
    TypeOrmModule.forFeature([BulkCorrection, CredentialChange]),
    AchievementsModule,
    CredentialsModule,
    PeopleModule,
    SkillsModule,
    StandingsModule,
  ],
  providers: [
    BulkCorrectJob,
    BulkCorrectionResolver,
    BulkCorrectionsService,
    ReissuableService,
    CredentialChangesSeen,
    CarryOutChangeJob,
    ChangesService,
    CredentialChangeResolver,
    CredentialKeepingResolver,
    CredentialLifeResolver,
    ImpactsService,
    RegisterService,
    RemindJob,
    RemindersResolver,
    RemindersService,
    WithdrawManyService,
  ],
  exports: [ChangesService, WithdrawManyService],
})
export class CredentialLifeModule {}
