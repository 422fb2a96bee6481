import { Module } from '@nestjs/common';
import { CatchUpSearchJob } from './catch-up-search.job.js';
import { OnPublished } from './on-published.js';
import { SearchEntries } from './search-entries.service.js';
import { SearchResolver } from './search.resolver.js';
import { SearchService } from './search.service.js';

/**
 * Finds what was published, by name, other name or code, also where it is misspelt.
 * It keeps words of its own for that, written when something is published, and knows nothing that is not for everybody.
 * Drafts and people are looked for where they are kept.
 */
@Module({
  providers: [SearchService, SearchEntries, SearchResolver, OnPublished, CatchUpSearchJob],
})
export class SearchModule {}
