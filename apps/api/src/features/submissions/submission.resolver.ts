import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/access/allow.decorator.js';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { Viewer } from '../../platform/access/viewer.js';
import type { Page } from '../../platform/graphql/connection.js';
import { InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import { resultOf } from '../../platform/graphql/result-of.js';
import { AttemptService } from './attempt.service.js';
import { HandInService } from './hand-in.service.js';
import { PortfolioService } from './portfolio.service.js';
import type { Submission, SubmissionRoute } from './submission.entity.js';
import { SubmissionConnection, SubmissionRouteEnum, SubmissionType } from './submission.type.js';
import { AttemptOpen, GapsLeft, NotInThatState, ReflectionChanged } from './submissions.refusals.js';
import { SubmissionsService } from './submissions.service.js';

const StartSubmissionResult = resultOf('StartSubmissionResult', SubmissionType, [AttemptOpen, NotAllowed, NotFound]);
const SubmissionResult = resultOf('SubmissionResult', SubmissionType, [
  InvalidInput,
  NotInThatState,
  NotAllowed,
  NotFound,
]);
const LinkEvidenceResult = resultOf('LinkEvidenceResult', SubmissionType, [
  InvalidInput,
  NotInThatState,
  ReflectionChanged,
  NotAllowed,
  NotFound,
]);
const SubmitResult = resultOf('SubmitResult', SubmissionType, [
  GapsLeft,
  NotInThatState,
  NotAllowed,
  NotFound,
  InvalidInput,
]);
type Changed = Submission | InvalidInput | NotInThatState | NotFound;

@Resolver()
export class SubmissionResolver {
  constructor(
    private readonly service: SubmissionsService,
    private readonly attempts: AttemptService,
    private readonly portfolios: PortfolioService,
    private readonly handIns: HandInService,
  ) {}

  @Query(() => SubmissionConnection, { description: "The viewer's own attempts, newest first." })
  @Allow('submission.write')
  mySubmissions(
    @CurrentViewer() viewer: Viewer,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 50 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after?: string | null,
    @Args('evidenceId', {
      type: () => ID,
      nullable: true,
      description: 'Only those that this piece of evidence is in.',
    })
    evidenceId?: string | null,
  ): Promise<Page<Submission>> {
    return this.service.mine(viewer, { first, after, evidenceId });
  }

  @Query(() => SubmissionType, { nullable: true, description: "One of the viewer's own attempts." })
  @Allow('submission.write')
  submission(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID }) id: string): Promise<Submission | null> {
    return this.service.find(viewer, id);
  }

  @Mutation(() => StartSubmissionResult, {
    description:
      'Begins an attempt. What was met before and is current is carried over; the rest begins with what was linked before.',
  })
  @Allow('submission.write')
  startSubmission(
    @CurrentViewer() viewer: Viewer,
    @Args('achievementVersionId', { type: () => ID }) id: string,
    @Args('route', {
      type: () => SubmissionRouteEnum,
      defaultValue: 'LEARNING',
      description: 'Whether it shows what was learned for it, or what somebody could before.',
    })
    route: SubmissionRoute,
  ): Promise<Submission | AttemptOpen | NotAllowed | NotFound> {
    return this.attempts.start(viewer, id, route);
  }

  @Mutation(() => LinkEvidenceResult, {
    description: 'Links evidence to a criterion, or changes the words of the link.',
  })
  @Allow('submission.write')
  linkEvidence(
    @CurrentViewer() viewer: Viewer,
    @Args('submissionId', { type: () => ID }) submissionId: string,
    @Args('criterionId', { type: () => ID }) criterionId: string,
    @Args('itemId', { type: () => ID }) itemId: string,
    @Args('reflection') reflection: string,
    @Args('replaces', {
      type: () => String,
      nullable: true,
      description:
        'The words that were shown when the writing began. Others that are kept meanwhile are not overwritten.',
    })
    replaces?: string | null,
  ): Promise<Changed | ReflectionChanged> {
    return this.portfolios.link(viewer, submissionId, criterionId, itemId, reflection, replaces ?? null);
  }

  @Mutation(() => SubmissionResult, { description: 'Takes a link away; the evidence stays in the library.' })
  @Allow('submission.write')
  unlinkEvidence(
    @CurrentViewer() viewer: Viewer,
    @Args('submissionId', { type: () => ID }) submissionId: string,
    @Args('criterionId', { type: () => ID }) criterionId: string,
    @Args('itemId', { type: () => ID }) itemId: string,
  ): Promise<Changed> {
    return this.portfolios.unlink(viewer, submissionId, criterionId, itemId);
  }

  @Mutation(() => SubmissionResult, {
    description: 'Where the person puts themselves. levelOrdinal null and notEvidenced false clears the claim.',
  })
  @Allow('submission.write')
  claimLevel(
    @CurrentViewer() viewer: Viewer,
    @Args('submissionId', { type: () => ID }) submissionId: string,
    @Args('criterionId', { type: () => ID }) criterionId: string,
    @Args('notEvidenced') notEvidenced: boolean,
    @Args('levelOrdinal', { type: () => Int, nullable: true }) levelOrdinal?: number | null,
  ): Promise<Changed> {
    return this.portfolios.claimLevel(viewer, submissionId, criterionId, levelOrdinal ?? null, notEvidenced);
  }

  @Mutation(() => SubmissionResult, {
    description:
      'Says why the same evidence shows a criterion now that was found unmet with it before. Empty words take it back.',
  })
  @Allow('submission.write')
  keepSameEvidence(
    @CurrentViewer() viewer: Viewer,
    @Args('submissionId', { type: () => ID }) submissionId: string,
    @Args('criterionId', { type: () => ID }) criterionId: string,
    @Args('because', { description: 'Why, in the words of the person.' }) because: string,
  ): Promise<Changed> {
    return this.portfolios.keepSame(viewer, submissionId, criterionId, because);
  }

  @Mutation(() => SubmitResult, { description: 'Hands in: freezes a copy and puts it in the queue.' })
  @Allow('submission.write')
  submit(
    @CurrentViewer() viewer: Viewer,
    @Args('submissionId', { type: () => ID }) submissionId: string,
    @Args('declarationAccepted') declarationAccepted: boolean,
  ): Promise<Submission | GapsLeft | NotInThatState | NotFound | InvalidInput> {
    return this.handIns.submit(viewer, submissionId, declarationAccepted);
  }

  @Mutation(() => SubmissionResult, { description: 'Takes an attempt back, as long as nobody marks it.' })
  @Allow('submission.write')
  withdrawSubmission(
    @CurrentViewer() viewer: Viewer,
    @Args('submissionId', { type: () => ID }) submissionId: string,
  ): Promise<Changed> {
    return this.handIns.withdraw(viewer, submissionId);
  }
}
