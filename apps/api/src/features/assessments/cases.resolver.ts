import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/access/allow.decorator.js';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { viewerCan } from '../../platform/access/policy.js';
import { Viewer } from '../../platform/access/viewer.js';
import type { Page } from '../../platform/graphql/connection.js';
import { InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import { resultOf } from '../../platform/graphql/result-of.js';
import type { AchievementVersion } from '../achievements/achievement-version.entity.js';
import { AchievementVersionType } from '../achievements/achievement-version.type.js';
import { AchievementsService } from '../achievements/achievements.service.js';
import type { Person } from '../people/person.entity.js';
import { PersonType } from '../people/person.type.js';
import { PeopleService } from '../people/people.service.js';
import type { Submission } from '../submissions/submission.entity.js';
import type { SubmissionState } from '../submissions/submission.lifecycle.js';
import type { SubmissionSnapshot } from '../submissions/submission-snapshot.entity.js';
import { SubmissionSnapshotType, SubmissionStateEnum } from '../submissions/submission.type.js';
import { NotInThatState } from '../submissions/submissions.refusals.js';
import {
  AssessmentCaseConnection,
  AssessmentCaseType,
  CasePlaceType,
  MalpracticeCaseType,
  SubmissionHoldType,
} from './after-the-mark.type.js';
import { JudgedCopiesService } from './judged-copies.service.js';
import { CasesService } from './cases.service.js';
import type { Decision } from './decision.entity.js';
import { DecisionsService } from './decisions.service.js';
import type { MalpracticeCase } from './malpractice-case.entity.js';
import { DecisionType } from './marking-slot.type.js';
import type { MarkingSlot } from './marking-slot.entity.js';
import { ReleasesService } from './releases.service.js';
import type { SubmissionHold } from './submission-hold.entity.js';

const CaseResult = resultOf('CaseResult', AssessmentCaseType, [InvalidInput, NotInThatState, NotAllowed, NotFound]);

/** What a lead sees of submissions under assessment, and does to them. */
@Resolver(() => AssessmentCaseType)
export class CasesResolver {
  constructor(private readonly service: CasesService) {}

  @Query(() => AssessmentCaseConnection, {
    description: 'Submissions under assessment that the viewer leads, oldest first; of one state where one is named.',
  })
  @Allow('assessment.lead')
  assessmentCases(
    @CurrentViewer() viewer: Viewer,
    @Args('state', { type: () => SubmissionStateEnum, nullable: true }) state: SubmissionState | null,
    @Args('first', { type: () => Int, defaultValue: 50, nullable: true }) first: number,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ): Promise<Page<Submission>> {
    return this.service.page(viewer, { first, after }, state);
  }

  @Query(() => AssessmentCaseType, { nullable: true, description: 'A submission whose assessment the viewer leads.' })
  @Allow('assessment.lead')
  assessmentCase(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<Submission | null> {
    return this.service.find(viewer, id);
  }

  @Mutation(() => CaseResult, {
    description: 'Stops the clock of a submission, with the reason that the candidate reads.',
  })
  @Allow('assessment.lead')
  holdSubmission(
    @CurrentViewer() viewer: Viewer,
    @Args('submissionId', { type: () => ID }) id: string,
    @Args('reason') reason: string,
  ) {
    return this.service.hold(viewer, id, reason);
  }

  @Mutation(() => CaseResult, {
    description: 'Lets a held submission go on. What is due moves by the working days of the hold.',
  })
  @Allow('assessment.lead')
  resumeSubmission(@CurrentViewer() viewer: Viewer, @Args('submissionId', { type: () => ID }) id: string) {
    return this.service.resume(viewer, id);
  }

  @Mutation(() => CaseResult, {
    description: 'Gives a submission back that cannot be judged as it is. The attempt is not used up.',
  })
  @Allow('assessment.lead')
  returnSubmission(
    @CurrentViewer() viewer: Viewer,
    @Args('submissionId', { type: () => ID }) id: string,
    @Args('reason') reason: string,
  ) {
    return this.service.returnToCandidate(viewer, id, reason);
  }

  @Mutation(() => CaseResult, { description: 'Has an outcome checked by a moderator before its release.' })
  @Allow('assessment.lead')
  askModeration(@CurrentViewer() viewer: Viewer, @Args('submissionId', { type: () => ID }) id: string) {
    return this.service.askModeration(viewer, id);
  }

  @Mutation(() => CaseResult, { description: 'Proposes to declare a submission void for malpractice.' })
  @Allow('assessment.lead')
  proposeVoid(
    @CurrentViewer() viewer: Viewer,
    @Args('submissionId', { type: () => ID }) id: string,
    @Args('reason') reason: string,
  ) {
    return this.service.proposeVoid(viewer, id, reason);
  }

  @Mutation(() => CaseResult, {
    description:
      'The second person confirms that a submission is void, or drops the proposal. What was awarded is revoked.',
  })
  @Allow('assessment.lead')
  decideVoid(
    @CurrentViewer() viewer: Viewer,
    @Args('submissionId', { type: () => ID }) id: string,
    @Args('confirmed') confirmed: boolean,
  ) {
    return this.service.decideVoid(viewer, id, confirmed);
  }
}

@Resolver(() => AssessmentCaseType)
export class CaseFieldsResolver {
  constructor(
    private readonly achievements: AchievementsService,
    private readonly cases: CasesService,
    private readonly copies: JudgedCopiesService,
    private readonly decisions: DecisionsService,
    private readonly releases: ReleasesService,
  ) {}

  @ResolveField(() => String, { nullable: true, description: "Stands in for the candidate's name." })
  async candidateCode(@CurrentViewer() viewer: Viewer, @Parent() it: Submission): Promise<string | null> {
    return (await this.cases.slotsOf(viewer, it.id)).at(-1)?.candidateCode ?? null;
  }

  @ResolveField(() => AchievementVersionType, { nullable: true, description: 'What it is an attempt at.' })
  achievementVersion(@CurrentViewer() viewer: Viewer, @Parent() it: Submission): Promise<AchievementVersion | null> {
    return this.achievements.versionById(viewer, it.achievementVersionId);
  }

  @ResolveField(() => [CasePlaceType], { description: 'Every place for a judgement on it.' })
  places(@CurrentViewer() viewer: Viewer, @Parent() it: Submission): Promise<MarkingSlot[]> {
    return this.cases.slotsOf(viewer, it.id);
  }

  @ResolveField(() => Date, { nullable: true, description: 'When the next judgement is due; null when none is.' })
  async dueAt(@CurrentViewer() viewer: Viewer, @Parent() it: Submission): Promise<Date | null> {
    const open = (await this.cases.slotsOf(viewer, it.id)).filter(
      ({ state }) => state !== 'HANDED_IN' && state !== 'CANCELLED',
    );
    return open.map(({ dueAt }) => dueAt).sort((a, b) => a.getTime() - b.getTime())[0] ?? null;
  }

  @ResolveField(() => [SubmissionHoldType], { description: 'Times in which its clock stood.' })
  holds(@CurrentViewer() viewer: Viewer, @Parent() it: Submission): Promise<SubmissionHold[]> {
    return this.cases.holdsOf(viewer, it.id);
  }

  @ResolveField(() => MalpracticeCaseType, { nullable: true, description: 'The proposal to void it, while one waits.' })
  malpractice(@CurrentViewer() viewer: Viewer, @Parent() it: Submission): Promise<MalpracticeCase | null> {
    return this.cases.malpracticeOf(viewer, it.id);
  }

  @ResolveField(() => DecisionType, { nullable: true, description: 'The decision that counts, released or not.' })
  decision(@CurrentViewer() viewer: Viewer, @Parent() it: Submission): Promise<Decision | null> {
    return this.decisions.seen(viewer, it.id);
  }

  @ResolveField(() => SubmissionSnapshotType, { nullable: true, description: 'The frozen copy that is judged.' })
  snapshot(@CurrentViewer() viewer: Viewer, @Parent() it: Submission): Promise<SubmissionSnapshot | null> {
    return this.copies.newest(viewer, it.id);
  }

  @ResolveField(() => String, {
    nullable: true,
    description: 'Why the viewer cannot release it now; null when they can.',
  })
  async notReleasable(@CurrentViewer() viewer: Viewer, @Parent() it: Submission): Promise<string | null> {
    const version = await this.achievements.versionById(viewer, it.achievementVersionId);
    return version ? this.releases.whyNot(viewer, it, version) : 'Its achievement is gone.';
  }

  @ResolveField(() => [String], { description: 'What the viewer may do to it.' })
  async viewerCan(@CurrentViewer() viewer: Viewer, @Parent() it: Submission): Promise<string[]> {
    await this.cases.malpracticeOf(viewer, it.id);
    return viewerCan(viewer, it);
  }
}

@Resolver(() => CasePlaceType)
export class CasePlaceResolver {
  constructor(private readonly people: PeopleService) {}

  @ResolveField(() => PersonType, { nullable: true, description: 'Who holds it or judged from it.' })
  assessor(@CurrentViewer() viewer: Viewer, @Parent() slot: MarkingSlot): Promise<Person | null> {
    return slot.assessorId ? this.people.byId(viewer, slot.assessorId) : Promise.resolve(null);
  }
}
