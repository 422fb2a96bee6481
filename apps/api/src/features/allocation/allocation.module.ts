import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AssessmentsModule } from '../assessments/assessments.module.js';
import { PeopleModule } from '../people/people.module.js';
import { AllocationListService } from './allocation-list.service.js';
import { AllocationProblemsService } from './allocation-problems.service.js';
import { AllocationRun } from './allocation-run.entity.js';
import { AllocationResolver, AllocationRunResolver } from './allocation.resolver.js';
import { AllocationService } from './allocation.service.js';
import { CommentSnippet } from './comment-snippet.entity.js';
import { ConflictDeclaration } from './conflict-declaration.entity.js';
import { ConflictsResolver } from './conflicts.resolver.js';
import { ConflictsService } from './conflicts.service.js';
import { GiveWaitingJob } from './give-waiting.job.js';
import { RebalanceJob } from './rebalance.job.js';
import {
  SlotAllocationResolver,
  SlotExclusionResolver,
  SlotTakerResolver,
  SlotWaiverResolver,
} from './slot-allocation.resolver.js';
import { SlotWaiver } from './slot-waiver.entity.js';
import { SnippetsResolver } from './snippets.resolver.js';
import { SnippetsService } from './snippets.service.js';
import { WaiversService } from './waivers.service.js';

/** Who gets which work: declared conflicts, waivers of those that cannot be avoided, and giving out by the hard rules. */
@Module({
  imports: [
    TypeOrmModule.forFeature([AllocationRun, CommentSnippet, ConflictDeclaration, SlotWaiver]),
    AssessmentsModule,
    PeopleModule,
  ],
  providers: [
    AllocationListService,
    AllocationProblemsService,
    AllocationResolver,
    AllocationRunResolver,
    AllocationService,
    ConflictsResolver,
    ConflictsService,
    GiveWaitingJob,
    RebalanceJob,
    SlotAllocationResolver,
    SlotExclusionResolver,
    SlotTakerResolver,
    SlotWaiverResolver,
    SnippetsResolver,
    SnippetsService,
    WaiversService,
  ],
  exports: [AllocationService, ConflictsService],
})
export class AllocationModule {}
