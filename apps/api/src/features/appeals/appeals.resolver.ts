import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/access/allow.decorator.js';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { viewerCan } from '../../platform/access/policy.js';
import { Viewer } from '../../platform/access/viewer.js';
import { InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import { resultOf } from '../../platform/graphql/result-of.js';
import { AssessmentCaseType, MarkOnSubmissionType } from '../assessments/after-the-mark.type.js';
import { CasesService } from '../assessments/cases.service.js';
import type { Decision } from '../assessments/decision.entity.js';
import { DecisionsService } from '../assessments/decisions.service.js';
import { DecisionType } from '../assessments/marking-slot.type.js';
import { type MarkOnSubmission, MarksOfService } from '../assessments/marks-of.service.js';
import type { Submission } from '../submissions/submission.entity.js';
import { SubmissionType } from '../submissions/submission.type.js';
import type { Appeal, AppealGrounds } from './appeal.entity.js';
import { type AppealOutcome, AppealsService } from './appeals.service.js';
import { AppealGroundsEnum, AppealOutcomeEnum, AppealType, NewLevelInput } from './appeals.type.js';

const AppealResult = resultOf('AppealResult', AppealType, [InvalidInput, NotAllowed, NotFound]);

@Resolver(() => AppealType)
export class AppealsResolver {
  constructor(private readonly service: AppealsService) {}

  @Query(() => [AppealType], {
    description: 'Appeals that the viewer leads the assessment of, those that wait first. At most 100.',
  })
  @Allow('appeal.decide')
  appeals(@CurrentViewer() viewer: Viewer): Promise<Appeal[]> {
    return this.service.all(viewer);
  }

  @Query(() => AppealType, {
    nullable: true,
    description: 'An appeal, for its candidate and for those who answer appeals.',
  })
  @Allow('signed-in')
  appeal(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID }) id: string): Promise<Appeal | null> {
    return this.service.find(viewer, id);
  }

  @Mutation(() => AppealResult, {
    description:
      'Objects to a released outcome, once and within the window that the organisation sets. The answer to an appeal is final.',
  })
  @Allow('submission.write')
  lodgeAppeal(
    @CurrentViewer() viewer: Viewer,
    @Args('submissionId', { type: () => ID }) submissionId: string,
    @Args('grounds', { type: () => AppealGroundsEnum }) grounds: AppealGrounds,
    @Args('statement') statement: string,
  ) {
    return this.service.lodge(viewer, submissionId, grounds, statement);
  }

  @Mutation(() => AppealResult, { description: 'Takes an appeal up, or says why it is out of scope.' })
  @Allow('appeal.decide')
  checkAppeal(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID }) id: string,
    @Args('inScope') inScope: boolean,
    @Args('answer') answer: string,
  ) {
    return this.service.check(viewer, id, inScope, answer);
  }

  @Mutation(() => AppealResult, { description: 'Has it judged anew by an assessor who took no part.' })
  @Allow('appeal.decide')
  askAppealMark(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID }) id: string) {
    return this.service.askMark(viewer, id);
  }

  @Mutation(() => AppealResult, {
    description:
      'Answers an appeal. Upheld, in whole or in part, it becomes a new decision, and others like it are recalled.',
  })
  @Allow('appeal.decide')
  decideAppeal(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID }) id: string,
    @Args('outcome', { type: () => AppealOutcomeEnum }) outcome: AppealOutcome,
    @Args('answer') answer: string,
    @Args('criteria', { type: () => [NewLevelInput] }) criteria: NewLevelInput[],
  ) {
    return this.service.decide(viewer, id, outcome, answer, criteria);
  }

  @ResolveField(() => [String], { description: 'What the viewer may do about it.' })
  viewerCan(@CurrentViewer() viewer: Viewer, @Parent() appeal: Appeal): string[] {
    return viewerCan(viewer, appeal);
  }
}

@Resolver(() => AppealType)
export class AppealFieldsResolver {
  constructor(
    private readonly cases: CasesService,
    private readonly decisions: DecisionsService,
    private readonly marks: MarksOfService,
  ) {}

  @ResolveField(() => AssessmentCaseType, {
    nullable: true,
    description: 'The submission, for those who lead its assessment.',
  })
  case(@CurrentViewer() viewer: Viewer, @Parent() appeal: Appeal): Promise<Submission | null> {
    return this.cases.find(viewer, appeal.submissionId);
  }

  @ResolveField(() => DecisionType, { nullable: true, description: 'The decision that is objected to.' })
  decision(@CurrentViewer() viewer: Viewer, @Parent() appeal: Appeal): Promise<Decision | null> {
    return this.decisions.byId(viewer, appeal.decisionId);
  }

  @ResolveField(() => DecisionType, { nullable: true, description: 'The decision that took its place.' })
  newDecision(@CurrentViewer() viewer: Viewer, @Parent() appeal: Appeal): Promise<Decision | null> {
    return appeal.newDecisionId ? this.decisions.byId(viewer, appeal.newDecisionId) : Promise.resolve(null);
  }

  @ResolveField(() => Boolean, { description: 'Somebody is to judge it anew, or has.' })
  isMarkedAnew(@Parent() appeal: Appeal): boolean {
    return appeal.slotId !== null;
  }

  @ResolveField(() => [MarkOnSubmissionType], {
    name: 'marks',
    description: 'The marks on it, for those who lead; the last is that of the appeal, where there is one.',
  })
  marksOnIt(@CurrentViewer() viewer: Viewer, @Parent() appeal: Appeal): Promise<MarkOnSubmission[]> {
    return this.marks.all(viewer, appeal.submissionId);
  }
}

/** The candidate's side of it. */
@Resolver(() => SubmissionType)
export class SubmissionAppealsResolver {
  constructor(private readonly service: AppealsService) {}

  @ResolveField(() => [AppealType], { description: "The candidate's appeals, oldest first." })
  async appeals(@CurrentViewer() viewer: Viewer, @Parent() submission: Submission): Promise<Appeal[]> {
    return viewer.isSelf(submission.personId) ? this.service.ofSubmission(viewer, submission.id) : [];
  }

  @ResolveField(() => Date, {
    nullable: true,
    description: 'Until when the candidate can appeal; null when they cannot.',
  })
  async appealUntil(@CurrentViewer() viewer: Viewer, @Parent() submission: Submission): Promise<Date | null> {
    return viewer.isSelf(submission.personId) ? this.service.until(viewer, submission.id) : null;
  }
}
