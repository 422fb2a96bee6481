import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { can, viewerCan } from '../../platform/access/policy.js';
import { Viewer } from '../../platform/access/viewer.js';
import type { AchievementVersion } from '../achievements/achievement-version.entity.js';
import { AchievementVersionType } from '../achievements/achievement-version.type.js';
import { AchievementsService } from '../achievements/achievements.service.js';
import { PeopleService } from '../people/people.service.js';
import type { Person } from '../people/person.entity.js';
import { PersonType } from '../people/person.type.js';
import { type Portfolio, PortfolioService } from './portfolio.service.js';
import type { SubmissionGap } from './gaps.rules.js';
import type { Submission } from './submission.entity.js';
import {
  SubmissionCriterionType,
  SubmissionGapType,
  SubmissionItemType,
  SubmissionSnapshotType,
  SubmissionType,
  TimelineStepType,
} from './submission.type.js';
import type { SubmissionSnapshot } from './submission-snapshot.entity.js';
import type { SubmissionTransition } from './submission-transition.entity.js';
import { SubmissionsService } from './submissions.service.js';

const CLOSED: Portfolio = { items: [], criteria: [], gaps: [] };

/** A submission may be reached by others than its candidate (a line manager sees where it stands): what is in it is empty for them. */
@Resolver(() => SubmissionType)
export class SubmissionFieldsResolver {
  constructor(
    private readonly achievements: AchievementsService,
    private readonly people: PeopleService,
    private readonly portfolios: PortfolioService,
    private readonly submissions: SubmissionsService,
  ) {}

  @ResolveField(() => PersonType, { description: 'The candidate.' })
  person(@CurrentViewer() viewer: Viewer, @Parent() submission: Submission): Promise<Person | null> {
    return this.people.byId(viewer, submission.personId);
  }

  @ResolveField(() => AchievementVersionType, { description: 'What it is an attempt at.' })
  achievementVersion(
    @CurrentViewer() viewer: Viewer,
    @Parent() submission: Submission,
  ): Promise<AchievementVersion | null> {
    return this.achievements.versionById(viewer, submission.achievementVersionId);
  }

  @ResolveField(() => [SubmissionItemType], { description: 'Evidence in use, by letter.' })
  async items(@CurrentViewer() viewer: Viewer, @Parent() submission: Submission): Promise<Portfolio['items']> {
    return (await this.portfolio(viewer, submission)).items;
  }

  @ResolveField(() => [SubmissionCriterionType], { description: 'The criteria, and what is brought for each.' })
  async criteria(@CurrentViewer() viewer: Viewer, @Parent() submission: Submission): Promise<Portfolio['criteria']> {
    return (await this.portfolio(viewer, submission)).criteria;
  }

  @ResolveField(() => [SubmissionGapType], { description: 'What is missing or doubtful; empty once handed in.' })
  async gaps(@CurrentViewer() viewer: Viewer, @Parent() submission: Submission): Promise<SubmissionGap[]> {
    return (await this.portfolio(viewer, submission)).gaps;
  }

  @ResolveField(() => [TimelineStepType], { description: 'Every step so far, with its time.' })
  async timeline(
    @CurrentViewer() viewer: Viewer,
    @Parent() submission: Submission,
  ): Promise<{ state: string; at: Date; note: string | null }[]> {
    const steps: SubmissionTransition[] = can(viewer, 'seeState', submission)
      ? await this.submissions.timelineOf(viewer, submission.id)
      : [];
    const reads = can(viewer, 'read', submission);
    return steps.map(({ toState, at, note }) => ({ state: toState, at, note: reads ? note : null }));
  }

  @ResolveField(() => SubmissionSnapshotType, { nullable: true, description: 'The frozen copy that was handed in.' })
  async snapshot(
    @CurrentViewer() viewer: Viewer,
    @Parent() submission: Submission,
  ): Promise<SubmissionSnapshot | null> {
    return can(viewer, 'read', submission) ? this.submissions.snapshotOf(viewer, submission.id) : null;
  }

  @ResolveField(() => [String], { description: 'What the viewer may do with this attempt.' })
  viewerCan(@CurrentViewer() viewer: Viewer, @Parent() submission: Submission): string[] {
    return viewerCan(viewer, submission);
  }

  private async portfolio(viewer: Viewer, submission: Submission): Promise<Portfolio> {
    return can(viewer, 'read', submission) || can(viewer, 'mentor', submission)
      ? this.portfolios.of(viewer, submission)
      : CLOSED;
  }
}

@Resolver(() => AchievementVersionType)
export class AchievementSubmissionResolver {
  constructor(private readonly submissions: SubmissionsService) {}

  @ResolveField(() => SubmissionType, {
    nullable: true,
    description: "The viewer's own attempt that is not closed, or the latest.",
  })
  mySubmission(@CurrentViewer() viewer: Viewer, @Parent() version: AchievementVersion): Promise<Submission | null> {
    return this.submissions.mineAt(viewer, version.achievementId);
  }
}
