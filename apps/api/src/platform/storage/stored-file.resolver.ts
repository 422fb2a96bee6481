import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer } from '../access/current-viewer.js';
import { Viewer } from '../access/viewer.js';
import { type FilePreviewType, PreviewState } from '../previews/file-preview.type.js';
import { PreviewsService } from '../previews/previews.service.js';
import { SHOWN_AS_IT_IS } from './file-kinds.js';
import { FilesService } from './files.service.js';
import type { StoredFile } from './stored-file.entity.js';
import { StoredFileType } from './stored-file.type.js';

@Resolver(() => StoredFileType)
export class StoredFileResolver {
  constructor(
    private readonly files: FilesService,
    private readonly previews: PreviewsService,
  ) {}

  @ResolveField()
  name(@CurrentViewer() viewer: Viewer, @Parent() file: StoredFile): string {
    return this.files.nameFor(viewer, file);
  }

  @ResolveField()
  url(@Parent() file: StoredFile): string {
    return `/files/${file.id}`;
  }

  @ResolveField()
  isWithheld(@CurrentViewer() viewer: Viewer, @Parent() file: StoredFile): Promise<boolean> {
    return this.files.isWithheld(viewer, file);
  }

  @ResolveField()
  preview(@CurrentViewer() viewer: Viewer, @Parent() file: StoredFile): Promise<FilePreviewType> {
    return this.previews.shown(viewer, file);
  }

  @ResolveField(() => String, { nullable: true })
  async previewUrl(@CurrentViewer() viewer: Viewer, @Parent() file: StoredFile): Promise<string | null> {
    if (SHOWN_AS_IT_IS.has(file.mediaType)) return `/files/${file.id}`;
    const { state, pages } = await this.previews.shown(viewer, file);
    return state === PreviewState.READY ? (pages[0]?.url ?? null) : null;
  }
}
