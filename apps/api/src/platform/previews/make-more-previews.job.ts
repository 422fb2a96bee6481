import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Viewer } from '../access/viewer.js';
import { Job } from '../jobs/job.js';
import { StoredFile } from '../storage/stored-file.entity.js';
import { MAKE_MORE, PreviewsService } from './previews.service.js';

const payload = z.object({ fileId: z.uuid(), first: z.number().int().min(2) });
type Payload = z.infer<typeof payload>;

/** Draws the next pages of a long file. */
@Injectable()
export class MakeMorePreviewsJob extends Job<Payload> {
  readonly name = MAKE_MORE;
  readonly payload = payload;

  constructor(private readonly previews: PreviewsService) {
    super();
  }

  async run(system: Viewer, { fileId, first }: Payload): Promise<void> {
    const file = await system.tx.manager.findOneBy(StoredFile, { id: fileId });
    const preview = file && (await this.previews.of(system, fileId));
    if (file && preview?.pages.length === first - 1) await this.previews.makeMore(system, file, first);
  }
}
