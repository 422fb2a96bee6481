import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { PREVIEWED } from './file-kinds.js';
import { StoredFileType } from './stored-file.type.js';

@Resolver(() => StoredFileType)
export class StoredFileResolver {
  @ResolveField()
  url(@Parent() file: { id: string }): string {
    return `/files/${file.id}`;
  }

  @ResolveField(() => String, { nullable: true })
  previewUrl(@Parent() file: { id: string; mediaType: string }): string | null {
    return PREVIEWED.has(file.mediaType) ? `/files/${file.id}` : null;
  }
}
