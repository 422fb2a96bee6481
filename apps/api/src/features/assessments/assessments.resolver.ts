import { Args, ID, Info, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { Allow } from '../../platform/access/allow.decorator.js';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { Viewer } from '../../platform/access/viewer.js';
import { askedFields } from '../../platform/graphql/asked-fields.js';
import type { Page } from '../../platform/graphql/connection.js';
import { ChangedMeanwhile, InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import { resultOf } from '../../platform/graphql/result-of.js';
import { AchievementVersionType } from '../achievements/achievement-version.type.js';
import { NotInThatState } from '../submissions/submissions.refusals.js';
import { MarkInput, QueueDueEnum, QueueOrderEnum, QueueScopeEnum } from './assessment.inputs.js';
import {
  AlreadyClaimed,
  CheckTakenAway,
  LeaseLost,
  MarkIncomplete,
  NotEligible,
  NothingToClaim,
} from './assessments.refusals.js';
import { ClaimsService } from './claims.service.js';

import { MarksService } from './marks.service.js';
import type { MarkingSlot, SlotPurpose } from './marking-slot.entity.js';
import {
  MarkingSlotConnection,
  MarkingSlotType,
  ReviewCountsType,
  ReviewedAchievementType,
  SlotPurposeEnum,
} from './marking-slot.type.js';
import { QualificationsService } from './qualifications.service.js';
import { ReleasesService } from './releases.service.js';
import {
  type QueueDue,
  type QueueOrder,
  type QueueScope,
  type ReviewCounts,
  ReviewQueueService,
} from './review-queue.service.js';
import { SlotAnswersService } from './slot-answers.service.js';

const ClaimResult = resultOf('ClaimResult', MarkingSlotType, [
  AlreadyClaimed,
  NotEligible,
  NotFound,
  NothingToClaim,
  NotAllowed,
]);
const SlotResult = resultOf('SlotResult', MarkingSlotType, [
  CheckTakenAway,
  LeaseLost,
  NotFound,
  NotAllowed,
  InvalidInput,
]);
const SaveMarkResult = resultOf('SaveMarkResult', MarkingSlotType, [
  CheckTakenAway,
  LeaseLost,
  ChangedMeanwhile,
  NotFound,
  InvalidInput,
]);
const HandInResult = resultOf('HandInResult', MarkingSlotType, [
  CheckTakenAway,
  LeaseLost,
  MarkIncomplete,
  NotEligible,
  NotInThatState,
  NotFound,
]);
const ReleaseResult = resultOf('ReleaseResult', MarkingSlotType, [NotInThatState, NotAllowed, NotFound]);
const NameFounderResult = resultOf('NameFounderResult', AchievementVersionType, [InvalidInput, NotAllowed, NotFound]);

@Resolver()
export class AssessmentsResolver {
  constructor(
    private readonly claims: ClaimsService,
    private readonly releases: ReleasesService,
    private readonly marks: MarksService,
    private readonly qualifications: QualificationsService,
    private readonly queue: ReviewQueueService,
    private readonly answers: SlotAnswersService,
  ) {}

  @Query(() => MarkingSlotConnection, {
    description: "The viewer's review queue. What a rule of conflict stands against is not in it.",
  })
  @Allow('submission.mark')
  async reviewQueue(
    @CurrentViewer() viewer: Viewer,
    @Args('scope', { type: () => QueueScopeEnum, defaultValue: 'CAN_TAKE', nullable: true }) scope: QueueScope | null,
    @Args('order', { type: () => QueueOrderEnum, defaultValue: 'OLDEST_DUE', nullable: true }) order: QueueOrder | null,
    @Args('search', { type: () => String, nullable: true }) search: string | null,
    @Args('purpose', { type: () => SlotPurposeEnum, nullable: true }) purpose: SlotPurpose | null,
    @Args('achievementId', { type: () => ID, nullable: true }) achievementId: string | null,
    @Args('due', { type: () => QueueDueEnum, nullable: true }) due: QueueDue | null,
    @Args('first', { type: () => Int, defaultValue: 50, nullable: true }) first: number,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Page<MarkingSlot>> {
    const page = await this.queue.page(viewer, { scope, order, search, purpose, achievementId, due, first, after });
    await this.answers.answer(
      viewer,
      page.edges.map(({ node }) => node),
      askedFields(info).map((path) => path.replace('edges.node.', '')),
    );
    return page;
  }

  @Query(() => ReviewCountsType, { description: "The viewer's queue in numbers." })
  @Allow('submission.mark')
  reviewCounts(@CurrentViewer() viewer: Viewer): Promise<ReviewCounts> {
    return this.queue.counts(viewer);
  }

  @Query(() => [ReviewedAchievementType], {
    description: 'What the queue of the viewer is about, by name; at most 200.',
  })
  @Allow('submission.mark')
  reviewedAchievements(@CurrentViewer() viewer: Viewer): Promise<ReviewedAchievementType[]> {
    return this.queue.achievements(viewer);
  }

  @Query(() => MarkingSlotType, {
    nullable: true,
    description: 'A slot that the viewer may take, holds, or has handed in; null for any other.',
  })
  @Allow('submission.mark')
  markingSlot(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<MarkingSlot | null> {
    return this.queue.find(viewer, id);
  }

  @Mutation(() => ClaimResult, {
    description: 'Takes a slot for 30 minutes. Of two at once one wins, the other is told who.',
  })
  @Allow('submission.mark')
  claimSlot(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID }) id: string) {
    return this.claims.claim(viewer, id);
  }

  @Mutation(() => ClaimResult, { description: 'Takes the oldest due slot that the viewer may take.' })
  @Allow('submission.mark')
  claimNextSlot(@CurrentViewer() viewer: Viewer) {
    return this.claims.claimNext(viewer);
  }

  @Mutation(() => SlotResult, { description: 'A sign of life: the lease starts anew.' })
  @Allow('submission.mark')
  renewLease(@CurrentViewer() viewer: Viewer, @Args('slotId', { type: () => ID }) slotId: string) {
    return this.claims.renew(viewer, slotId);
  }

  @Mutation(() => SlotResult, {
    description: 'Gives a slot back to the queue, with the reason. What was written stays with its author.',
  })
  @Allow('submission.mark')
  putBackSlot(
    @CurrentViewer() viewer: Viewer,
    @Args('slotId', { type: () => ID }) slotId: string,
    @Args('reason') reason: string,
    @Args('knowsCandidate', {
      type: () => Boolean,
      defaultValue: false,
      description: 'Whether the viewer knows whose work it is: it is not offered to them again.',
    })
    knowsCandidate: boolean,
  ) {
    return this.claims.putBack(viewer, slotId, reason, knowsCandidate);
  }

  @Mutation(() => SaveMarkResult, { description: 'Saves the mark as it stands, and renews the lease.' })
  @Allow('submission.mark')
  saveMark(
    @CurrentViewer() viewer: Viewer,
    @Args('slotId', { type: () => ID }) slotId: string,
    @Args('input') input: MarkInput,
  ) {
    return this.marks.save(viewer, slotId, input);
  }

  @Mutation(() => HandInResult, {
    description: 'Hands the mark in. It never changes again; the outcome waits for release.',
  })
  @Allow('submission.mark')
  handInMark(@CurrentViewer() viewer: Viewer, @Args('slotId', { type: () => ID }) slotId: string) {
    return this.marks.handIn(viewer, slotId);
  }

  @Mutation(() => ReleaseResult, {
    description: 'Lets the candidate read the outcome. A pass makes the award in the same transaction.',
  })
  @Allow('decision.release')
  releaseDecision(@CurrentViewer() viewer: Viewer, @Args('slotId', { type: () => ID }) slotId: string) {
    return this.releases.releaseOwn(viewer, slotId);
  }

  @Mutation(() => NameFounderResult, {
    description: 'Names a founding assessor of an achievement. Nobody names themselves.',
  })
  @Allow('assessor.appoint')
  nameFounder(
    @CurrentViewer() viewer: Viewer,
    @Args('achievementVersionId', { type: () => ID }) achievementVersionId: string,
    @Args('personId', { type: () => ID }) personId: string,
  ) {
    return this.qualifications.nameFounder(viewer, achievementVersionId, personId);
  }

  @Mutation(() => NameFounderResult, {
    description: 'Ends a founding assessor of an achievement. Marks that were handed in stay.',
  })
  @Allow('assessor.appoint')
  removeFounder(
    @CurrentViewer() viewer: Viewer,
    @Args('achievementVersionId', { type: () => ID }) achievementVersionId: string,
    @Args('personId', { type: () => ID }) personId: string,
  ) {
    return this.qualifications.removeFounder(viewer, achievementVersionId, personId);
  }
}
