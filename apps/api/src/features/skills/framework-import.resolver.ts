import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/access/allow.decorator.js';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { viewerCan } from '../../platform/access/policy.js';
import { Viewer } from '../../platform/access/viewer.js';
import type { Page } from '../../platform/graphql/connection.js';
import { InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import { FRAMEWORK_FORMATS } from './framework-formats.js';
import type { FrameworkImport } from './framework-import.entity.js';
import { PreviewFrameworkImportInput } from './framework-import.inputs.js';
import { FrameworkImportService } from './framework-import.service.js';
import {
  FrameworkFormatType,
  FrameworkImportConnection,
  FrameworkImportResult,
  FrameworkImportType,
} from './framework-import.type.js';

type Changed = Promise<FrameworkImport | InvalidInput | NotAllowed | NotFound>;

@Resolver(() => FrameworkImportType)
export class FrameworkImportResolver {
  constructor(private readonly imports: FrameworkImportService) {}

  @Query(() => [FrameworkFormatType], { description: 'The forms in which a framework can come in, and their files.' })
  @Allow('framework.manage')
  frameworkFormats(): FrameworkFormatType[] {
    return FRAMEWORK_FORMATS.map(({ kind, title, about, slots, options = [], standard = {}, hasColumns = false }) => ({
      ...{ kind, title, about, hasColumns },
      slots: slots.map((slot) => ({ ...slot, many: slot.many ?? false, namePattern: slot.name.source })),
      options: options.map((option) => ({ ...option, choices: [...(option.choices ?? [])] })),
      standard: { ...NOT_SAID, ...standard },
    }));
  }

  @Query(() => FrameworkImportType, { nullable: true, description: 'An import of a framework by its id.' })
  @Allow('framework.manage')
  frameworkImport(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<FrameworkImport | null> {
    return this.imports.find(viewer, id);
  }

  @Query(() => FrameworkImportConnection, { description: 'Imports of frameworks, newest first.' })
  @Allow('framework.manage')
  frameworkImports(
    @CurrentViewer() viewer: Viewer,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 20 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after?: string | null,
  ): Promise<Page<FrameworkImport>> {
    return this.imports.page(viewer, { first, after });
  }

  @Mutation(() => FrameworkImportResult, {
    description:
      'Begins to read the files and to work out what they would do against the newest version of the framework. Nothing changes; `state` tells when it is there.',
  })
  @Allow('framework.manage')
  previewFrameworkImport(@CurrentViewer() viewer: Viewer, @Args('input') input: PreviewFrameworkImportInput): Changed {
    return this.imports.preview(viewer, input);
  }

  @Mutation(() => FrameworkImportResult, {
    description:
      'Begins to write what the preview shows as a new draft version: all of it, or nothing when the framework changed meanwhile. Where nothing differs, nothing is written.',
  })
  @Allow('framework.manage')
  applyFrameworkImport(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID }) id: string): Changed {
    return this.imports.apply(viewer, id);
  }

  @Mutation(() => FrameworkImportResult, { description: 'Gives an import up that was not applied.' })
  @Allow('framework.manage')
  cancelFrameworkImport(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID }) id: string): Changed {
    return this.imports.cancel(viewer, id);
  }

  @ResolveField(() => Int, { description: 'How far reading or writing has come, in percent.' })
  progress(@CurrentViewer() viewer: Viewer, @Parent() it: FrameworkImport): Promise<number> {
    return this.imports.progressOf(viewer, it);
  }

  @ResolveField(() => [String], { description: 'What the viewer may do with it now.' })
  viewerCan(@CurrentViewer() viewer: Viewer, @Parent() it: FrameworkImport): string[] {
    return viewerCan(viewer, it);
  }
}

const NOT_SAID = {
  ...{ title: null, publisher: null, version: null, licence: null },
  ...{ licenceUrl: null, attribution: null, sourceUrl: null },
};
