import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/access/allow.decorator.js';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { viewerCan } from '../../platform/access/policy.js';
import { Viewer } from '../../platform/access/viewer.js';
import type { Page } from '../../platform/graphql/connection.js';
import { InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import { resultOf } from '../../platform/graphql/result-of.js';
import { LikelyTableType, TableKinds } from '../../platform/tables/table-kinds.js';
import type { AchievementVersion } from '../achievements/achievement-version.entity.js';
import { AchievementVersionType } from '../achievements/achievement-version.type.js';
import { AchievementsService } from '../achievements/achievements.service.js';
import { ColumnChoiceType } from '../courses/course-import.type.js';
import type { Award } from '../credentials/award.entity.js';
import { AwardConnection } from '../credentials/award.type.js';
import { PeopleService } from '../people/people.service.js';
import type { Person } from '../people/person.entity.js';
import { PersonType } from '../people/person.type.js';
import { ImpactType } from '../skills/framework-draft.type.js';
import type { Impact } from '../skills/impact.type.js';
import type { BulkIssue } from './bulk-issue.entity.js';
import { BulkIssueService, type BulkIssueStanding } from './bulk-issue.service.js';
import { BulkIssueConnection, BulkIssueStandingType, BulkIssueType, PreviewBulkIssueInput } from './bulk-issue.type.js';
import { BULK_FIELDS } from './bulk-rows.rules.js';
import { UndoImpactsService } from './undo-impacts.service.js';

const BulkIssueResult = resultOf('BulkIssueResult', BulkIssueType, [InvalidInput, NotAllowed, NotFound]);
type Changed = Promise<BulkIssue | InvalidInput | NotAllowed | NotFound>;

@Resolver()
export class BulkIssueResolver {
  constructor(private readonly service: BulkIssueService) {}

  @Query(() => BulkIssueType, { nullable: true, description: 'A list of badges to be given.' })
  @Allow('credential.govern')
  bulkIssue(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID }) id: string): Promise<BulkIssue | null> {
    return this.service.find(viewer, id);
  }

  @Query(() => BulkIssueConnection, { description: 'Lists of badges that were given or previewed, newest first.' })
  @Allow('credential.govern')
  bulkIssues(
    @CurrentViewer() viewer: Viewer,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 20 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after?: string | null,
  ): Promise<Page<BulkIssue>> {
    return this.service.page(viewer, { first, after });
  }

  @Query(() => [AchievementVersionType], {
    description: 'What a list can give: what is on offer and given on completion; at most two hundred.',
  })
  @Allow('credential.govern')
  bulkAchievements(@CurrentViewer() viewer: Viewer): Promise<AchievementVersion[]> {
    return this.service.offered(viewer);
  }

  @Mutation(() => BulkIssueResult, { description: 'Reads a list and says whom it would give what. Nothing is given.' })
  @Allow('credential.govern')
  previewBulkIssue(@CurrentViewer() viewer: Viewer, @Args('input') input: PreviewBulkIssueInput): Changed {
    return this.service.preview(viewer, input);
  }

  @Mutation(() => BulkIssueResult, {
    description: 'Begins to give what the preview shows: all of it, or nothing when something changed meanwhile.',
  })
  @Allow('credential.govern')
  applyBulkIssue(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID }) id: string): Changed {
    return this.service.apply(viewer, id);
  }

  @Mutation(() => BulkIssueResult, { description: 'Begins to take back every badge that the list gave.' })
  @Allow('credential.govern')
  undoBulkIssue(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID }) id: string,
    @Args('reason', { description: 'Why, as the holders read it.' }) reason: string,
  ): Changed {
    return this.service.undo(viewer, id, reason);
  }
}

@Resolver(() => BulkIssueType)
export class BulkIssueFieldsResolver {
  constructor(
    private readonly service: BulkIssueService,
    private readonly achievements: AchievementsService,
    private readonly impacts: UndoImpactsService,
    private readonly people: PeopleService,
    private readonly tables: TableKinds,
  ) {}

  @ResolveField(() => PersonType, { nullable: true, description: 'Who began it.' })
  createdBy(@CurrentViewer() viewer: Viewer, @Parent() it: BulkIssue): Promise<Person | null> {
    return this.people.byId(viewer, it.createdBy);
  }

  @ResolveField(() => AchievementVersionType, {
    nullable: true,
    description: 'What everybody on it is given, as it is on offer today; null: each row says.',
  })
  async achievement(@CurrentViewer() viewer: Viewer, @Parent() it: BulkIssue): Promise<AchievementVersion | null> {
    return it.achievementId === null ? null : this.achievements.currentOf(viewer, it.achievementId);
  }

  @ResolveField(() => [String], { description: 'What a column of such a list can be read as.' })
  fields(): readonly string[] {
    return BULK_FIELDS;
  }

  @ResolveField(() => [ColumnChoiceType], { description: 'Its columns.' })
  columns(@Parent() { columns, mapping }: BulkIssue): ColumnChoiceType[] {
    return columns.map(({ header, samples }) => ({
      ...{ header, samples },
      field: mapping.find((each) => each.header === header)?.field ?? null,
    }));
  }

  @ResolveField(() => LikelyTableType, {
    nullable: true,
    description: 'Which other import the file seems to be meant for; null where it seems to be right here.',
  })
  looksLike(@Parent() { columns }: BulkIssue): LikelyTableType | null {
    return this.tables.likely(
      'BULK_ISSUE',
      columns.map(({ header }) => header),
    );
  }

  @ResolveField(() => Int, { description: 'How far giving or taking back has come, in percent.' })
  progress(@CurrentViewer() viewer: Viewer, @Parent() it: BulkIssue): Promise<number> {
    return this.service.progressOf(viewer, it);
  }

  @ResolveField(() => BulkIssueStandingType, { description: 'How the badges that it gave stand now.' })
  standing(@CurrentViewer() viewer: Viewer, @Parent() it: BulkIssue): Promise<BulkIssueStanding | null> {
    return this.service.standingOf(viewer, it);
  }

  @ResolveField(() => AwardConnection, { description: 'Who was given what, in the order of the list.' })
  awards(
    @CurrentViewer() viewer: Viewer,
    @Parent() it: BulkIssue,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 50 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after?: string | null,
  ): Promise<Page<Award>> {
    return this.service.awardsOf(viewer, it, { first, after });
  }

  @ResolveField(() => [ImpactType], { description: 'Who loses what when its badges are taken back.' })
  losses(@CurrentViewer() viewer: Viewer, @Parent() it: BulkIssue): Promise<Impact[]> {
    return this.impacts.of(viewer, it);
  }

  @ResolveField(() => [String], { description: 'What the viewer may do with it now.' })
  viewerCan(@CurrentViewer() viewer: Viewer, @Parent() it: BulkIssue): string[] {
    return viewerCan(viewer, it);
  }
}
