import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Viewer } from '../access/viewer.js';
import { Config } from '../config/config.js';
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

  constructor(
    private readonly previews: PreviewsService,
    private readonly config: Config,
  ) {
    super();
  }

  async run(system: Viewer): Promise<void> {
    // Since then somebody installed what draws them.
    if (this.config.officeProgram)
      await system.tx.query(
        `DELETE FROM file_preview WHERE reason = 'NOT_DRAWN' AND file_id IN
           (SELECT file_id FROM file_preview WHERE reason = 'NOT_DRAWN' LIMIT 100)`,
      );
    const files = await system.tx.manager
      .createQueryBuilder(StoredFile, 'file')
      .where(`file.purpose = 'evidence' AND file.mediaType IN (:...drawn)`, { drawn: [...DRAWN] })
      .andWhere(`file.createdAt < now() - interval '1 minute'`)
      .andWhere('NOT EXISTS (SELECT FROM file_preview WHERE file_id = file.id)')
      .orderBy('file.createdAt', 'DESC')
      .limit(100)
      .getMany();
    // Once an hour: an order that was carried out is remembered for as long.
    const round = `-${system.now.toISOString().slice(0, 13)}`;
    for (const file of files) await this.previews.order(system, file, round);
  }
}
