import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Viewer } from '../../platform/access/viewer.js';
import { Job } from '../../platform/jobs/job.js';
import { BadgeArtService } from './badge-art.service.js';

const payload = z.object({});

/** Strikes what is published and was not: versions from before there was a studio, and whatever an event missed. */
@Injectable()
export class StrikeBadgesJob extends Job<z.infer<typeof payload>> {
  readonly name = 'badges.strike-missing';
  readonly payload = payload;
  override readonly everySeconds = 600;

  constructor(private readonly art: BadgeArtService) {
    super();
  }

  async run(system: Viewer): Promise<void> {
    for (const id of await this.art.strikeMissing(system, 100)) await this.art.keepPictures(system, id);
  }
}
