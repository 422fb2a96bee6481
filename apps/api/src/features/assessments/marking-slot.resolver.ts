import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { viewerCan } from '../../platform/access/policy.js';
import { Viewer } from '../../platform/access/viewer.js';
import type { AchievementVersion } from '../achievements/achievement-version.entity.js';
import { AchievementVersionType } from '../achievements/achievement-version.type.js';
import { AchievementsService } from '../achievements/achievements.service.js';
import type { Person } from '../people/person.entity.js';
import { PersonType } from '../people/person.type.js';
import { PeopleService } from '../people/people.service.js';
import type { SubmissionSnapshot } from '../submissions/submission-snapshot.entity.js';
import { SubmissionSnapshotType, SubmissionStateEnum } from '../submissions/submission.type.js';
import { SubmissionsService } from '../submissions/submissions.service.js';
import type { Decision } from './decision.entity.js';
import { DecisionsService } from './decisions.service.js';
import type { EligibilityRule } from './eligibility.rules.js';
import { EligibilityService } from './eligibility.service.js';
import { JudgedCopiesService } from './judged-copies.service.js';
import { LiveChecksService } from './live-checks.service.js';
import type { Mark } from './mark.entity.js';
import type { MarkGap } from './mark-gaps.rules.js';
import type { MarkingSlot, SlotState } from './marking-slot.entity.js';
import {
  DecisionType,
  EligibilityRuleType,
  MarkGapType,
  MarkingSlotType,
  MarkType,
  ReviewLeaseType,
  SlotStateEnum,
} from './marking-slot.type.js';
import { MarksService } from './marks.service.js';
import { isFree, isOverdue, type Lease, leaseOf, stateShown } from './slot-view.rules.js';

@Resolver(() => MarkingSlotType)
export class MarkingSlotResolver {
  constructor(
    private readonly achievements: AchievementsService,
    private readonly checks: LiveChecksService,
    private readonly decisions: DecisionsService,
    private readonly eligible: EligibilityService,
    private readonly copies: JudgedCopiesService,
    private readonly marks: MarksService,
    private readonly submissions: SubmissionsService,
  ) {}

  @ResolveField(() => SlotStateEnum, {
    description: 'Where it stands. A lapsed lease of another assessor reads as OPEN.',
  })
  state(@CurrentViewer() viewer: Viewer, @Parent() slot: MarkingSlot): SlotState {
    return stateShown(viewer.personId, viewer.now, slot);
  }

  @ResolveField(() => AchievementVersionType, { description: 'What it is about.' })
  achievementVersion(@CurrentViewer() viewer: Viewer, @Parent() slot: MarkingSlot): Promise<AchievementVersion | null> {
    return this.achievements.versionById(viewer, slot.achievementVersionId);
  }

  @ResolveField(() => Boolean, { description: 'Past due and not handed in.' })
  overdue(@CurrentViewer() viewer: Viewer, @Parent() slot: MarkingSlot): boolean {
    return isOverdue(viewer.now, slot);
  }

  @ResolveField(() => ReviewLeaseType, { nullable: true, description: 'Who holds it; null when nobody does.' })
  lease(@CurrentViewer() viewer: Viewer, @Parent() slot: MarkingSlot): Lease | null {
    return leaseOf(viewer.personId, viewer.now, slot);
  }

  @ResolveField(() => [EligibilityRuleType], { description: 'Why the viewer may or may not take it, rule by rule.' })
  eligibility(@CurrentViewer() viewer: Viewer, @Parent() slot: MarkingSlot): Promise<EligibilityRule[]> {
    return this.eligible.of(viewer, slot);
  }

  @ResolveField(() => SubmissionSnapshotType, {
    nullable: true,
    description: 'The frozen copy to judge, for whoever holds the slot or has begun to mark it; null for others.',
  })
  async snapshot(@CurrentViewer() viewer: Viewer, @Parent() slot: MarkingSlot): Promise<SubmissionSnapshot | null> {
    return slot.check ? this.checks.copyOf(slot) : this.copies.copy(viewer, slot.snapshotId);
  }

  @ResolveField(() => MarkType, { nullable: true, description: "The viewer's own mark; null before the first save." })
  async mark(
    @CurrentViewer() viewer: Viewer,
    @Parent() slot: MarkingSlot,
  ): Promise<(Mark & { slot: MarkingSlot }) | null> {
    const mark = await this.marks.own(viewer, slot);
    return mark && Object.assign(mark, { slot });
  }

  @ResolveField(() => DecisionType, { nullable: true, description: 'What followed, once the viewer has handed in.' })
  async decision(@CurrentViewer() viewer: Viewer, @Parent() slot: MarkingSlot): Promise<Decision | null> {
    if (slot.check) return null;
    return slot.state === 'HANDED_IN' || slot.purpose === 'MODERATION'
      ? this.decisions.seen(viewer, slot.submissionId)
      : null;
  }

  @ResolveField(() => SubmissionStateEnum, { description: 'Where the submission stands.' })
  async submissionState(@CurrentViewer() viewer: Viewer, @Parent() slot: MarkingSlot): Promise<string> {
    if (isFree(slot)) return 'QUEUED';
    if (slot.check) return slot.state === 'LEASED' || slot.state === 'HANDED_IN' ? 'IN_MARKING' : 'QUEUED';
    const submission = await this.submissions.submissionById(viewer, slot.submissionId);
    const own = slot.state === 'LEASED' || slot.state === 'HANDED_IN' ? 'IN_MARKING' : 'QUEUED';
    // While it is marked this follows from the viewer's own place: what others do is not to be read from it.
    return !submission || submission.state === 'QUEUED' || submission.state === 'IN_MARKING' ? own : submission.state;
  }

  @ResolveField(() => [String], { description: 'What the viewer may do to this slot.' })
  async viewerCan(@CurrentViewer() viewer: Viewer, @Parent() slot: MarkingSlot): Promise<string[]> {
    await viewer.learn([slot.candidateId]);
    return viewerCan(viewer, slot);
  }
}

@Resolver(() => MarkType)
export class MarkResolver {
  constructor(private readonly marks: MarksService) {}

  @ResolveField(() => [MarkGapType], { description: 'What is left before it can be handed in.' })
  left(@CurrentViewer() viewer: Viewer, @Parent() mark: Mark & { slot: MarkingSlot }): Promise<MarkGap[]> {
    return this.marks.left(viewer, mark.slot, mark);
  }
}

@Resolver(() => ReviewLeaseType)
export class ReviewLeaseResolver {
  constructor(private readonly people: PeopleService) {}

  @ResolveField(() => PersonType, { description: 'The assessor who holds it.' })
  holder(@CurrentViewer() viewer: Viewer, @Parent() lease: Lease): Promise<Person | null> {
    return this.people.byId(viewer, lease.holderId);
  }
}
