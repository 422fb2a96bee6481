import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Viewer } from '../access/viewer.js';
import { Job } from '../jobs/job.js';
import { StoredFile } from '../storage/stored-file.entity.js';
import { DRAWN } from './drawing.js';
import { PreviewsService } from './previews.service.js';

const payload = z.object({});

/** Orders the pictures of files that came in before there were any, or whose order was lost. */
@Injectable()
export class MissingPreviewsJob extends Job<z.infer<typeof payload>> {
  readonly name = 'previews.find-missing';
  readonly payload = payload;
  override readonly everySeconds = 60;

  constructor(private readonly previews: PreviewsService) {
    super();
  }

  async run(system: Viewer): Promise<void> {
    const files = await system.tx.manager
      .createQueryBuilder(StoredFile, 'file')
      .where(`file.purpose = 'evidence' AND file.mediaType IN (:...drawn)`, { drawn: [...DRAWN] })
      .andWhere(`file.createdAt < now() - interval '1 minute'`)
      .andWhere('NOT EXISTS (SELECT FROM file_preview WHERE file_id = file.id)')
      .orderBy('file.createdAt', 'DESC')
      .limit(100)
      .getMany();
    for (const file of files) await this.previews.order(system, file);
  }
}
