import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer } from '../access/current-viewer.js';
import { Viewer } from '../access/viewer.js';
import { PREVIEWED } from './file-kinds.js';
import { FilesService } from './files.service.js';
import type { StoredFile } from './stored-file.entity.js';
import { StoredFileType } from './stored-file.type.js';

@Resolver(() => StoredFileType)
export class StoredFileResolver {
  constructor(private readonly files: FilesService) {}

  @ResolveField()
  name(@CurrentViewer() viewer: Viewer, @Parent() file: StoredFile): string {
    return this.files.nameFor(viewer, file);
  }

  @ResolveField()
  url(@Parent() file: StoredFile): string {
    return `/files/${file.id}`;
  }

  @ResolveField(() => String, { nullable: true })
  previewUrl(@Parent() file: StoredFile): string | null {
    return PREVIEWED.has(file.mediaType) ? `/files/${file.id}` : null;
  }
}
