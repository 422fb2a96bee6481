import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/access/allow.decorator.js';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { viewerCan } from '../../platform/access/policy.js';
import { Viewer } from '../../platform/access/viewer.js';
import { ChangedMeanwhile, InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import { resultOf } from '../../platform/graphql/result-of.js';
import type { AchievementVersion } from '../achievements/achievement-version.entity.js';
import { AchievementVersionType } from '../achievements/achievement-version.type.js';
import { AchievementsService } from '../achievements/achievements.service.js';
import type { Person } from '../people/person.entity.js';
import { PersonType } from '../people/person.type.js';
import { PeopleService } from '../people/people.service.js';
import type { SubmissionSnapshot } from '../submissions/submission-snapshot.entity.js';
import { SubmissionSnapshotType } from '../submissions/submission.type.js';
import { NotInThatState } from '../submissions/submissions.refusals.js';
import { SubmissionsService } from '../submissions/submissions.service.js';
import { JudgedCopiesService } from './judged-copies.service.js';
import { AgreementInput } from './after-the-mark.inputs.js';
import { AgreementGapType, MarkOnSubmissionType, ReconciliationType } from './after-the-mark.type.js';
import { differingCriteria } from './marking-policy.rules.js';
import { type MarkOnSubmission, MarksOfService } from './marks-of.service.js';
import type { Reconciliation } from './reconciliation.entity.js';
import { type AgreementGap, agreementGaps, differingRules } from './reconciliation.rules.js';
import { ReconciliationsService } from './reconciliations.service.js';
import { SubmissionRubricService } from './submission-rubric.service.js';

const ReconciliationResult = resultOf('ReconciliationResult', ReconciliationType, [
  ChangedMeanwhile,
  InvalidInput,
  NotInThatState,
  NotAllowed,
  NotFound,
]);

@Resolver(() => ReconciliationType)
export class ReconciliationResolver {
  constructor(
    private readonly achievements: AchievementsService,
    private readonly copies: JudgedCopiesService,
    private readonly marks: MarksOfService,
    private readonly rubrics: SubmissionRubricService,
    private readonly service: ReconciliationsService,
    private readonly submissions: SubmissionsService,
  ) {}

  @Query(() => [ReconciliationType], {
    description: "What waits to be settled: of the viewer's own marks, and of what the viewer leads. At most 100.",
  })
  @Allow('signed-in')
  reconciliations(@CurrentViewer() viewer: Viewer): Promise<Reconciliation[]> {
    return this.service.waiting(viewer);
  }

  @Query(() => ReconciliationType, {
    nullable: true,
    description: 'How the marks of a submission become one, for those who judged it or lead.',
  })
  @Allow('signed-in')
  reconciliation(
    @CurrentViewer() viewer: Viewer,
    @Args('submissionId', { type: () => ID }) submissionId: string,
  ): Promise<Reconciliation | null> {
    return this.service.find(viewer, submissionId);
  }

  @Mutation(() => ReconciliationResult, {
    description: 'Saves what is proposed. It takes back what was agreed to before.',
  })
  @Allow('submission.mark')
  saveReconciliation(
    @CurrentViewer() viewer: Viewer,
    @Args('submissionId', { type: () => ID }) submissionId: string,
    @Args('input') input: AgreementInput,
    @Args('expectedRevision', { type: () => Int }) expectedRevision: number,
  ) {
    return this.service.save(viewer, submissionId, input, expectedRevision);
  }

  @Mutation(() => ReconciliationResult, { description: 'Agrees to what stands there. With both it is the judgement.' })
  @Allow('submission.mark')
  agreeReconciliation(
    @CurrentViewer() viewer: Viewer,
    @Args('submissionId', { type: () => ID }) submissionId: string,
    @Args('expectedRevision', { type: () => Int }) expectedRevision: number,
  ) {
    return this.service.agree(viewer, submissionId, expectedRevision);
  }

  @Mutation(() => ReconciliationResult, {
    description: 'Leaves it to a third assessor; of three marks the two nearest to each other win.',
  })
  @Allow('signed-in')
  askThirdMark(@CurrentViewer() viewer: Viewer, @Args('submissionId', { type: () => ID }) submissionId: string) {
    return this.service.askThird(viewer, submissionId);
  }

  @Mutation(() => ReconciliationResult, { description: 'A lead who judged none of it settles it.' })
  @Allow('assessment.lead')
  adjudicate(
    @CurrentViewer() viewer: Viewer,
    @Args('submissionId', { type: () => ID }) submissionId: string,
    @Args('input') input: AgreementInput,
  ) {
    return this.service.adjudicate(viewer, submissionId, input);
  }

  @ResolveField(() => AchievementVersionType, { nullable: true, description: 'What the submission is an attempt at.' })
  async achievementVersion(
    @CurrentViewer() viewer: Viewer,
    @Parent() it: Reconciliation,
  ): Promise<AchievementVersion | null> {
    const submission = await this.submissions.submissionById(viewer, it.submissionId);
    return submission && this.achievements.versionById(viewer, submission.achievementVersionId);
  }

  @ResolveField(() => [MarkOnSubmissionType], {
    name: 'marks',
    description: 'First, second and, where there is one, third mark.',
  })
  async marksBeside(@CurrentViewer() viewer: Viewer, @Parent() it: Reconciliation): Promise<MarkOnSubmission[]> {
    const marks = await this.marks.all(viewer, it.submissionId);
    return [it.firstMarkId, it.secondMarkId, it.thirdMarkId].flatMap((id) =>
      marks.filter(({ markId }) => markId === id),
    );
  }

  @ResolveField(() => [String], { description: 'Ids of the criteria on which the two differ.' })
  async differing(@CurrentViewer() viewer: Viewer, @Parent() it: Reconciliation): Promise<string[]> {
    const [one, two] = await this.service.pair(viewer, it);
    return differingCriteria(await this.rubrics.of(viewer, it.submissionId), one.criteria, two.criteria);
  }

  @ResolveField(() => [String], { description: 'The rules of evidence that the two answered differently.' })
  async differingRules(@CurrentViewer() viewer: Viewer, @Parent() it: Reconciliation): Promise<string[]> {
    const [one, two] = await this.service.pair(viewer, it);
    return differingRules(one.rules, two.rules);
  }

  @ResolveField(() => [AgreementGapType], { description: 'What is still to be settled.' })
  async left(@CurrentViewer() viewer: Viewer, @Parent() it: Reconciliation): Promise<AgreementGap[]> {
    return agreementGaps(await this.rubrics.of(viewer, it.submissionId), await this.service.pair(viewer, it), it);
  }

  @ResolveField(() => SubmissionSnapshotType, { nullable: true, description: 'The frozen copy that was judged.' })
  snapshot(@CurrentViewer() viewer: Viewer, @Parent() it: Reconciliation): Promise<SubmissionSnapshot | null> {
    return this.copies.newest(viewer, it.submissionId);
  }

  @ResolveField(() => Boolean, { description: "Whether the first of the marks is the viewer's." })
  viewerIsFirst(@CurrentViewer() viewer: Viewer, @Parent() it: Reconciliation): boolean {
    return viewer.isSelf(it.firstAssessorId);
  }

  @ResolveField(() => [String], { description: 'What the viewer may do about it.' })
  viewerCan(@CurrentViewer() viewer: Viewer, @Parent() it: Reconciliation): string[] {
    return viewerCan(viewer, it);
  }
}

@Resolver(() => MarkOnSubmissionType)
export class MarkOnSubmissionResolver {
  constructor(private readonly people: PeopleService) {}

  @ResolveField(() => PersonType, { nullable: true, description: 'Whose mark it is.' })
  assessor(@CurrentViewer() viewer: Viewer, @Parent() mark: MarkOnSubmission): Promise<Person | null> {
    return this.people.byId(viewer, mark.assessorId);
  }
}
