import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/access/allow.decorator.js';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { Viewer } from '../../platform/access/viewer.js';
import type { Page } from '../../platform/graphql/connection.js';
import { InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import { resultOf } from '../../platform/graphql/result-of.js';
import type { MarkingSlot } from '../assessments/marking-slot.entity.js';
import { MarkingSlotConnection, MarkingSlotType } from '../assessments/marking-slot.type.js';
import { ReviewQueueService } from '../assessments/review-queue.service.js';
import type { Person } from '../people/person.entity.js';
import { PersonType } from '../people/person.type.js';
import { PeopleService } from '../people/people.service.js';
import { AllocationListService } from './allocation-list.service.js';
import type { AllocationRun } from './allocation-run.entity.js';
import { NothingToGive, NotTakeable } from './allocation.refusals.js';
import { AllocationService } from './allocation.service.js';
import { AllocationRunType, type AllocationScope, AllocationScopeEnum, MarksWishInput } from './allocation.type.js';
import { WaiversService } from './waivers.service.js';

const GiveSlotResult = resultOf('GiveSlotResult', MarkingSlotType, [NotTakeable, NotFound, InvalidInput]);
const TakeBackResult = resultOf('TakeBackResult', MarkingSlotType, [NotFound, InvalidInput]);
const WaiveResult = resultOf('WaiveResult', MarkingSlotType, [InvalidInput, NotAllowed, NotFound]);
const AllocateResult = resultOf('AllocateResult', AllocationRunType, [NothingToGive, NotAllowed]);
const ID_ARG = { type: () => ID };

@Resolver()
export class AllocationResolver {
  constructor(
    private readonly allocation: AllocationService,
    private readonly list: AllocationListService,
    private readonly queue: ReviewQueueService,
    private readonly waivers: WaiversService,
  ) {}

  @Query(() => MarkingSlotConnection, {
    description: 'Places of judgement of submissions whose assessment the viewer leads, the most urgent first.',
  })
  @Allow('assessment.lead')
  slotsToAllocate(
    @CurrentViewer() viewer: Viewer,
    @Args('scope', { type: () => AllocationScopeEnum }) scope: AllocationScope,
    @Args('achievementId', { type: () => ID, nullable: true, description: 'Of this achievement alone.' })
    achievementId: string | null | undefined,
    @Args('assessorId', { type: () => ID, nullable: true, description: 'With this assessor alone.' })
    assessorId: string | null | undefined,
    @Args('marks', {
      type: () => MarksWishInput,
      nullable: true,
      description: 'Of places where a mark was handed in: which. Of all others, days leave none.',
    })
    marks: MarksWishInput | null | undefined,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 50 }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after?: string | null,
  ): Promise<Page<MarkingSlot>> {
    return this.list.page(viewer, { scope, achievementId, assessorId, marks, first, after });
  }

  @Query(() => MarkingSlotType, {
    nullable: true,
    description: 'A place of a submission whose assessment the viewer leads; null for any other.',
  })
  @Allow('assessment.lead')
  slotToAllocate(@CurrentViewer() viewer: Viewer, @Args('id', ID_ARG) id: string): Promise<MarkingSlot | null> {
    return this.queue.led(viewer, id);
  }

  @Query(() => [AllocationRunType], { description: 'The last 20 times that work was given out, newest first.' })
  @Allow('assessment.lead')
  allocationRuns(@CurrentViewer() viewer: Viewer): Promise<AllocationRun[]> {
    return this.allocation.runs(viewer);
  }

  @Mutation(() => AllocateResult, { description: 'Gives out everything that waits, fairly and by all hard rules.' })
  @Allow('assessment.lead')
  allocateWaiting(@CurrentViewer() viewer: Viewer) {
    return this.allocation.giveWaiting(viewer);
  }

  @Mutation(() => GiveSlotResult, { description: 'Gives a place that nobody has begun to one person.' })
  @Allow('assessment.lead')
  giveSlot(
    @CurrentViewer() viewer: Viewer,
    @Args('slotId', ID_ARG) slotId: string,
    @Args('personId', ID_ARG) personId: string,
  ) {
    return this.allocation.give(viewer, slotId, personId);
  }

  @Mutation(() => TakeBackResult, { description: 'Takes back a place that was given and not begun, with the reason.' })
  @Allow('assessment.lead')
  takeBackSlot(
    @CurrentViewer() viewer: Viewer,
    @Args('slotId', ID_ARG) slotId: string,
    @Args('reason') reason: string,
  ) {
    return this.allocation.takeBack(viewer, slotId, reason);
  }

  @Mutation(() => WaiveResult, {
    description:
      'Allows one person to judge one place although a conflict stands, because nobody else can. A second mark follows.',
  })
  @Allow('assessment.lead')
  waiveConflict(
    @CurrentViewer() viewer: Viewer,
    @Args('slotId', ID_ARG) slotId: string,
    @Args('personId', ID_ARG) personId: string,
    @Args('reason') reason: string,
  ) {
    return this.waivers.waive(viewer, { slotId, personId, reason });
  }
}

@Resolver(() => AllocationRunType)
export class AllocationRunResolver {
  constructor(
    private readonly allocation: AllocationService,
    private readonly people: PeopleService,
  ) {}

  @ResolveField(() => Int, { description: 'How many places it looked at.' })
  places(@Parent() run: AllocationRun): number {
    return run.result.length;
  }

  @ResolveField(() => Int, { description: 'How many of them went to somebody.' })
  given(@Parent() run: AllocationRun): number {
    return run.result.filter(({ takerId }) => takerId !== null).length;
  }

  @ResolveField(() => PersonType, { nullable: true, description: 'Who started it; null for the product itself.' })
  by(@CurrentViewer() viewer: Viewer, @Parent() run: AllocationRun): Promise<Person | null> {
    return run.byId ? this.people.byId(viewer, run.byId) : Promise.resolve(null);
  }

  @ResolveField(() => Boolean, { description: 'Whether the stored inputs and the seed give the same answer again.' })
  reproduces(@Parent() run: AllocationRun): boolean {
    return this.allocation.reproduces(run);
  }
}
