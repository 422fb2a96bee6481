import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/access/allow.decorator.js';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { viewerCan } from '../../platform/access/policy.js';
import { Viewer } from '../../platform/access/viewer.js';
import type { ChangedMeanwhile, InvalidInput, NotFound } from '../../platform/graphql/refusal.js';
import type { Person } from '../people/person.entity.js';
import { PeopleService } from '../people/people.service.js';
import { PersonType } from '../people/person.type.js';
import type { ReportSubject } from './report-subjects.rules.js';
import type { TookTooLong } from './reports.refusals.js';
import { type Report, ReportsService } from './reports.service.js';
import {
  ReportDefinitionType,
  ReportResult,
  ReportSubjectType,
  SavedReportResult,
  SavedReportType,
  SaveReportInput,
} from './reports.type.js';
import type { SavedReport } from './saved-report.entity.js';
import { SavedReportsService } from './saved-reports.service.js';

@Resolver(() => SavedReportType)
export class ReportsResolver {
  constructor(
    private readonly reports: ReportsService,
    private readonly saved: SavedReportsService,
    private readonly people: PeopleService,
  ) {}

  @Query(() => [ReportSubjectType], { description: 'What the viewer can report on, with every column.' })
  @Allow('insights.read')
  reportSubjects(@CurrentViewer() viewer: Viewer): ReportSubject[] {
    return this.reports.subjects(viewer);
  }

  @Query(() => ReportResult, { description: 'What a definition finds for the viewer, a page of it.' })
  @Allow('insights.read')
  report(
    @CurrentViewer() viewer: Viewer,
    @Args('definition', { description: 'What is wanted.' }) definition: ReportDefinitionType,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 50 }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ): Promise<Report | InvalidInput | TookTooLong> {
    return this.reports.run(viewer, definition, { first, after });
  }

  @Query(() => [SavedReportType], { description: "The viewer's own reports and those that are shared, at most 200." })
  @Allow('insights.read')
  savedReports(@CurrentViewer() viewer: Viewer): Promise<SavedReport[]> {
    return this.saved.all(viewer);
  }

  @Mutation(() => SavedReportResult, { description: 'Keeps a report, or changes one that the viewer keeps.' })
  @Allow('insights.read')
  saveReport(
    @CurrentViewer() viewer: Viewer,
    @Args('input') input: SaveReportInput,
  ): Promise<SavedReport | ChangedMeanwhile | InvalidInput | NotFound> {
    return this.saved.save(viewer, input);
  }

  @Mutation(() => SavedReportResult, { description: 'Keeps a report no longer; answers it as it was.' })
  @Allow('insights.read')
  removeReport(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID, description: 'The kept report.' }) id: string,
  ): Promise<SavedReport | NotFound> {
    return this.saved.remove(viewer, id);
  }

  @ResolveField(() => PersonType, { nullable: true, description: 'Who keeps it.' })
  owner(@CurrentViewer() viewer: Viewer, @Parent() { ownerId }: SavedReport): Promise<Person | null> {
    return this.people.byId(viewer, ownerId);
  }

  @ResolveField(() => [String], { description: 'What the viewer may do with it.' })
  viewerCan(@CurrentViewer() viewer: Viewer, @Parent() report: SavedReport): string[] {
    return viewerCan(viewer, report);
  }
}
