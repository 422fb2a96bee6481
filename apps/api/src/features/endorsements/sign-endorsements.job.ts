import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Viewer } from '../../platform/access/viewer.js';
import { Job } from '../../platform/jobs/job.js';
import { EndorsementSigningService } from './endorsement-signing.service.js';

const payload = z.object({});

/** Looks for endorsements that wait to be signed or ended; queued by each of them, and every minute for those the queue has lost. */
@Injectable()
export class SignEndorsementsJob extends Job<z.infer<typeof payload>> {
  readonly name = 'endorsements.sign';
  readonly payload = payload;
  override readonly everySeconds = 60;

  constructor(private readonly signing: EndorsementSigningService) {
    super();
  }

  run(system: Viewer): Promise<void> {
    return this.signing.keep(system);
  }
}
