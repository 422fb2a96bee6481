import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/access/allow.decorator.js';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { viewerCan } from '../../platform/access/policy.js';
import { Viewer } from '../../platform/access/viewer.js';
import { InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import { resultOf } from '../../platform/graphql/result-of.js';
import type { AchievementVersion } from '../achievements/achievement-version.entity.js';
import { AchievementVersionType } from '../achievements/achievement-version.type.js';
import { AchievementsService } from '../achievements/achievements.service.js';
import { AssessmentCaseType, MarkOnSubmissionType } from '../assessments/after-the-mark.type.js';
import { CasesService } from '../assessments/cases.service.js';
import { type MarkOnSubmission, MarksOfService } from '../assessments/marks-of.service.js';
import type { Person } from '../people/person.entity.js';
import { PersonType } from '../people/person.type.js';
import { PeopleService } from '../people/people.service.js';
import type { Submission } from '../submissions/submission.entity.js';
import { NewLevelInput, RecallItemType, RecallType } from './appeals.type.js';
import type { Recall, RecallItem } from './recall.entity.js';
import { RecallsService } from './recalls.service.js';

const RecallItemResult = resultOf('RecallItemResult', RecallItemType, [InvalidInput, NotAllowed, NotFound]);

@Resolver(() => RecallType)
export class RecallsResolver {
  constructor(
    private readonly achievements: AchievementsService,
    private readonly people: PeopleService,
    private readonly service: RecallsService,
  ) {}

  @Query(() => [RecallType], {
    description: 'Decisions that are looked at again, by what led there; open ones first. At most 50.',
  })
  @Allow('assessment.lead')
  recalls(@CurrentViewer() viewer: Viewer): Promise<Recall[]> {
    return this.service.all(viewer);
  }

  @Query(() => RecallItemType, {
    nullable: true,
    description: 'A recalled decision, for those who lead the assessment of its submission.',
  })
  @Allow('assessment.lead')
  recallItem(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID }) id: string): Promise<RecallItem | null> {
    return this.service.item(viewer, id);
  }

  @Mutation(() => RecallItemResult, {
    description: 'Has a recalled submission judged anew, by an assessor who took no part.',
  })
  @Allow('assessment.lead')
  askRecallMark(@CurrentViewer() viewer: Viewer, @Args('itemId', { type: () => ID }) itemId: string) {
    return this.service.askMark(viewer, itemId);
  }

  @Mutation(() => RecallItemResult, {
    description: 'Settles a recalled decision: without other levels it stands, with them it becomes a new decision.',
  })
  @Allow('appeal.decide')
  decideRecallItem(
    @CurrentViewer() viewer: Viewer,
    @Args('itemId', { type: () => ID }) itemId: string,
    @Args('reason') reason: string,
    @Args('criteria', { type: () => [NewLevelInput] }) criteria: NewLevelInput[],
  ) {
    return this.service.decide(viewer, itemId, reason, criteria);
  }

  @ResolveField(() => AchievementVersionType, { nullable: true, description: 'By which version they were judged.' })
  achievementVersion(@CurrentViewer() viewer: Viewer, @Parent() recall: Recall): Promise<AchievementVersion | null> {
    return this.achievements.versionById(viewer, recall.achievementVersionId);
  }

  @ResolveField(() => PersonType, { nullable: true, description: 'Whose marks are looked at again.' })
  assessor(@CurrentViewer() viewer: Viewer, @Parent() recall: Recall): Promise<Person | null> {
    return this.people.byId(viewer, recall.assessorId);
  }

  @ResolveField(() => [RecallItemType], { description: 'Every decision it is about.' })
  items(@CurrentViewer() viewer: Viewer, @Parent() recall: Recall): Promise<RecallItem[]> {
    return this.service.itemsOf(viewer, recall.id);
  }
}

@Resolver(() => RecallItemType)
export class RecallItemResolver {
  constructor(
    private readonly cases: CasesService,
    private readonly marks: MarksOfService,
  ) {}

  @ResolveField(() => AssessmentCaseType, { nullable: true, description: 'The submission.' })
  case(@CurrentViewer() viewer: Viewer, @Parent() item: RecallItem): Promise<Submission | null> {
    return this.cases.find(viewer, item.submissionId);
  }

  @ResolveField(() => [MarkOnSubmissionType], { name: 'marks', description: 'The marks on it, oldest first.' })
  marksOnIt(@CurrentViewer() viewer: Viewer, @Parent() item: RecallItem): Promise<MarkOnSubmission[]> {
    return this.marks.all(viewer, item.submissionId);
  }

  @ResolveField(() => [String], { description: 'What the viewer may do about it.' })
  viewerCan(@CurrentViewer() viewer: Viewer, @Parent() item: RecallItem): string[] {
    return viewerCan(viewer, item);
  }
}
