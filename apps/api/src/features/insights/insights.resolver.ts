import { Args, ID, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/access/allow.decorator.js';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { Viewer } from '../../platform/access/viewer.js';
import type { Page } from '../../platform/graphql/connection.js';
import { CalendarDay } from '../../platform/graphql/date.scalar.js';
import type { Figure } from './figures.rules.js';
import type { InsightRow, RowKey } from './insight-rows.rules.js';
import { InsightRowsService } from './insight-rows.service.js';
import { type AchievementFlow, type CourseSpend, type Insights, InsightsService } from './insights.service.js';
import {
  AchievementFlowType,
  CourseSpendType,
  InsightFigureType,
  InsightRowConnection,
  InsightsType,
  RowKeyEnum,
  SkillSupplyConnection,
  SuccessionDepthType,
  UnitCoverageType,
} from './insights.type.js';
import {
  SkillInsightsService,
  type SkillSupply,
  type SuccessionDepth,
  type UnitCoverage,
} from './skill-insights.service.js';

const FROM = { type: () => CalendarDay, nullable: true, description: 'A day of the first month; null: a year back.' };
const UNTIL = { type: () => CalendarDay, nullable: true, description: 'A day of the last month; null: today.' };

@Resolver(() => InsightFigureType)
export class InsightsResolver {
  constructor(
    private readonly insights: InsightsService,
    private readonly skills: SkillInsightsService,
    private readonly rows: InsightRowsService,
  ) {}

  @Query(() => InsightsType, {
    description: 'How far jobs are covered by what is verified, what ends soon, and who moved.',
  })
  @Allow('insights.read')
  peopleInsights(
    @CurrentViewer() viewer: Viewer,
    @Args('from', FROM) from: string | null,
    @Args('until', UNTIL) until: string | null,
  ): Promise<Insights> {
    return this.insights.people(viewer, { from, until });
  }

  @Query(() => InsightsType, { description: 'How attempts go through assessment, and how long it takes.' })
  @Allow('insights.read')
  assessmentInsights(
    @CurrentViewer() viewer: Viewer,
    @Args('from', FROM) from: string | null,
    @Args('until', UNTIL) until: string | null,
  ): Promise<Insights> {
    return this.insights.assessment(viewer, { from, until });
  }

  @Query(() => [AchievementFlowType], {
    description: 'The same for each achievement somebody tried, at most two hundred of them.',
  })
  @Allow('insights.read')
  achievementFlows(
    @CurrentViewer() viewer: Viewer,
    @Args('from', FROM) from: string | null,
    @Args('until', UNTIL) until: string | null,
  ): Promise<AchievementFlow[]> {
    return this.insights.byAchievement(viewer, { from, until });
  }

  @Query(() => InsightsType, {
    description: 'What was done in the period, and what will have to be renewed within a year after it.',
  })
  @Allow('insights.read')
  costInsights(
    @CurrentViewer() viewer: Viewer,
    @Args('from', FROM) from: string | null,
    @Args('until', UNTIL) until: string | null,
  ): Promise<Insights> {
    return this.insights.cost(viewer, { from, until });
  }

  @Query(() => InsightsType, {
    description:
      'How many people set themselves a goal in the period that they had not reached yet, how far they came, and how long it took those who became ready in it. Counts alone: a goal is for who set it.',
  })
  @Allow('insights.read')
  goalInsights(
    @CurrentViewer() viewer: Viewer,
    @Args('from', FROM) from: string | null,
    @Args('until', UNTIL) until: string | null,
  ): Promise<Insights> {
    return this.insights.aims(viewer, { from, until });
  }

  @Query(() => [CourseSpendType], {
    description: 'What courses completed in the period cost by their prices of today, by currency.',
  })
  @Allow('insights.read')
  courseSpend(
    @CurrentViewer() viewer: Viewer,
    @Args('from', FROM) from: string | null,
    @Args('until', UNTIL) until: string | null,
  ): Promise<CourseSpend[]> {
    return this.insights.courseSpend(viewer, { from, until });
  }

  @Query(() => SkillSupplyConnection, {
    description: 'What jobs ask of each skill and who is verified, the largest gaps first.',
  })
  @Allow('insights.read')
  skillSupply(
    @CurrentViewer() viewer: Viewer,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 50 }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after?: string | null,
    @Args('search', { type: () => String, nullable: true }) search?: string | null,
    @Args('until', UNTIL) until?: string | null,
  ): Promise<Page<SkillSupply>> {
    return this.skills.supply(viewer, { until }, { first, after, search });
  }

  @Query(() => [UnitCoverageType], { description: 'How far each unit is covered, with everybody below it.' })
  @Allow('insights.read')
  unitCoverage(
    @CurrentViewer() viewer: Viewer,
    @Args('skillId', { type: () => ID, nullable: true, description: 'Null: everything that each job asks.' }) skillId:
      | string
      | null,
    @Args('until', UNTIL) until: string | null,
  ): Promise<UnitCoverage[]> {
    return this.skills.byUnit(viewer, { until }, skillId);
  }

  @Query(() => [SuccessionDepthType], {
    description: 'How many others are ready for each job role level somebody works at.',
  })
  @Allow('insights.read')
  successionDepth(
    @CurrentViewer() viewer: Viewer,
    @Args('until', UNTIL) until: string | null,
  ): Promise<SuccessionDepth[]> {
    return this.skills.succession(viewer, { until });
  }

  @Query(() => InsightsType, {
    description: 'For how many job role levels somebody works at two others or more are ready.',
  })
  @Allow('insights.read')
  benchStrength(
    @CurrentViewer() viewer: Viewer,
    @Args('from', FROM) from: string | null,
    @Args('until', UNTIL) until: string | null,
  ): Promise<Insights> {
    return this.skills.bench(viewer, { from, until });
  }

  @Query(() => InsightRowConnection, {
    description: 'The rows that a figure counts, for whoever may see each of them.',
  })
  @Allow('insights.read')
  insightRows(
    @CurrentViewer() viewer: Viewer,
    @Args('key', { type: () => RowKeyEnum, description: 'Of which figure.' }) key: RowKey,
    @Args('from', FROM) from: string | null,
    @Args('until', UNTIL) until: string | null,
    @Args('skillId', { type: () => ID, nullable: true, description: 'Of this skill.' }) skillId: string | null,
    @Args('unitId', { type: () => ID, nullable: true, description: 'In this unit and below it.' }) unitId:
      | string
      | null,
    @Args('jobRoleLevelId', { type: () => ID, nullable: true, description: 'Of this job role level.' }) jobRoleLevelId:
      | string
      | null,
    @Args('achievementId', { type: () => ID, nullable: true, description: 'Of this achievement.' }) achievementId:
      | string
      | null,
    @Args('versionId', { type: () => ID, nullable: true, description: 'Of this version of an achievement.' }) versionId:
      | string
      | null,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 50 }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ): Promise<Page<InsightRow>> {
    return this.rows.page(
      viewer,
      { key, from, until, skillId, unitId, jobRoleLevelId, achievementId, versionId },
      { first, after },
    );
  }

  @ResolveField()
  opens(@CurrentViewer() viewer: Viewer, @Parent() { key }: Figure): boolean {
    return this.rows.opens(viewer, key);
  }
}
