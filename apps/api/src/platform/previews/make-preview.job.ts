import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Viewer } from '../access/viewer.js';
import { Job, type RunningJob } from '../jobs/job.js';
import { StoredFile } from '../storage/stored-file.entity.js';
import { MAKE_PREVIEW, PreviewsService } from './previews.service.js';

const payload = z.object({ fileId: z.uuid() });
type Payload = z.infer<typeof payload>;

/** Draws a file that came in. */
@Injectable()
export class MakePreviewJob extends Job<Payload> {
  readonly name = MAKE_PREVIEW;
  readonly payload = payload;
  override readonly rules = { attempts: 5, backoffMs: 1_000 };

  constructor(private readonly previews: PreviewsService) {
    super();
  }

  async run(system: Viewer, { fileId }: Payload): Promise<void> {
    const file = await system.tx.manager.findOneBy(StoredFile, { id: fileId });
    if (!file || !this.previews.isDrawn(file) || (await this.previews.of(system, fileId))) return;
    await this.previews.make(system, file);
  }

  override async failed(system: Viewer, { fileId }: Payload, _error: Error, job: RunningJob): Promise<void> {
    if (job.attempt < this.rules.attempts) return;
    if (await system.tx.manager.existsBy(StoredFile, { id: fileId }))
      await this.previews.write(system, fileId, 'FAILED');
  }
}
