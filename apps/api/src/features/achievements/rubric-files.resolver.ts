import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/access/allow.decorator.js';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { Viewer } from '../../platform/access/viewer.js';
import { RubricFileType } from './rubric-file.type.js';
import { RubricFilesService } from './rubric-files.service.js';

@Resolver()
export class RubricFilesResolver {
  constructor(private readonly rubrics: RubricFilesService) {}

  @Query(() => RubricFileType, {
    nullable: true,
    description:
      'What a file holds that the viewer has uploaded to be imported: CSV, XLSX, or a package of CASE. Nothing is written by reading it.',
  })
  @Allow('achievement.design')
  rubricFile(
    @CurrentViewer() viewer: Viewer,
    @Args('uploadId', { type: () => ID }) uploadId: string,
  ): Promise<RubricFileType | null> {
    return this.rubrics.read(viewer, uploadId);
  }
}
