import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AchievementsModule } from '../achievements/achievements.module.js';
import { PeopleModule } from '../people/people.module.js';
import { SubmissionsModule } from '../submissions/submissions.module.js';
import { CohortBoardService } from './cohort-board.service.js';
import { CohortFieldsResolver, CohortMemberResolver } from './cohort-fields.resolver.js';
import { Cohort, CohortMember } from './cohort.entity.js';
import { CohortsResolver, EnrolmentRowResolver } from './cohorts.resolver.js';
import { CohortsSeen } from './cohorts-seen.service.js';
import { CohortsService } from './cohorts.service.js';
import { EnrolmentService } from './enrolment.service.js';
import { Programme } from './programme.entity.js';
import { ProgrammesResolver } from './programmes.resolver.js';
import { ProgrammesService } from './programmes.service.js';
import { RemindCohortsJob } from './remind-cohorts.job.js';

/**
 * Programmes, and the cohorts of people who are taken through them together. Those who run them see how far each is,
 * as a state; what was handed in stays between the candidate and those who assess.
 */
@Module({
  imports: [
    TypeOrmModule.forFeature([Cohort, CohortMember, Programme]),
    AchievementsModule,
    PeopleModule,
    SubmissionsModule,
  ],
  providers: [
    CohortBoardService,
    CohortFieldsResolver,
    CohortMemberResolver,
    CohortsResolver,
    CohortsSeen,
    CohortsService,
    EnrolmentRowResolver,
    EnrolmentService,
    ProgrammesResolver,
    ProgrammesService,
    RemindCohortsJob,
  ],
  exports: [CohortBoardService, CohortsService, EnrolmentService, ProgrammesService],
})
export class CohortsModule {}
