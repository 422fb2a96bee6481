import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Viewer } from '../../platform/access/viewer.js';
import { Job } from '../../platform/jobs/job.js';
import { SearchEntries } from './search-entries.service.js';

const payload = z.object({});

/** Finds what nobody was told of: courses, what was published before there was a search, what was changed by hand. */
@Injectable()
export class CatchUpSearchJob extends Job<z.infer<typeof payload>> {
  readonly name = 'search.catch-up';
  readonly payload = payload;
  override readonly everySeconds = 60;

  constructor(private readonly entries: SearchEntries) {
    super();
  }

  async run(system: Viewer): Promise<void> {
    await this.entries.catchUp(system);
  }
}
