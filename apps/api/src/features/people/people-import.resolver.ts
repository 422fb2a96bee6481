import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/access/allow.decorator.js';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { viewerCan } from '../../platform/access/policy.js';
import { Viewer } from '../../platform/access/viewer.js';
import type { Page } from '../../platform/graphql/connection.js';
import { InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import { resultOf } from '../../platform/graphql/result-of.js';
import { LikelyTableType, TableKinds } from '../../platform/tables/table-kinds.js';
import type { ImportOutcome, PeopleImport } from './people-import.entity.js';
import { PeopleImportService } from './people-import.service.js';
import {
  ImportOutcomeEnum,
  ImportRowConnection,
  type ImportRowType,
  PeopleImportConnection,
  PeopleImportType,
  PreviewPeopleImportInput,
} from './people-import.type.js';
import { PeopleService } from './people.service.js';
import type { Person } from './person.entity.js';
import { PersonType } from './person.type.js';

const PeopleImportResult = resultOf('PeopleImportResult', PeopleImportType, [InvalidInput, NotAllowed, NotFound]);
type Changed = Promise<PeopleImport | InvalidInput | NotAllowed | NotFound>;

@Resolver(() => PeopleImportType)
export class PeopleImportResolver {
  constructor(
    private readonly imports: PeopleImportService,
    private readonly people: PeopleService,
    private readonly tables: TableKinds,
  ) {}

  @Query(() => PeopleImportType, { nullable: true, description: 'An import of people by its id.' })
  @Allow('people.manage')
  peopleImport(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<PeopleImport | null> {
    return this.imports.find(viewer, id);
  }

  @Query(() => PeopleImportConnection, { description: 'Imports of people, newest first.' })
  @Allow('people.manage')
  peopleImports(
    @CurrentViewer() viewer: Viewer,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 20 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after?: string | null,
  ): Promise<Page<PeopleImport>> {
    return this.imports.page(viewer, { first, after });
  }

  @Mutation(() => PeopleImportResult, {
    description:
      'Begins to read a file and to work out what it would do. Nothing changes; `state` tells when it is there.',
  })
  @Allow('people.manage')
  previewPeopleImport(@CurrentViewer() viewer: Viewer, @Args('input') input: PreviewPeopleImportInput): Changed {
    return this.imports.preview(viewer, input);
  }

  @Mutation(() => PeopleImportResult, {
    description: 'Begins to do what the preview shows: all of it, or nothing when the organisation changed meanwhile.',
  })
  @Allow('people.manage')
  applyPeopleImport(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID }) id: string): Changed {
    return this.imports.apply(viewer, id);
  }

  @Mutation(() => PeopleImportResult, { description: 'Gives an import up that was not applied.' })
  @Allow('people.manage')
  cancelPeopleImport(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID }) id: string): Changed {
    return this.imports.cancel(viewer, id);
  }

  @ResolveField(() => PersonType, { nullable: true, description: 'Who began it.' })
  createdBy(@CurrentViewer() viewer: Viewer, @Parent() it: PeopleImport): Promise<Person | null> {
    return this.people.byId(viewer, it.createdBy);
  }

  @ResolveField(() => LikelyTableType, {
    nullable: true,
    description: 'Which other import the file seems to be meant for; null where it seems to be right here.',
  })
  looksLike(@Parent() it: PeopleImport): LikelyTableType | null {
    return this.tables.likely(
      'people',
      it.columns.map(({ header }) => header),
    );
  }

  @ResolveField(() => Int, { description: 'How far reading or applying has come, in percent.' })
  progress(@CurrentViewer() viewer: Viewer, @Parent() it: PeopleImport): Promise<number> {
    return this.imports.progressOf(viewer, it);
  }

  @ResolveField(() => ImportRowConnection, { description: 'What the rows would do, in the order of the file.' })
  rows(
    @CurrentViewer() viewer: Viewer,
    @Parent() it: PeopleImport,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 50 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after?: string | null,
    @Args('outcome', { type: () => ImportOutcomeEnum, nullable: true, description: 'Only rows that would do this.' })
    outcome?: ImportOutcome | null,
  ): Promise<Page<ImportRowType>> {
    return this.imports.rowsOf(viewer, it, { first, after, outcome });
  }

  @ResolveField(() => [String], { description: 'What the viewer may do with it now.' })
  viewerCan(@CurrentViewer() viewer: Viewer, @Parent() it: PeopleImport): string[] {
    return viewerCan(viewer, it);
  }
}
