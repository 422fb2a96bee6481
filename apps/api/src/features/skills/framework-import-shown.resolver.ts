import { Args, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { Viewer } from '../../platform/access/viewer.js';
import type { Page } from '../../platform/graphql/connection.js';
import { LikelyTableType, TableKinds } from '../../platform/tables/table-kinds.js';
import { PeopleService } from '../people/people.service.js';
import type { Person } from '../people/person.entity.js';
import { PersonType } from '../people/person.type.js';
import type { ContentCounts } from './framework-content.rules.js';
import type { FrameworkImport, FrameworkObject, FrameworkOutcome } from './framework-import.entity.js';
import { FrameworkImportService } from './framework-import.service.js';
import {
  FindingSeverityEnum,
  FormatOptionValueType,
  FrameworkImportFileType,
  FrameworkImportRowConnection,
  type FrameworkImportRowType,
  FrameworkImportType,
  FrameworkObjectEnum,
  FrameworkOutcomeEnum,
  ImportedAboutType,
  ImportFindingConnection,
  ImportFindingGroupType,
} from './framework-import.type.js';
import { ImportedTableType } from './framework-table.type.js';
import type { SkillFramework } from './framework.entity.js';
import { FrameworkCountsType, SkillFrameworkType } from './framework.type.js';
import { FrameworksService } from './frameworks.service.js';
import { type Finding, type FindingSeverity, isFaulty, summaryOf } from './import-findings.rules.js';
import { fieldsOfTable } from './sheet-columns.rules.js';
import { SHEETS } from './sheet-fields.rules.js';

/** What people look at before they say yes. */
@Resolver(() => FrameworkImportType)
export class FrameworkImportShownResolver {
  constructor(
    private readonly imports: FrameworkImportService,
    private readonly frameworks: FrameworksService,
    private readonly people: PeopleService,
    private readonly tableKinds: TableKinds,
  ) {}

  @ResolveField(() => PersonType, { nullable: true, description: 'Who began it.' })
  createdBy(@CurrentViewer() viewer: Viewer, @Parent() it: FrameworkImport): Promise<Person | null> {
    return this.people.byId(viewer, it.createdBy);
  }

  @ResolveField(() => ImportedAboutType, { description: 'Which framework it is, and on what terms.' })
  about(@Parent() { about }: FrameworkImport): ImportedAboutType {
    return { ...about, licenceUrl: about.licenceUrl ?? null, restricted: about.restricted ?? false };
  }

  @ResolveField(() => [FrameworkImportFileType], { description: 'The files, by the slots of the format.' })
  files(@Parent() it: FrameworkImport): FrameworkImportFileType[] {
    const { faulty = it.errors > 0 ? [''] : [] } = it.summary;
    return it.files.map((file) => ({
      ...file,
      errorsUrl: isFaulty(file.name, faulty) ? `/frameworks/imports/${it.id}/errors/${file.fileId}.csv` : null,
    }));
  }

  @ResolveField(() => [FormatOptionValueType], { description: 'What the options of the format were set to.' })
  options(@Parent() it: FrameworkImport): FormatOptionValueType[] {
    return Object.entries(it.options).map(([key, value]) => ({ key, value }));
  }

  @ResolveField(() => [ImportedTableType], {
    description: 'The tables that were read, where they are of one’s own: which column is taken for what.',
  })
  tables(@Parent() it: FrameworkImport): ImportedTableType[] {
    return (it.summary.tables ?? []).map((shown) => ({
      ...shown,
      title: SHEETS[shown.table].title,
      fields: fieldsOfTable(shown.table, shown.columns).map(({ name, about, needed = false }) => ({
        name,
        about,
        needed,
      })),
    }));
  }

  @ResolveField(() => LikelyTableType, {
    nullable: true,
    description: 'Which other table one of these seems to be, by its columns; null where all seem to be right here.',
  })
  looksLike(@Parent() it: FrameworkImport): LikelyTableType | null {
    const tables = it.changesNothing() ? [] : (it.summary.tables ?? []);
    const likely = tables.map(({ table, columns }) =>
      this.tableKinds.likely(
        table,
        columns.map(({ header }) => header),
      ),
    );
    return likely.find((each) => each !== null) ?? null;
  }

  @ResolveField(() => FrameworkCountsType, { nullable: true, description: 'How much the files hold; null: not known.' })
  counts(@Parent() it: FrameworkImport): ContentCounts | null {
    return it.summary.counts ?? null;
  }

  @ResolveField(() => [String], { description: 'Names of the levels of its scale, lowest first.' })
  scaleLevels(@Parent() it: FrameworkImport): string[] {
    return it.summary.scaleLevels ?? [];
  }

  @ResolveField(() => SkillFrameworkType, {
    nullable: true,
    description: 'The newest version of the framework, with which the files were compared; null: there is none yet.',
  })
  comparedWith(@CurrentViewer() viewer: Viewer, @Parent() it: FrameworkImport): Promise<SkillFramework | null> {
    return it.baseFrameworkId ? this.frameworks.find(viewer, it.baseFrameworkId) : Promise.resolve(null);
  }

  @ResolveField(() => Boolean, {
    description: 'Whether the newest version says the same already: applying writes nothing.',
  })
  changesNothing(@Parent() it: FrameworkImport): boolean {
    return it.changesNothing();
  }

  @ResolveField(() => [ImportFindingGroupType], { description: 'What was met in the files, by kind, gravest first.' })
  groups(@Parent() it: FrameworkImport): ImportFindingGroupType[] {
    return (it.summary.findings ?? []).map((total) => ({ ...total, summary: summaryOf(total.kind) }));
  }

  @ResolveField(() => ImportFindingConnection, {
    description: 'What was met in the files, in their order. The first 5,000 are kept; the total is of all of them.',
  })
  findings(
    @CurrentViewer() viewer: Viewer,
    @Parent() it: FrameworkImport,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 50 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after?: string | null,
    @Args('kind', { type: () => String, nullable: true, description: 'Only findings of this kind.' })
    kind?: string | null,
    @Args('severity', {
      type: () => FindingSeverityEnum,
      nullable: true,
      description: 'Only those that matter so much.',
    })
    severity?: FindingSeverity | null,
  ): Promise<Page<Finding>> {
    return this.imports.findingsOf(viewer, it, { first, after, kind, severity });
  }

  @ResolveField(() => FrameworkImportRowConnection, {
    description:
      'What would be new, different or no longer there, by name. The first 1,000 of each are kept; the total is of all of them.',
  })
  rows(
    @CurrentViewer() viewer: Viewer,
    @Parent() it: FrameworkImport,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 50 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after?: string | null,
    @Args('object', { type: () => FrameworkObjectEnum, nullable: true, description: 'Only things of this kind.' })
    object?: FrameworkObject | null,
    @Args('outcome', {
      type: () => FrameworkOutcomeEnum,
      nullable: true,
      description: 'Only those of which this becomes.',
    })
    outcome?: FrameworkOutcome | null,
  ): Promise<Page<FrameworkImportRowType>> {
    return this.imports.rowsOf(viewer, it, { first, after, object, outcome });
  }
}
