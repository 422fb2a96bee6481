import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/access/allow.decorator.js';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { Viewer } from '../../platform/access/viewer.js';
import { InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import { resultOf } from '../../platform/graphql/result-of.js';
import type { ContentCounts } from './framework-content.rules.js';
import { FrameworkImport } from './framework-import.entity.js';
import { PreviewFrameworkImportInput } from './framework-import.inputs.js';
import { ImportRejected } from './framework-import.refusals.js';
import { FrameworkImportService } from './framework-import.service.js';
import { FrameworkImportType, ImportedFamilyType, ImportFindingGroupType } from './framework-import.type.js';
import type { SkillFramework } from './framework.entity.js';
import { FrameworkCountsType, FrameworkResult } from './framework.type.js';
import type { FindingGroup } from './import-findings.rules.js';

const PreviewFrameworkImportResult = resultOf('PreviewFrameworkImportResult', FrameworkImportType, [
  ImportRejected,
  InvalidInput,
  NotAllowed,
]);

@Resolver(() => FrameworkImportType)
export class FrameworkImportResolver {
  constructor(private readonly imports: FrameworkImportService) {}

  @Query(() => FrameworkImportType, { nullable: true, description: 'A dry run by its id.' })
  @Allow('framework.manage')
  frameworkImport(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<FrameworkImport | null> {
    return this.imports.find(viewer, id);
  }

  @Mutation(() => PreviewFrameworkImportResult, {
    description: 'Reads the files and shows what would come in, and everything that a rule had to settle.',
  })
  @Allow('framework.manage')
  previewFrameworkImport(
    @CurrentViewer() viewer: Viewer,
    @Args('input') input: PreviewFrameworkImportInput,
  ): Promise<FrameworkImport | ImportRejected | InvalidInput | NotAllowed> {
    return this.imports.preview(viewer, input);
  }

  @Mutation(() => FrameworkResult, {
    description: 'Writes a dry run as a draft version; a second time gives the same.',
  })
  @Allow('framework.manage')
  applyFrameworkImport(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<SkillFramework | InvalidInput | NotAllowed | NotFound> {
    return this.imports.apply(viewer, id);
  }

  @ResolveField(() => String, { description: 'Title of the framework.' })
  title(@Parent() dryRun: FrameworkImport): string {
    return dryRun.about.title;
  }

  @ResolveField(() => String, { description: 'Who publishes it.' })
  publisher(@Parent() dryRun: FrameworkImport): string {
    return dryRun.about.publisher;
  }

  @ResolveField(() => String, { description: 'Which version it is.' })
  version(@Parent() dryRun: FrameworkImport): string {
    return dryRun.about.version;
  }

  @ResolveField(() => FrameworkCountsType, { description: 'How much would come in.' })
  counts(@Parent() dryRun: FrameworkImport): ContentCounts {
    return this.imports.countsOf(dryRun);
  }

  @ResolveField(() => [String], { description: 'Names of the levels of its scale, lowest first.' })
  scaleLevels(@Parent() dryRun: FrameworkImport): string[] {
    return dryRun.content.levels.map((level) => level.name);
  }

  @ResolveField(() => [ImportFindingGroupType], { description: 'What a rule had to settle, by kind, gravest first.' })
  groups(@Parent() dryRun: FrameworkImport): FindingGroup[] {
    return this.imports.groupsOf(dryRun);
  }

  @ResolveField(() => [ImportedFamilyType], { description: 'Job roles and their ladders that would come in.' })
  families(@Parent() dryRun: FrameworkImport): ImportedFamilyType[] {
    return this.imports.familiesOf(dryRun);
  }

  @ResolveField(() => [String], { description: 'Skills that would come in.' })
  skillNames(@Parent() dryRun: FrameworkImport): string[] {
    return dryRun.content.skills.map((skill) => skill.name);
  }
}
