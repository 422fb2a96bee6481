import { Args, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/access/allow.decorator.js';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { Viewer } from '../../platform/access/viewer.js';
import type { Page } from '../../platform/graphql/connection.js';
import { SearchArgs } from './search.inputs.js';
import { type SearchFacet, type SearchHit, SearchService } from './search.service.js';
import { SearchConnection, SearchFacetType, SearchHitType } from './search.type.js';

@Resolver()
export class SearchResolver {
  constructor(private readonly search: SearchService) {}

  @Query(() => [SearchHitType], {
    description:
      'The best few of each kind while somebody types. What is written nearly so, where nothing else is there.',
  })
  @Allow('achievement.read')
  searchSuggestions(
    @CurrentViewer() viewer: Viewer,
    @Args('words', { description: 'What was typed so far.' }) words: string,
  ): Promise<SearchHit[]> {
    return this.search.suggest(viewer, words);
  }

  @Query(() => SearchConnection, { description: 'Everything published that answers to the words, best first.' })
  @Allow('achievement.read')
  searchHits(@CurrentViewer() viewer: Viewer, @Args() asked: SearchArgs): Promise<Page<SearchHit>> {
    return this.search.page(viewer, asked);
  }

  @Query(() => [SearchFacetType], {
    description: 'How the hits divide by kind and source; of all of them, whatever is chosen among them.',
  })
  @Allow('achievement.read')
  searchFacets(
    @CurrentViewer() viewer: Viewer,
    @Args('words', { description: 'The words to look for.' }) words: string,
  ): Promise<SearchFacet[]> {
    return this.search.facets(viewer, words);
  }
}
