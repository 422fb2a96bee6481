import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Viewer } from '../../platform/access/viewer.js';
import { Job } from '../../platform/jobs/job.js';
import { BulkCorrectionsService } from './bulk-corrections.service.js';

const payload = z.object({ bulkCorrectionId: z.uuid() });

/** Signs the next of many credentials again. */
@Injectable()
export class BulkCorrectJob extends Job<z.infer<typeof payload>> {
  readonly name = 'credentials.bulk-correct';
  readonly payload = payload;

  constructor(private readonly corrections: BulkCorrectionsService) {
    super();
  }

  run(system: Viewer, { bulkCorrectionId }: z.infer<typeof payload>): Promise<void> {
    return this.corrections.run(system, bulkCorrectionId);
  }
}
