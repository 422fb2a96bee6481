import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/access/allow.decorator.js';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { Viewer } from '../../platform/access/viewer.js';
import { InvalidInput, NotFound } from '../../platform/graphql/refusal.js';
import { resultOf } from '../../platform/graphql/result-of.js';
import type { Person } from '../people/person.entity.js';
import { PersonType } from '../people/person.type.js';
import { PeopleService } from '../people/people.service.js';
import { NotInThatState } from '../submissions/submissions.refusals.js';
import { ModerationInput } from './after-the-mark.inputs.js';
import { MarkOnSubmissionType, ModerationType } from './after-the-mark.type.js';
import { LeaseLost, NotEligible } from './assessments.refusals.js';
import { MarkingSlotType } from './marking-slot.type.js';
import type { MarkingSlot } from './marking-slot.entity.js';
import { type MarkOnSubmission, MarksOfService } from './marks-of.service.js';
import type { Moderation } from './moderation.entity.js';
import { ModerationsService } from './moderations.service.js';

const ModerateResult = resultOf('ModerateResult', MarkingSlotType, [
  LeaseLost,
  NotEligible,
  InvalidInput,
  NotInThatState,
  NotFound,
]);

@Resolver(() => MarkingSlotType)
export class ModerationResolver {
  constructor(
    private readonly marks: MarksOfService,
    private readonly service: ModerationsService,
  ) {}

  @Query(() => [MarkingSlotType], {
    description:
      'Decisions to check before their release that the viewer holds or may take, soonest due first. At most 100.',
  })
  @Allow('submission.mark')
  moderationQueue(@CurrentViewer() viewer: Viewer): Promise<MarkingSlot[]> {
    return this.service.queue(viewer);
  }

  @Mutation(() => ModerateResult, { description: 'Confirms a decision, adjusts it with reasons, or sends it back.' })
  @Allow('submission.mark')
  moderate(
    @CurrentViewer() viewer: Viewer,
    @Args('slotId', { type: () => ID }) slotId: string,
    @Args('input') input: ModerationInput,
  ) {
    return this.service.moderate(viewer, slotId, input);
  }

  @ResolveField(() => [MarkOnSubmissionType], {
    description:
      'The marks that were handed in, for a moderator and for those who judged it; empty while somebody judges blind.',
  })
  marksBeside(@CurrentViewer() viewer: Viewer, @Parent() slot: MarkingSlot): Promise<MarkOnSubmission[]> {
    return this.marks.all(viewer, slot.submissionId);
  }

  @ResolveField(() => [ModerationType], {
    description: 'What moderators found, for those who judged it, moderate it or lead.',
  })
  moderations(@CurrentViewer() viewer: Viewer, @Parent() slot: MarkingSlot): Promise<Moderation[]> {
    return this.service.of(viewer, slot.submissionId);
  }
}

@Resolver(() => ModerationType)
export class ModerationFieldsResolver {
  constructor(private readonly people: PeopleService) {}

  @ResolveField(() => PersonType, { nullable: true, description: 'Who checked it.' })
  moderator(@CurrentViewer() viewer: Viewer, @Parent() it: Moderation): Promise<Person | null> {
    return this.people.byId(viewer, it.moderatorId);
  }
}
