import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/access/allow.decorator.js';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { Viewer } from '../../platform/access/viewer.js';
import { ChangedMeanwhile, InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import { resultOf } from '../../platform/graphql/result-of.js';
import type { AchievementVersion } from '../achievements/achievement-version.entity.js';
import { AchievementVersionType } from '../achievements/achievement-version.type.js';
import type { AssessorQualification } from '../assessments/assessor-qualification.entity.js';
import { AssessorQualificationType } from '../assessments/marking-slot.type.js';
import { ApplicationsService } from './applications.service.js';
import type { AssessorApplication } from './assessor-application.entity.js';
import { AssessorListService } from './assessor-list.service.js';
import type { AssessorLeave, AssessorProfile } from './assessor-profile.entity.js';
import { AssessorProfilesService } from './assessor-profiles.service.js';
import {
  type Assessing,
  AssessingType,
  AssessorApplicationType,
  AssessorLeaveType,
  AssessorProfileType,
} from './assessing.type.js';
import { AvailabilityInput, LeaveInput } from './quality.inputs.js';

const AvailabilityResult = resultOf('AvailabilityResult', AssessorProfileType, [
  ChangedMeanwhile,
  InvalidInput,
  NotFound,
]);
const LeaveResult = resultOf('LeaveResult', AssessorLeaveType, [InvalidInput, NotFound]);
export const ApplicationResult = resultOf('ApplicationResult', AssessorApplicationType, [
  InvalidInput,
  NotAllowed,
  NotFound,
]);

/** The viewer as an assessor: what they are qualified for, how much they take on, what they could become. */
@Resolver(() => AssessingType)
export class AssessingResolver {
  constructor(
    private readonly applications: ApplicationsService,
    private readonly list: AssessorListService,
    private readonly profiles: AssessorProfilesService,
  ) {}

  @Query(() => AssessingType, { description: 'The viewer as an assessor, or as one who could become one.' })
  @Allow('achievement.read')
  assessing(@CurrentViewer() viewer: Viewer): Assessing {
    return { personId: viewer.personId ?? '' };
  }

  @ResolveField(() => AssessorProfileType, { description: 'How much the viewer takes on.' })
  profile(@CurrentViewer() viewer: Viewer, @Parent() { personId }: Assessing): Promise<AssessorProfile> {
    return this.profiles.of(viewer, personId);
  }

  @ResolveField(() => [AssessorLeaveType], { description: 'Leave that lasts or is still to come, next first.' })
  leave(@CurrentViewer() viewer: Viewer, @Parent() { personId }: Assessing): Promise<AssessorLeave[]> {
    return this.profiles.leaveOf(viewer, personId);
  }

  @ResolveField(() => [AssessorQualificationType], { description: 'What the viewer may assess today.' })
  qualifications(@CurrentViewer() viewer: Viewer, @Parent() { personId }: Assessing): Promise<AssessorQualification[]> {
    return this.list.qualificationsOf(viewer, personId);
  }

  @ResolveField(() => [AssessorApplicationType], { description: 'Applications and invitations, newest first.' })
  ownApplications(@CurrentViewer() viewer: Viewer): Promise<AssessorApplication[]> {
    return this.applications.own(viewer);
  }

  @ResolveField(() => [AchievementVersionType], {
    description: 'What the viewer could assess and does not: the skill is held by an assessed credential.',
  })
  couldAssess(@CurrentViewer() viewer: Viewer): Promise<AchievementVersion[]> {
    return this.applications.couldAssess(viewer);
  }

  @Mutation(() => AvailabilityResult, {
    description: 'How much somebody takes on: the viewer, or an assessor for whoever gives out the work.',
  })
  @Allow('achievement.read')
  saveAvailability(
    @CurrentViewer() viewer: Viewer,
    @Args('input') input: AvailabilityInput,
    @Args('personId', { type: () => ID, nullable: true, description: 'Null: the viewer.' }) personId: string | null,
  ) {
    return this.profiles.save(viewer, personId ?? viewer.personId ?? '', input);
  }

  @Mutation(() => LeaveResult, { description: 'Days on which an assessor gets no work.' })
  @Allow('achievement.read')
  addLeave(
    @CurrentViewer() viewer: Viewer,
    @Args('input') input: LeaveInput,
    @Args('personId', { type: () => ID, nullable: true, description: 'Null: the viewer.' }) personId: string | null,
  ) {
    return this.profiles.addLeave(viewer, personId ?? viewer.personId ?? '', input);
  }

  @Mutation(() => LeaveResult, { description: 'Takes leave back.' })
  @Allow('achievement.read')
  removeLeave(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID }) id: string) {
    return this.profiles.removeLeave(viewer, id);
  }

  @Mutation(() => ApplicationResult, {
    description: 'Asks to assess an achievement whose skill the viewer holds by assessment.',
  })
  @Allow('achievement.read')
  applyToAssess(
    @CurrentViewer() viewer: Viewer,
    @Args('achievementId', { type: () => ID }) achievementId: string,
    @Args('message') message: string,
  ) {
    return this.applications.apply(viewer, achievementId, message);
  }

  @Mutation(() => ApplicationResult, {
    description: 'Answers an application or an invitation, or takes back what one asked oneself.',
  })
  @Allow('achievement.read')
  answerAssessorApplication(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID }) id: string,
    @Args('accept') accept: boolean,
    @Args('reason', { description: 'Why not; may be empty otherwise.' }) reason: string,
  ) {
    return this.applications.answer(viewer, id, accept, reason);
  }
}
