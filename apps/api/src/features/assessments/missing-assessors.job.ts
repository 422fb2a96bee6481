import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Viewer } from '../../platform/access/viewer.js';
import { Job } from '../../platform/jobs/job.js';
import { IndependentAssessorsService } from './independent-assessors.service.js';

const payload = z.object({});

/** Looks for what is offered and nobody independent may assess any more: a qualification ran out, a role ended, somebody left. */
@Injectable()
export class MissingAssessorsJob extends Job<z.infer<typeof payload>> {
  readonly name = 'assessments.missing-assessors';
  readonly payload = payload;
  override readonly everySeconds = 3_600;

  constructor(private readonly independence: IndependentAssessorsService) {
    super();
  }

  async run(system: Viewer): Promise<void> {
    await this.independence.tellOfGaps(system);
  }
}
