import { Module } from '@nestjs/common';
import { AppealsSeen } from './appeals-seen.service.js';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AchievementsModule } from '../achievements/achievements.module.js';
import { AssessmentsModule } from '../assessments/assessments.module.js';
import { CredentialsModule } from '../credentials/credentials.module.js';
import { PeopleModule } from '../people/people.module.js';
import { SubmissionsModule } from '../submissions/submissions.module.js';
import { Appeal } from './appeal.entity.js';
import { AppealFieldsResolver, AppealsResolver, SubmissionAppealsResolver } from './appeals.resolver.js';
import { AppealsService } from './appeals.service.js';
import { OutcomeChangesService } from './outcome-changes.service.js';
import { Recall, RecallItem } from './recall.entity.js';
import { RecallItemResolver, RecallsResolver } from './recalls.resolver.js';
import { RecallsService } from './recalls.service.js';
import { UninvolvedService } from './uninvolved.service.js';

/**
 * Candidates object to outcomes and people who took no part answer. What was decided wrongly becomes a new decision, and
 * everything else that the same fault may have touched is looked at again.
 */
@Module({
  imports: [
    TypeOrmModule.forFeature([Appeal, Recall, RecallItem]),
    AchievementsModule,
    AssessmentsModule,
    CredentialsModule,
    PeopleModule,
    SubmissionsModule,
  ],
  providers: [
    AppealsSeen,
    AppealFieldsResolver,
    AppealsResolver,
    AppealsService,
    OutcomeChangesService,
    RecallItemResolver,
    RecallsResolver,
    RecallsService,
    SubmissionAppealsResolver,
    UninvolvedService,
  ],
  exports: [AppealsService, RecallsService],
})
export class AppealsModule {}
