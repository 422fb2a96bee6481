import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/access/allow.decorator.js';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { viewerCan } from '../../platform/access/policy.js';
import { Viewer } from '../../platform/access/viewer.js';
import type { Page } from '../../platform/graphql/connection.js';
import { ChangedMeanwhile, InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import { resultOf } from '../../platform/graphql/result-of.js';
import { FilesService } from '../../platform/storage/files.service.js';
import type { StoredFile } from '../../platform/storage/stored-file.entity.js';
import { StoredFileType } from '../../platform/storage/stored-file.type.js';
import { EditEvidenceInput, FileEvidenceInput, LinkEvidenceInput, TextEvidenceInput } from './evidence.inputs.js';
import { type EvidenceAnswer, EvidenceService } from './evidence.service.js';
import type { EvidenceItem } from './evidence-item.entity.js';
import { EvidenceItemConnection, EvidenceItemType, RemovedEvidence } from './evidence-item.type.js';
import { EvidenceInUse, EvidenceShown } from './submissions.refusals.js';

const EvidenceResult = resultOf('EvidenceResult', EvidenceItemType, [
  InvalidInput,
  NotAllowed,
  NotFound,
  ChangedMeanwhile,
]);
const RemoveEvidenceResult = resultOf('RemoveEvidenceResult', RemovedEvidence, [
  EvidenceInUse,
  EvidenceShown,
  NotFound,
]);

@Resolver(() => EvidenceItemType)
export class EvidenceResolver {
  constructor(
    private readonly service: EvidenceService,
    private readonly files: FilesService,
  ) {}

  @Query(() => EvidenceItemConnection, { description: "The viewer's own library, newest first." })
  @Allow('evidence.keep')
  myEvidence(
    @CurrentViewer() viewer: Viewer,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 50 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after?: string | null,
    @Args('search', { type: () => String, nullable: true }) search?: string | null,
    @Args('toLink', {
      type: () => Boolean,
      nullable: true,
      description: 'Only what can be linked now: nothing that waits for a witness, or that a witness did not confirm.',
    })
    toLink?: boolean | null,
    @Args('tag', { type: () => String, nullable: true, description: 'Only what carries this own word.' })
    tag?: string | null,
    @Args('skillId', { type: () => ID, nullable: true, description: 'Only what is said to be about this skill.' })
    skillId?: string | null,
  ): Promise<Page<EvidenceItem>> {
    return this.service.mine(viewer, { first, after, search, toLink, tag, skillId });
  }

  @Query(() => EvidenceItemType, { nullable: true, description: "An item of the viewer's own library." })
  @Allow('evidence.keep')
  evidenceItem(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<EvidenceItem | null> {
    return this.service.find(viewer, id);
  }

  @Mutation(() => EvidenceResult, { description: 'Takes a finished upload into the library.' })
  @Allow('evidence.keep')
  addFileEvidence(@CurrentViewer() viewer: Viewer, @Args('input') input: FileEvidenceInput): Promise<EvidenceAnswer> {
    return this.service.addFile(viewer, input);
  }

  @Mutation(() => EvidenceResult, { description: 'Takes an address into the library. It is never fetched.' })
  @Allow('evidence.keep')
  addLinkEvidence(@CurrentViewer() viewer: Viewer, @Args('input') input: LinkEvidenceInput): Promise<EvidenceAnswer> {
    return this.service.addLink(viewer, input);
  }

  @Mutation(() => EvidenceResult, { description: 'Takes words into the library.' })
  @Allow('evidence.keep')
  addTextEvidence(@CurrentViewer() viewer: Viewer, @Args('input') input: TextEvidenceInput): Promise<EvidenceAnswer> {
    return this.service.addText(viewer, input);
  }

  @Mutation(() => EvidenceResult, { description: 'Changes an item. What was handed in before keeps the old words.' })
  @Allow('evidence.keep')
  editEvidence(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID }) id: string,
    @Args('input') input: EditEvidenceInput,
  ): Promise<EvidenceAnswer> {
    return this.service.edit(viewer, id, input);
  }

  @Mutation(() => RemoveEvidenceResult, { description: 'Removes an item that nothing uses, with its file.' })
  @Allow('evidence.keep')
  removeEvidence(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<RemovedEvidence | EvidenceInUse | EvidenceShown | NotFound> {
    return this.service.remove(viewer, id);
  }

  @ResolveField(() => StoredFileType, { nullable: true, description: 'The file.' })
  async file(@CurrentViewer() viewer: Viewer, @Parent() item: EvidenceItem): Promise<StoredFile | null> {
    return item.fileId ? this.files.byId(viewer, item.fileId) : null;
  }

  @ResolveField(() => Int, { description: 'Submissions this item is linked in.' })
  usedIn(@CurrentViewer() viewer: Viewer, @Parent() item: EvidenceItem): Promise<number> {
    return this.service.usedIn(viewer, item);
  }

  @ResolveField(() => [String], { description: 'What the viewer may do with this item.' })
  viewerCan(@CurrentViewer() viewer: Viewer, @Parent() item: EvidenceItem): string[] {
    return viewerCan(viewer, item);
  }
}
