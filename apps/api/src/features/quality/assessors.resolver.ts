import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/access/allow.decorator.js';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { Viewer } from '../../platform/access/viewer.js';
import type { Page } from '../../platform/graphql/connection.js';
import { CalendarDay } from '../../platform/graphql/date.scalar.js';
import { InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import { resultOf } from '../../platform/graphql/result-of.js';
import type { AssessorQualification, AssessorState } from '../assessments/assessor-qualification.entity.js';
import { AssessorQualificationType, AssessorStateEnum } from '../assessments/marking-slot.type.js';
import type { Person } from '../people/person.entity.js';
import { PersonType } from '../people/person.type.js';
import { PeopleService } from '../people/people.service.js';
import { ApplicationsService } from './applications.service.js';
import { ApplicationResult } from './assessing.resolver.js';
import {
  AssessorApplicationType,
  AssessorLeaveType,
  KeptAssessorConnection,
  KeptAssessorType,
} from './assessing.type.js';
import type { AssessorApplication } from './assessor-application.entity.js';
import { AssessorListService, type KeptAssessor } from './assessor-list.service.js';
import type { AssessorLeave } from './assessor-profile.entity.js';
import { AssessorProfilesService } from './assessor-profiles.service.js';
import { QualificationKeepingService } from './qualification-keeping.service.js';

const QualificationResult = resultOf('QualificationResult', AssessorQualificationType, [
  InvalidInput,
  NotAllowed,
  NotFound,
]);
const ID_ARG = { type: () => ID, description: 'The qualification.' };
const REASON = { description: 'Why; the assessor reads it.' };

/** Assessors, for whoever runs assessment. */
@Resolver(() => KeptAssessorType)
export class AssessorsResolver {
  constructor(
    private readonly applications: ApplicationsService,
    private readonly keeping: QualificationKeepingService,
    private readonly list: AssessorListService,
    private readonly people: PeopleService,
    private readonly profiles: AssessorProfilesService,
  ) {}

  @Query(() => KeptAssessorConnection, { description: 'Everybody who assesses, by name, with what they have in hand.' })
  @Allow('assessment.lead')
  assessors(
    @CurrentViewer() viewer: Viewer,
    @Args('search', { type: () => String, nullable: true }) search: string | null,
    @Args('achievementId', { type: () => ID, nullable: true }) achievementId: string | null,
    @Args('state', { type: () => AssessorStateEnum, nullable: true }) state: AssessorState | null,
    @Args('first', { type: () => Int, defaultValue: 50, nullable: true }) first: number,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ): Promise<Page<KeptAssessor>> {
    return this.list.page(viewer, { search, achievementId, state, first, after });
  }

  @Query(() => [AssessorApplicationType], {
    description: 'Applications and invitations that wait, oldest first; 200 at most.',
  })
  @Allow('assessment.lead')
  assessorApplications(@CurrentViewer() viewer: Viewer): Promise<AssessorApplication[]> {
    return this.applications.waiting(viewer);
  }

  @Query(() => [PersonType], {
    description:
      'Who could be asked to assess an achievement: they hold its skill by an assessed credential; 100 at most.',
  })
  @Allow('assessment.lead')
  async assessorCandidates(
    @CurrentViewer() viewer: Viewer,
    @Args('achievementId', { type: () => ID }) achievementId: string,
  ): Promise<Person[]> {
    return this.people.byIds(viewer, await this.applications.candidates(viewer, achievementId));
  }

  @ResolveField(() => PersonType, { description: 'The person.' })
  person(@CurrentViewer() viewer: Viewer, @Parent() { personId }: KeptAssessor): Promise<Person | null> {
    return this.people.byId(viewer, personId);
  }

  @ResolveField(() => [AssessorQualificationType], {
    description: 'What they may assess today, of what the viewer leads.',
  })
  qualifications(
    @CurrentViewer() viewer: Viewer,
    @Parent() { personId }: KeptAssessor,
  ): Promise<AssessorQualification[]> {
    return this.list.qualificationsOf(viewer, personId);
  }

  @ResolveField(() => [AssessorLeaveType], { description: 'Leave, for whoever gives out work to all.' })
  leave(@CurrentViewer() viewer: Viewer, @Parent() { personId }: KeptAssessor): Promise<AssessorLeave[]> {
    return this.profiles.leaveOf(viewer, personId);
  }

  @Mutation(() => ApplicationResult, { description: 'Asks somebody who holds the skill to assess an achievement.' })
  @Allow('assessment.lead')
  inviteAssessor(
    @CurrentViewer() viewer: Viewer,
    @Args('achievementId', { type: () => ID }) achievementId: string,
    @Args('personId', { type: () => ID }) personId: string,
    @Args('message') message: string,
  ) {
    return this.applications.invite(viewer, achievementId, personId, message);
  }

  @Mutation(() => QualificationResult, { description: 'Notes that an assessor was trained.' })
  @Allow('assessment.lead')
  recordAssessorTraining(
    @CurrentViewer() viewer: Viewer,
    @Args('id', ID_ARG) id: string,
    @Args('completedOn', { type: () => CalendarDay }) completedOn: string,
    @Args('note', { description: 'What it was, and who gave it.' }) note: string,
  ) {
    return this.keeping.recordTraining(viewer, id, completedOn, note);
  }

  @Mutation(() => QualificationResult, { description: 'Until when somebody may assess.' })
  @Allow('assessment.lead')
  setAssessorValidity(
    @CurrentViewer() viewer: Viewer,
    @Args('id', ID_ARG) id: string,
    @Args('validUntil', { type: () => CalendarDay, nullable: true, description: 'The last day; null: no end.' })
    validUntil: string | null | undefined,
    @Args('reason', REASON) reason: string,
  ) {
    return this.keeping.setValidity(viewer, id, validUntil ?? null, reason);
  }

  @Mutation(() => QualificationResult, {
    description:
      'How far an assessor is trusted. A suspension takes back what they hold, and opens anew what is not released.',
  })
  @Allow('assessment.lead')
  changeAssessorState(
    @CurrentViewer() viewer: Viewer,
    @Args('id', ID_ARG) id: string,
    @Args('state', { type: () => AssessorStateEnum }) state: AssessorState,
    @Args('reason', REASON) reason: string,
  ) {
    return this.keeping.changeState(viewer, id, state, reason);
  }

  @Mutation(() => QualificationResult, { description: 'Ends a qualification. Marks that were handed in stay.' })
  @Allow('assessment.lead')
  endAssessorQualification(
    @CurrentViewer() viewer: Viewer,
    @Args('id', ID_ARG) id: string,
    @Args('reason', REASON) reason: string,
  ) {
    return this.keeping.end(viewer, id, reason);
  }
}
