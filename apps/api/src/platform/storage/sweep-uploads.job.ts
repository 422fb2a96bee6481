import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Viewer } from '../access/viewer.js';
import { Job } from '../jobs/job.js';
import { FilesService } from './files.service.js';
import { Uploads } from './uploads.js';

const payload = z.object({});
// A day: long enough to go on with a big upload tomorrow morning, short enough not to keep what nobody wants.
const A_DAY = 24 * 60 * 60 * 1_000;

/** Lets go of unfinished uploads and of finished ones that never became anything. */
@Injectable()
export class SweepUploadsJob extends Job<z.infer<typeof payload>> {
  readonly name = 'storage.sweep-uploads';
  readonly payload = payload;
  override readonly everySeconds = 900;

  constructor(
    private readonly files: FilesService,
    private readonly uploads: Uploads,
  ) {
    super();
  }

  async run(system: Viewer): Promise<void> {
    await this.uploads.sweepUnfinished(A_DAY, system.now);
    await this.files.sweepUntaken(system, new Date(system.now.getTime() - A_DAY));
  }
}
